"""Amounts of money in a text: figure, currency, period, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.language.amounts import amounts_in

MONEY = st.text(alphabet="0123456789., -~/$RrPpjtJTkKribumldugaswenoh%\nıİſK🙏", max_size=40)


def values(text: str) -> list[str]:
    return [amount.value for amount in amounts_in(text)]


def written(text: str) -> list[str]:
    return [text[amount.start : amount.end] for amount in amounts_in(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15jt", "IDR 15000000"),
        ("15 JUTA", "IDR 15000000"),
        ("1,5 juta", "IDR 1500000"),
        ("1.5jt", "IDR 1500000"),
        ("500rb", "IDR 500000"),
        ("50k", "IDR 50000"),
        ("2 miliar", "IDR 2000000000"),
        ("5 jutaan", "IDR 5000000"),
        ("Rp15.000.000", "IDR 15000000"),
        ("Rp 2.500.000,00", "IDR 2500000"),
        ("rp.750.000", "IDR 750000"),
        ("5000000 rupiah", "IDR 5000000"),
        ("gaji 5000000", "IDR 5000000"),
    ],
)
def test_rupiah_are_read_in_all_their_spellings(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("setengah juta", "IDR 500000"),
        ("lima juta", "IDR 5000000"),
        ("lima belas juta", "IDR 15000000"),
        ("dua puluh lima juta", "IDR 25000000"),
        ("sepuluh ribu", "IDR 10000"),
        ("seratus ribu", "IDR 100000"),
        ("sejuta", "IDR 1000000"),
        ("satu setengah juta", "IDR 1500000"),
        ("dua ratus lima puluh ribu", "IDR 250000"),
        ("seratus lima puluh juta", "IDR 150000000"),
        ("dua juta lima ratus ribu", "IDR 2500000"),
        ("1 juta 500 ribu", "IDR 1500000"),
    ],
)
def test_numbers_in_words_are_read(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$1200", "USD 1200"),
        ("USD 1.200", "USD 1200"),
        ("1.500 dolar", "USD 1500"),
        ("RM2500", "MYR 2500"),
        ("2500 ringgit", "MYR 2500"),
        ("NT$ 29.500", "TWD 29500"),
        ("HK$5,100", "HKD 5100"),
        ("3000 yuan", "CNY 3000"),
        ("1500 riyal", "SAR 1500"),
        ("10 ribu dolar", "USD 10000"),
    ],
)
def test_currencies_have_their_codes(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8-12 juta", "IDR 8000000-12000000"),
        ("15 - 20 jt", "IDR 15000000-20000000"),
        ("800rb - 1,2jt", "IDR 800000-1200000"),
        ("10 juta sampai 15 juta", "IDR 10000000-15000000"),
        ("lima sampai sepuluh juta", "IDR 5000000-10000000"),
        ("Rp 3.500.000 s/d Rp 5.000.000", "IDR 3500000-5000000"),
        ("USD 1000-1500", "USD 1000-1500"),
        ("12-8 juta", "IDR 8000000-12000000"),
    ],
)
def test_a_range_has_both_ends(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("gaji dua digit", "IDR 10000000-99000000"),
        ("3 digit", "IDR 100000000-999000000"),
        ("belasan juta", "IDR 11000000-19000000"),
        ("puluhan jt", "IDR 20000000-99000000"),
        ("ratusan ribu", "IDR 100000-999000"),
    ],
)
def test_vague_words_are_a_range(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("5 juta/bln", "bulan"),
        ("15 jt sebulan", "bulan"),
        ("NT$ 29.500 per bulan", "bulan"),
        ("$500 sehari", "hari"),
        ("30rb per jam", "jam"),
        ("60 juta setahun", "tahun"),
        ("1 juta tiap minggu", "minggu"),
        ("5 juta", None),
        ("5 juta bulan depan", None),
    ],
)
def test_the_period_is_kept_when_it_is_said(text: str, period: str | None) -> None:
    assert [amount.period for amount in amounts_in(text)] == [period]


def test_the_period_is_part_of_the_value_but_not_of_the_words() -> None:
    assert values("gaji 5 juta/bulan") == ["IDR 5000000/bulan"]
    assert written("gaji 5 juta/bulan") == ["5 juta"]


@pytest.mark.parametrize(
    "text",
    ["", "gaji", "081234567800", "0812 3456 7890", "+62 812-3456-7890", "tahun 2026", "umur 25",
     "3 orang", "2 tahun", "pasal 81", "bp2mi", "uu 18/2017", "jam 7-9", "kamar 100000a"],
)  # fmt: skip
def test_other_numbers_are_no_money(text: str) -> None:
    assert values(text) == []


def test_several_amounts_keep_their_order() -> None:
    text = "gaji 12jt, potong 800rb/bln, denda $1000"
    assert values(text) == ["IDR 12000000", "IDR 800000/bulan", "USD 1000"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("🙏 gaji 15jt ya", "15jt"),
        ("gaji\n\nRp 15.000.000\nmakan", "Rp 15.000.000"),
        ("(RM2500)", "RM2500"),
        ("💰💰8-12 juta💰", "8-12 juta"),
    ],
)
def test_offsets_point_at_the_words(text: str, amount: str) -> None:
    assert written(text) == [amount]


@pytest.mark.parametrize(
    "text", ["belasan rıbu", "dua dıgıt", "tıga juta", "5 rınggıt", "5 \u212a"]
)
def test_look_alike_letters_are_read_too(text: str) -> None:
    assert written(text) == [text]


def test_a_number_without_end_is_no_money() -> None:
    assert values("Rp " + "9" * 400) == []


def is_sound(text: str) -> bool:
    """Offsets lie inside the text, do not overlap, and no amount ends below its beginning."""
    last = 0
    for amount in amounts_in(text):
        if not (last <= amount.start < amount.end <= len(text) and 0 <= amount.low <= amount.high):
            return False
        last = amount.end
    return True


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert is_sound(text)


@given(MONEY)
def test_any_muddle_of_figures_can_be_read(text: str) -> None:
    assert is_sound(text)


@given(st.integers(1, 999), st.sampled_from([("rb", 1_000), ("juta", 1_000_000)]))
def test_every_number_with_a_unit_is_its_amount(number: int, unit: tuple[str, int]) -> None:
    assert [(a.low, a.high) for a in amounts_in(f"gaji {number} {unit[0]} kak")] == [
        (number * unit[1],) * 2
    ]


@given(st.integers(100_000, 999_999_999))
def test_figures_in_groups_of_three_are_read(number: int) -> None:
    grouped = f"{number:,}".replace(",", ".")
    assert values(f"Rp{grouped}") == values(f"Rp {number}") == [f"IDR {number}"]
