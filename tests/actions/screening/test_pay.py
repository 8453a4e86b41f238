"""What an offer pays, among all sums that it names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.screening.pay_figures import figures_in
from tests.actions.screening.pays import salary_of

Pay = tuple[float, float | None, str, str | None]


def pay(text: str) -> Pay | None:
    found = salary_of(text)
    return (found.low, found.high, found.currency, found.period) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gaji Rp 7.250.000,- s/d 9.750.000,-", (7_250_000, 9_750_000, "IDR", "bulan")),
        ("gaji 1O.250.OOO rupiah", (10_250_000, 10_250_000, "IDR", "bulan")),
        ("tujuh puluh lima ringgit satu hari", (75, 75, "MYR", "hari")),
        ("salary US$ 640 - 780 monthly", (640, 780, "USD", "bulan")),
        ("gaji 850u sebulan", (850, 850, "USD", "bulan")),
        ("upah 33,60 zł/jam", (33.6, 33.6, "PLN", "jam")),
        ("Salary 26.4k GBP per annum", (26_400, 26_400, "GBP", "tahun")),
        ("gaji 19 man yen", (190_000, 190_000, "JPY", "bulan")),
        ("digaji 4 juta seminggu", (4_000_000, 4_000_000, "IDR", "minggu")),
        ("basic 350 BD plus tips", (350, 350, "BHD", "bulan")),
    ],
)
def test_figures_are_read_as_they_are_typed(text: str, expected: Pay) -> None:
    assert pay(text) == expected


@pytest.mark.parametrize("end", ["ke atas", "up", "++", "keatas"])
def test_an_open_range_has_no_highest_sum(end: str) -> None:
    assert pay(f"gaji 11 juta {end} di Vientiane") == (11_000_000, None, "IDR", "bulan")


def test_a_plus_before_a_benefit_opens_nothing() -> None:
    assert pay("gaji 11 juta + makan") == (11_000_000, 11_000_000, "IDR", "bulan")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jaga nenek di Sha Tin, gaji 5.300", (5_300, 5_300, "HKD", "bulan")),
        ("gaji 640 dolar, majikan di Yishun", (640, 640, "SGD", "bulan")),
        ("ABK kapal ikan gaji 480 dolar", (480, 480, "USD", "bulan")),
        ("gaji 1700 real, hotel di Doha", (1_700, 1_700, "QAR", "bulan")),
        ("rate 31.20, kebun di Mildura", (31.2, 31.2, "AUD", "jam")),
        ("kedai di Kuching 1400 sebulan", (1_400, 1_400, "MYR", "bulan")),
        ("CS di Bokeo, 15 bersih tiap bulan", (15_000_000, 15_000_000, "IDR", "bulan")),
    ],
)
def test_the_country_says_the_currency(text: str, expected: Pay) -> None:
    assert pay(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Steward USD 510, koki 640, bosun 760. Kapal pesiar", (510, 760, "USD", "bulan")),
        ("Posisi di Doha:\nPelayan QAR 1.700\nKasir QAR 1.900", (1_700, 1_900, "QAR", "bulan")),
        ("gaji pokok RM1.700, biasanya bisa RM2.400", (1_700, 2_400, "MYR", "bulan")),
        ("gaji 1.400 € kotor, bersih 1.020 €, Zagreb", (1_400, 1_400, "EUR", "bulan")),
    ],
)
def test_sums_in_one_row_become_a_range(text: str, expected: Pay) -> None:
    assert pay(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gaji 24 juta, biaya 60 juta, DP 15 juta", (24_000_000, 24_000_000, "IDR", "bulan")),
        ("bonus USD 400 tiap ajak teman. Basic USD 950", (950, 950, "USD", "bulan")),
        ("Fee agensi 2 bulan gaji = S$300/bln. Gaji S$640", (640, 640, "SGD", "bulan")),
        ("uang saku 90.000 yen, biaya 31 juta", (90_000, 90_000, "JPY", "bulan")),
    ],
)
def test_pay_is_told_from_fees_and_bonuses(text: str, expected: Pay) -> None:
    assert pay(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("donor ginjal dibayar 140 juta di New Delhi", (140_000_000, 140_000_000, "IDR", None)),
        ("jual ginjal, kompensasi 110 jt, DP 10 jt", (110_000_000, 110_000_000, "IDR", None)),
        ("bawain koper ke Hong Kong, dikasih HK$7.000", (7_000, 7_000, "HKD", None)),
        ("gaji 1.600 riyal, nanti ada yg titip koper", (1_600, 1_600, "SAR", "bulan")),
        ("mas kawin 40 juta untuk orang tua, donor", None),
    ],
)
def test_what_is_paid_once_has_no_period(text: str, expected: Pay | None) -> None:
    assert pay(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "total 48 juta, DP 12 juta, tujuan Polandia",
        "mas kawin 40 juta untuk orang tua",
        "hubungi 0857-0000-8500 tanggal 12.10.2026 pukul 08.30",
        "SIP3MI 1200/2021, umur 21-40 tahun, tinggi 160",
        "tiap bawa kawan dapat 3 juta, kerja di Bokeo",
    ],
)
def test_other_sums_are_no_pay(text: str) -> None:
    assert pay(text) is None


def test_the_evidence_is_what_stands_in_the_text() -> None:
    text = "Info: gaji NT$ 3O.2OO per bulan, Tainan"
    found = salary_of(text)
    assert found is not None
    assert found.evidence.text == "NT$ 3O.2OO"
    assert text[found.evidence.start : found.evidence.end] == found.evidence.text


@given(st.text(alphabet="0123456789OlI., -–+/$€£RpNTjtrbujakusdgajihrn%\n🇰🇭", max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    for figure in figures_in(text, "MY"):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.low <= figure.top
