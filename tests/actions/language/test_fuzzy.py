"""Mistyped words are led back to those that the assistant knows; other words are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.language.fuzzy import Speller

WORDS = [
    "disekap",
    "kamboja",
    "pasar",
    "paspor",
    "kerja",
    "penempatan",
    "visa",
    "kerja-sama",
    "g2g",
]


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(WORDS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kambojo", "kamboja"),
        ("kamoja", "kamboja"),
        ("kambboja", "kamboja"),
        ("kambjoa", "kamboja"),
        ("disekpa", "disekap"),
    ],
    ids=["changed", "left out", "added", "swapped", "swapped at the end"],
)
def test_one_slip_is_forgiven(speller: Speller, typed: str, meant: str) -> None:
    assert speller.correct(typed) == meant


def test_two_slips_are_forgiven_in_a_long_word_only(speller: Speller) -> None:
    assert speller.correct("penmpatn") == "penmpatn"
    assert speller.correct("pnempatann") == "penempatan"
    assert speller.correct("kambojiu") == "kambojiu"


def test_a_known_word_stays(speller: Speller) -> None:
    assert [speller.correct(word) for word in WORDS] == WORDS


@pytest.mark.parametrize("word", ["", "visq", "krja", "tgl"])
def test_a_short_word_stays(speller: Speller, word: str) -> None:
    assert speller.correct(word) == word


@pytest.mark.parametrize("word", ["xamboja", "amboja"])
def test_the_first_letter_must_be_right(speller: Speller, word: str) -> None:
    assert speller.correct(word) == word


@pytest.mark.parametrize("word", ["pasir", "menahan", "dipukul"])
def test_a_word_of_the_language_is_meant_as_it_stands(word: str) -> None:
    assert Speller(["pasar", "menahun", "dipikul"]).correct(word) == word


@pytest.mark.parametrize("word", ["kamb0ja", "kamboja1", "kam-boja", "08123456", "🙏🙏🙏🙏🙏"])
def test_what_is_no_word_stays(speller: Speller, word: str) -> None:
    assert speller.correct(word) == word


def test_the_nearest_word_is_taken() -> None:
    assert Speller(["penempaten", "penempatan"]).correct("penempatann") == "penempatan"


def test_of_two_equally_near_the_one_with_the_same_consonants_is_taken(speller: Speller) -> None:
    assert speller.correct("paspr") == "paspor"


@pytest.mark.parametrize("typed", ["pospolnya", "pospolku", "pospolmu"])
def test_an_ending_is_no_slip(typed: str) -> None:
    assert Speller(["pospol", "paspornya"]).correct(typed) == "pospol"


def test_a_short_word_with_what_looks_like_an_ending_stays() -> None:
    assert Speller(["bang"]).correct("bangku") == "bangku"


def test_the_order_of_the_words_changes_nothing() -> None:
    typed = ["kambojo", "disekpa", "paspr", "pasor"]
    corrected = [[Speller(words).correct(word) for word in typed] for words in (WORDS, WORDS[::-1])]
    assert corrected[0] == corrected[1]


def test_a_speller_without_words_changes_nothing() -> None:
    assert Speller([]).correct("kambojo") == "kambojo"


@given(st.text(max_size=20))
def test_any_text_becomes_itself_or_a_known_word(word: str) -> None:
    assert Speller(WORDS).correct(word) in {word, *WORDS}


@given(st.integers(1, 6))
def test_any_letter_left_out_but_the_first_is_found_again(place: int) -> None:
    assert Speller(WORDS).correct("kamboja"[:place] + "kamboja"[place + 1 :]) == "kamboja"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ginjl", "ginjal"), ("rahmi", "rahmi"), ("rohim", "rohim"), ("rahima", "rahima"), ("ginjaln", "ginjaln")],
    ids=["vowel left out", "swapped", "changed", "added", "consonant added"],
)  # fmt: skip
def test_only_a_vowel_left_out_leads_to_a_word_to_be_sparing_with(typed: str, meant: str) -> None:
    assert Speller([], sparing=["ginjal", "rahim"]).correct(typed) == meant
