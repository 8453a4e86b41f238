"""Where a recruiter wants to be reached."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.screening.contacts import contacts_in


def contacts(text: str) -> list[tuple[str, str]]:
    found = contacts_in(text)
    for contact in found:
        assert text[contact.evidence.start : contact.evidence.end] == contact.evidence.text
    return [(contact.kind, contact.value) for contact in found]


@pytest.mark.parametrize(
    "typed",
    [
        "0812-0000-4567",
        "0812 0000 45 67",
        "0812.0000.4567",
        "O812 OOOO 4567",
        "08l2-0000-4567",
        "0 8 1 2 - 0 0 0 0 - 4 5 6 7",
        "+62 812 0000 4567",
        "+62 (812) 0000-4567",
        "62812-0000-4567",
        "(0812) 0000-4567",
        "0812/0000/4567",
        "06281200004567",
        "nol delapan satu dua nol nol nol nol empat lima enam tujuh",
    ],
)
def test_a_telephone_number_is_read_however_it_is_typed(typed: str) -> None:
    assert contacts(f"Minat? WA {typed} ya") == [("telepon", "+6281200004567")]


def test_numbers_abroad_and_of_offices_are_read() -> None:
    assert contacts("WA +971 50 000 4567 / kantor (0352) 000-114") == [
        ("telepon", "+971500004567"),
        ("telepon", "+62352000114"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "gaji 10.500.000 - 12.500.000",
        "gaji 210.000-230.000 yen",
        "rekening 0000-01-998877",
        "tanggal 08/12/2026 pukul 08.00-15.00",
        "SIP3MI 0812/2020",
        "SIP3MI No. 0417/000/2021",
        "06.11.25 09.12 lalu 06.11.25 09.13.40 lagi",
    ],
)
def test_other_numbers_are_no_telephone(text: str) -> None:
    assert contacts(text) == []


def test_two_numbers_on_a_line_are_two() -> None:
    assert contacts("CP 0283-000-551 / 0822 0000 4176") == [
        ("telepon", "+62283000551"),
        ("telepon", "+6282200004176"),
    ]
    assert contacts("0812-0000-4567/0813-0000-5678") == [
        ("telepon", "+6281200004567"),
        ("telepon", "+6281300005678"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "leader line: RM2.500",
        "operator line: gaji 1.700",
        "production line: shift",
        "Bang Ardi Tele: Udah landing belum",
        "Kak Rina IG: Halo dek",
    ],
)
def test_the_name_of_a_programme_alone_makes_no_account(text: str) -> None:
    assert contacts(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cv ke hrd.laut@contoh.example", ("email", "hrd.laut@contoh.example")),
        ("klik wa.me/6281200004567.", ("tautan", "wa.me/6281200004567")),
        ("gabung t.me/lokerluar", ("tautan", "t.me/lokerluar")),
        ("tele @Rani_HR99", ("akun", "@rani_hr99")),
        ("line id: mbakayu_spa", ("akun", "mbakayu_spa")),
        ("line: kayla", ("akun", "kayla")),
    ],
)
def test_accounts_links_and_addresses_are_found(text: str, found: tuple[str, str]) -> None:
    assert contacts(text) == [found]


@given(st.text(alphabet="0123456789OolI+()-. /@wa.metxy\n", max_size=60))
def test_evidence_is_always_exact(text: str) -> None:
    contacts(text)
