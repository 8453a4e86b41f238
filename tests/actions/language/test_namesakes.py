"""Names that are words of this field as well are told by what stands before them."""

from __future__ import annotations

import pytest

from actions.language.namesakes import Namesakes

KNOWN = Namesakes({"abdul", "rahim", "rahmi", "feri"}, {"rahim", "feri", "paspor"})


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("hubungi pak rahim ya", [2]),
        ("bpk . rahim", [2]),
        ("abdul rahim feri", [1, 2]),
        ("sewa rahim", []),
        ("rahim", []),
        ("kak , feri jam berapa", []),
        ("naik feri . rahim", []),
        ("pak paspor saya", []),
    ],
)
def test_a_name_is_told_by_what_stands_before_it(text: str, places: list[int]) -> None:
    assert KNOWN.named_at(text.split()) == places


def test_only_a_name_that_is_no_other_word_is_plain() -> None:
    assert [KNOWN.is_plain(word) for word in ("rahmi", "rahim", "paspor")] == [True, False, False]
