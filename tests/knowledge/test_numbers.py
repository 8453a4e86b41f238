"""Phone numbers are recognised in the ways people write them, and amounts are not."""

from __future__ import annotations

import pytest

from knowledge.numbers import phone_like, same_number


@pytest.mark.parametrize(
    "text",
    ["0811-8080-141", "+62 21 2924 4800", "(021) 2924 4800", "628118080141", "0811.8080.141"],
)
def test_a_number_in_a_sentence_is_found(text: str) -> None:
    assert len(set(phone_like(f"Hubungi {text} sekarang."))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Rp15.000.000 sebulan", "Rp 15000000", "2021-2023", "2026-11-21", "UU 18/2017",
        "NT$29.500", "10.000 kasus", "Pada 2025 208 dolar", "0,5 persen", "usia 18 sampai 39",
    ],
)  # fmt: skip
def test_an_amount_a_year_or_a_date_is_no_number(text: str) -> None:
    assert list(phone_like(text)) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+628118080141", "0811-8080-141", True),
        ("+622129244800", "021 2924 4800", True),
        ("119", "119 ext. 8", True),
        ("119", "118", False),
        ("+628118080141", "0811-8080-142", False),
        ("110", "+62110", False),
    ],
)
def test_two_ways_of_writing_are_compared_by_their_digits(one: str, other: str, same: bool) -> None:
    assert same_number(one, other) is same
