"""Messages that only name a place."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.nlu.follow_up import is_bare_place, is_call_for_help, short_intent


@pytest.mark.parametrize(
    "text",
    ["Taiwan", "kalau ke Taiwan?", "yang di NTB gimana", "Uni Emirat Arab", "klo malaysia pak",
     "Taiwan atau Hongkong?", "kab. Malang", "saya di Kamboja sekarang"],
)  # fmt: skip
def test_a_place_with_small_words_is_a_follow_up(nlp: Language, text: str) -> None:
    assert is_bare_place(nlp(text))


@pytest.mark.parametrize(
    "text",
    ["gaji di Taiwan", "saya disekap di Kamboja", "paspor ditahan Taiwan", "tolong Kamboja"],
)
def test_a_place_with_a_question_of_its_own_is_none(nlp: Language, text: str) -> None:
    assert not is_bare_place(nlp(text))


@pytest.mark.parametrize("text", ["", "?", "kalau ke mana?", "Atlantis"])
def test_without_a_place_it_is_none(nlp: Language, text: str) -> None:
    assert not is_bare_place(nlp(text))


def test_a_long_list_of_places_is_none(nlp: Language) -> None:
    assert not is_bare_place(nlp("Taiwan " * 9))


@pytest.mark.parametrize(("typed", "intent"), [("y", "setuju"), ("Y.", "setuju"), (" T ", "tolak")])
def test_a_letter_answers_a_closed_question(nlp: Language, typed: str, intent: str) -> None:
    assert short_intent(nlp(typed)) == intent


def test_other_letters_answer_nothing(nlp: Language) -> None:
    assert short_intent(nlp("p")) is None


@pytest.mark.parametrize("typed", ["tolong", "Tolooong pak!!", "help me", "SOS", "🆘", "tulung"])
def test_a_bare_call_for_help_is_recognised(nlp: Language, typed: str) -> None:
    assert is_call_for_help(nlp(typed))


@pytest.mark.parametrize("typed", ["help", "tolong jelaskan cara lapor", "tolong cek pt ini", ""])
def test_a_request_is_no_call_for_help(nlp: Language, typed: str) -> None:
    assert not is_call_for_help(nlp(typed))
