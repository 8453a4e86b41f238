"""One spelling for the ways people type a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.spelling import normalize_word, slang, undisguise


@pytest.mark.parametrize(
    ("typed", "common"),
    [
        ("KERJA", "kerja"),
        ("tolooong", "tolong"),
        ("Kambójà", "kamboja"),
        ("ｋｅｒｊａ", "kerja"),
        ("gak", "tidak"),
        ("yg", "yang"),
        ("teman2", "teman"),
        ("temen2", "teman"),
        ("anak2nya", "anaknya"),
        ("15jt", "0jt"),
        ("2026", "0"),
        ("5000000", "0"),
        ("maaf", "maaf"),
        ("?", "?"),
        ("🙏", "🙏"),
    ],
)
def test_spellings_are_brought_together(typed: str, common: str) -> None:
    assert normalize_word(typed) == common


def test_a_double_letter_is_a_spelling_and_stays() -> None:
    assert normalize_word("maaf") == "maaf"


def test_a_short_word_before_a_two_is_no_reduplication() -> None:
    assert normalize_word("ke2") == "ke2"


def test_an_empty_word_stays_empty() -> None:
    assert normalize_word("") == ""


@given(st.text(max_size=30))
def test_any_text_can_be_normalised(word: str) -> None:
    assert isinstance(normalize_word(word), str)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-", max_size=30))
def test_upper_and_lower_case_mean_the_same(word: str) -> None:
    assert normalize_word(word.upper()) == normalize_word(word.lower())


def test_a_word_that_is_normal_stays_so() -> None:
    changed = {word for word in slang().values() if normalize_word(word) != word}
    assert changed == set()


def test_every_slang_word_stands_for_one_that_is_no_slang() -> None:
    assert {word for word in slang().values() if word in slang()} == set()


KNOWN = {"kamboja", "slot", "judol", "kerja", "calo", "saya", "sekarang"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("k4mb0ja", "kamboja"),
        ("K4MB0J4", "kamboja"),
        ("$l0t", "slot"),
        ("jud0l", "judol"),
        ("k3rja", "kerja"),
        ("c@l0", "calo"),
        ("k4mb0jaaaa", "kamboja"),
    ],
)
def test_digits_and_signs_that_stand_for_letters_are_seen_through(typed: str, meant: str) -> None:
    assert undisguise(typed, KNOWN.__contains__) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "slot", "2026", "@@@@", "p3mi", "bp2mi", "g2g", "15jt", "5kg", "4tlanti5", "k4mb0ja.com"],
)
def test_other_words_with_digits_hide_nothing(typed: str) -> None:
    assert undisguise(typed, KNOWN.__contains__) is None


@given(st.text(max_size=20))
def test_what_is_seen_through_is_a_known_word(word: str) -> None:
    assert undisguise(word, KNOWN.__contains__) in {None, *KNOWN}
