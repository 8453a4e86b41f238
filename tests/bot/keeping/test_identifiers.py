"""What leads to somebody is covered before it is stored; amounts, years and the rest of a text stay, letter by letter in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.keeping.identifiers import COVER, all_covered, covered, identifiers_in


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("NIK saya 3273012345670001 ya", "3273012345670001"),
        ("nik: 3273 0123 4567 0001", "3273 0123 4567 0001"),
        ("paspor C1234567 ditahan", "C1234567"),
        ("nomor paspor saya x 1234567", "1234567"),
        ("hubungi 0812-3456-7890", "0812-3456-7890"),
        ("WA +62 812 3456 7890 saja", "+62 812 3456 7890"),
        ("WA O8l2 3456 789O", "3456"),
        ("nol delapan satu dua tiga empat lima enam tujuh delapan", "tiga empat lima"),
        ("telp +855 12 345 678", "+855 12 345 678"),
        ("transfer ke BCA 1234567890 a.n. Budi", "1234567890"),
        ("norek bri 0021 0123 4567 503", "0021 0123 4567 503"),
        ("kirim ke budi.agen@gmail.com", "budi.agen@gmail.com"),
        ("tele @budi_agen77", "budi_agen77"),
        ("chat di wa.me/6281234567890", "6281234567890"),
        ("klik https://t.me/budiagen sekarang", "budiagen"),
        ("０８１２３４５６７８９０", "０８１２３４５６７８９０"),
    ],
)
def test_it_is_covered_and_the_text_stays_as_long(text: str, secret: str) -> None:
    told = covered(text)
    assert secret not in told
    begin = text.index(secret)
    span = told[begin : begin + len(secret)]
    assert not any(char.isalnum() for char in span)
    assert COVER in span
    assert len(told) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "gaji Rp 15.000.000 per bulan, DP 2 juta",
        "gaji 8.500.000 rupiah, umur 18-35, tahun 2024",
        "berangkat 05-12-2024, jam 08.00-17.00",
        "UU 18/2017 pasal 30, 12 orang, 3 bulan",
        "saya dikurung di lantai 7 kamar 702",
    ],
)
def test_amounts_years_and_days_stay(text: str) -> None:
    assert covered(text) == text


def test_nested_values_keep_their_shape_and_their_keys() -> None:
    kept = {"081234567890": ["telp 081234567890", 5, None], "flags": [["0812 3456 7890", 3, True]]}
    cover = "telp " + COVER * 12
    assert all_covered(kept) == {
        "081234567890": [cover, 5, None],
        "flags": [["•••• •••• ••••", 3, True]],
    }


@given(st.text())
def test_any_text_keeps_its_length_and_is_covered_once(text: str) -> None:
    told = covered(text)
    assert len(told) == len(text)
    assert all(new in (old, COVER) for old, new in zip(text, told, strict=True))


@given(
    st.text("0123 @:=._-/+olIsBnduatig", max_size=60)
    | st.sampled_from(
        ["nol lapan satu dua tiga empat lima enam tujuh", "t.me/budi", "line:rina_77"]
    )
)
def test_what_is_passed_over_at_a_glance_holds_nothing(text: str) -> None:
    if covered(text) == text:
        assert not any(
            character.isalnum()
            for start, end in identifiers_in(text)
            for character in text[start:end]
        )
