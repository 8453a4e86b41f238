"""Base forms of written and spoken words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.language.lemma import base_form


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("dipegang", "pegang"),
        ("memegang", "pegang"),
        ("pemegangan", "pegang"),
        ("menahan", "tahan"),
        ("ditahan", "tahan"),
        ("penipuan", "tipu"),
    ],
)
def test_written_affixes_are_taken_off(word: str, base: str) -> None:
    assert base_form(word) == base


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("dipegangin", "pegang"),
        ("megangin", "pegang"),
        ("nawarin", "tawar"),
        ("nipu", "tipu"),
        ("nyekap", "sekap"),
        ("nyuruh", "suruh"),
        ("mukulin", "pukul"),
        ("ngelapor", "lapor"),
        ("ngasih", "kasih"),
        ("kerjain", "kerja"),
    ],
)
def test_spoken_affixes_are_taken_off(word: str, base: str) -> None:
    assert base_form(word) == base


@pytest.mark.parametrize("word", ["makan", "main", "mungkin", "negara", "minta", "kemarin", "lain"])
def test_a_word_that_only_looks_as_if_it_had_an_affix_stays(word: str) -> None:
    assert base_form(word) == word


@pytest.mark.parametrize("word", ["", "di", "pt", "bp2mi", "0jt", "🙏", "luar negeri", "qwertyin"])
def test_what_has_no_known_base_stays(word: str) -> None:
    assert base_form(word) == word


@given(st.text(max_size=30))
def test_any_word_has_a_base_form(word: str) -> None:
    assert word == "" or base_form(word)
