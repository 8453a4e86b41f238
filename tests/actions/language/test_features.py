"""Features of a sentence: words, pairs, letter groups, base forms, concepts and form, with what is named masked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from actions.language.features import features_of, words_of
from actions.language.pipeline import indonesian
from tests.helpers.language import LEXICON

NLP = indonesian(LEXICON)


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
        "s:length1": 1,
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
    assert dict(features_of(nlp(""))) == {"p:<s> </s>": 1, "s:length0": 1}


def test_amounts_and_ages_stand_for_their_kind(nlp: Language) -> None:
    assert words(nlp, "gaji 15 jt umur 19 th") == ["gaji", "__uang__", "umur", "__umur__"]


def test_things_keep_their_words(nlp: Language) -> None:
    assert words(nlp, "visa kerja") == ["visa", "kerja"]


def test_only_places_are_features_of_their_own(nlp: Language) -> None:
    features = features_of(nlp("visa kerja ke Taiwan gaji 15jt umur 19 th"))
    assert {name for name in features if name.startswith("e:")} == {"e:TW"}


def test_a_base_form_is_a_feature_where_it_differs_from_the_word(nlp: Language) -> None:
    features = features_of(nlp("dipegangin agen"))
    assert {name for name in features if name.startswith("b:")} == {"b:pegang"}


@pytest.mark.parametrize("typed", ["paspor dipegang", "paspor dipegangin", "paspor megang"])
def test_one_concept_in_other_words_gives_the_same_feature(nlp: Language, typed: str) -> None:
    assert features_of(nlp(typed))["k:ambil"] == 1


def test_concepts_are_features_alone_and_in_pairs(nlp: Language) -> None:
    features = features_of(nlp("judi online itu bohong, disekap"))
    assert {name for name in features if name[0] in "kq"} == {
        "k:judi_daring",
        "k:penipuan",
        "k:sekap",
        "q:judi_daring penipuan",
        "q:penipuan sekap",
    }


def test_a_concept_that_comes_again_counts_once(nlp: Language) -> None:
    assert features_of(nlp("bohong bohong penipuan"))["k:penipuan"] == 1


OFFER = "🔥DIBUTUHKAN SEGERA🔥\n- ADMIN KAMBOJA\n- GAJI BESAR\n- WA 0812 3456 7890"


def test_a_pasted_offer_shows_by_its_form(nlp: Language) -> None:
    shape = {name for name in features_of(nlp(OFFER)) if name.startswith("s:")}
    assert {"s:capitals", "s:emoji", "s:lines", "s:number"} <= shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("gaji berapa?", {"s:question"}),
        ("SAYA DISEKAP", set()),
        ("terima kasih 🙏", set()),
        ("gaji 15jt umur 19", set()),
    ],
)
def test_a_short_question_shows_no_form_of_an_offer(
    nlp: Language, text: str, shape: set[str]
) -> None:
    found = {name for name in features_of(nlp(text)) if name.startswith("s:")}
    assert {name for name in found if "length" not in name} == shape


def test_long_and_short_texts_differ(nlp: Language) -> None:
    lengths = [
        {name for name in features_of(nlp(text)) if name.startswith("s:length")}
        for text in ("gaji", "gaji berapa ya kak", "gaji berapa kalau kerja di pabrik sana ya kak")
    ]
    assert all(len(each) == 1 for each in lengths)
    assert lengths[0] != lengths[1] != lengths[2]


@pytest.mark.parametrize(
    "text", ["ditahan di Kamboja, hukum bagaimana", "Kamboja judi online, Taiwan penipuan?"]
)
def test_a_piece_has_the_features_that_it_has_alone(nlp: Language, text: str) -> None:
    doc = nlp(text)
    comma = [token.text for token in doc].index(",")
    for piece in (doc[:comma], doc[comma + 1 :]):
        assert features_of(piece) == features_of(nlp(piece.text))


def test_a_concept_that_a_piece_cuts_is_none(nlp: Language) -> None:
    assert "k:judi_daring" in features_of(nlp("judi online"))
    assert "k:judi_daring" not in features_of(nlp("judi online")[:1])


@given(st.text(max_size=60))
def test_any_text_has_features(text: str) -> None:
    assert all(count > 0 for count in features_of(NLP(text)).values())
