"""Indonesian numbers in digits and words."""

from __future__ import annotations

import re

import pytest

from actions.language.numerals import FIGURE, figure, number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("tujuh", 7),
        ("sepuluh", 10),
        ("lima belas", 15),
        ("limabelas", 15),
        ("dua puluh lima", 25),
        ("seratus dua puluh", 120),
        ("tiga ratus lima", 305),
        ("setengah", 0.5),
        ("satu setengah", 1.5),
        ("1 setengah", 1.5),
        ("2,5", 2.5),
        ("1.200.000", 1_200_000),
        ("750.000,50", 750_000),
    ],
)
def test_a_number(words: str, value: float) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15jt", 15_000_000),
        ("20-an juta", 20_000_000),
        ("sejuta", 1_000_000),
        ("sejuta dua ratus", 1_200_000),
        ("seribu lima ratus", 1_500),
        ("dua juta lima ratus", 2_500_000),
        ("tiga juta lima ratus ribu", 3_500_000),
        ("3 juta 500 ribu", 3_500_000),
        ("dua juta setengah", 2_500_000),
        ("setengah juta", 500_000),
        ("37", 37),
    ],
)
def test_a_figure(text: str, value: float) -> None:
    assert re.fullmatch(FIGURE, text)
    low, unit = figure(text)
    assert low * unit == value


def test_a_number_without_a_unit_leaves_the_next_number_alone() -> None:
    found = re.match(FIGURE, "lima dua ratus")
    assert found is not None
    assert found.group() == "lima"
