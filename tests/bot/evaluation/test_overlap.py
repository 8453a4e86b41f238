from __future__ import annotations

import pytest

from bot.evaluation.overlap import TrainingSentences, alike, same
from bot.evaluation.sets import Example

TRAINED = TrainingSentences(
    [("biaya", "berapa biaya ke Korea?"), ("setuju", "iya"), ("visa", "visa itu yang mana")]
)


@pytest.mark.parametrize(
    ("one", "other"), [("Halo,  apa KABAR?", "halo apa kabar"), ("tolooong", "tolong")]
)
def test_case_spaces_and_punctuation_make_no_difference(one: str, other: str) -> None:
    assert alike(one) == alike(other)


def test_a_sentence_of_signs_stays_as_it_is() -> None:
    assert alike("🆘") == same("🆘") == "🆘"


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("BERAPA biaya ke korea", True),
        ("brp biaya ke korea", True),
        ("berapa biaya ke jepang", False),
        ("iya", True),
        ("iy", False),
    ],
)
def test_a_trained_sentence_is_found_in_any_spelling(sentence: str, held: bool) -> None:
    assert TRAINED.hold(sentence) is held


def test_short_messages_of_a_conversation_may_be_trained_on() -> None:
    def follow_up(first: str) -> Example:
        return Example("lanjutan", "iya", ("gaji",), before=(first,))

    assert not TRAINED.hold_any(follow_up("gaji di taiwan berapa"))
    assert TRAINED.hold_any(follow_up("visa yg mana itu yang mana")) is False
    assert TRAINED.hold_any(follow_up("visa itu yg mana"))
    assert TRAINED.hold_any(Example("nlu", "iya", ("setuju",)))


def test_it_knows_how_many_there_are() -> None:
    assert len(TRAINED) == 3
