"""Features of a sentence: words, pairs, letter groups, with places masked."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.nlu.features import features_of, words_of


def words(nlp: Language, text: str) -> list[str]:
    return words_of(nlp(text))


def test_words_are_normalised(nlp: Language) -> None:
    assert words(nlp, "Gak ada kontraknya") == ["tidak", "ada", "kontraknya"]


def test_a_place_stands_for_its_kind(nlp: Language) -> None:
    assert words(nlp, "biaya ke Kamboja") == ["biaya", "ke", "__negara__"]


def test_a_place_of_several_words_is_one(nlp: Language) -> None:
    assert words(nlp, "ke Uni Emirat Arab") == ["ke", "__negara__"]


def test_a_province_stands_for_its_kind(nlp: Language) -> None:
    assert words(nlp, "orang NTB") == ["orang", "__provinsi__"]


def test_two_places_side_by_side_are_two(nlp: Language) -> None:
    assert words(nlp, "Kamboja Taiwan") == ["__negara__", "__negara__"]


def test_punctuation_is_dropped_but_not_the_question_mark(nlp: Language) -> None:
    assert words(nlp, "gaji, berapa?!") == ["gaji", "berapa", "?"]


def test_emoji_and_spaces_are_no_words(nlp: Language) -> None:
    assert words(nlp, " 🙏  \n ") == []


def test_a_word_counts_as_word_pair_and_letters(nlp: Language) -> None:
    assert dict(features_of(nlp("ke"))) == {
        "w:ke": 1,
        "p:<s> ke": 1,
        "p:ke </s>": 1,
        "c: k": 1,
        "c:ke": 1,
        "c:e ": 1,
        "c: ke": 1,
        "c:ke ": 1,
        "c: ke ": 1,
    }


def test_a_word_that_comes_again_is_counted(nlp: Language) -> None:
    assert features_of(nlp("gaji berapa gaji"))["w:gaji"] == 2


@pytest.mark.parametrize("typed", ["anak-anak pergi", "anak anak pergi", "anak2 pergi"])
def test_a_word_said_twice_is_one_word(nlp: Language, typed: str) -> None:
    assert words(nlp, typed) == ["anak", "pergi"]


def test_the_place_itself_is_a_feature_of_its_own(nlp: Language) -> None:
    assert features_of(nlp("ke Kamboja"))["e:KH"] == 1


def test_the_name_of_a_place_gives_no_letters_away(nlp: Language) -> None:
    assert "c:mboj" not in features_of(nlp("ke Kamboja"))


def test_an_empty_text_has_no_words_and_no_letters(nlp: Language) -> None:
    assert dict(features_of(nlp(""))) == {"p:<s> </s>": 1}
