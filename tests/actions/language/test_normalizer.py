"""Spelling and base form of every token, disguised and spaced words among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from actions.language.pipeline import indonesian
from tests.helpers.language import LEXICON, lexicon_of

SPACERS = st.text(alphabet="ab .-_*\n🙏", max_size=40)
NLP = indonesian(LEXICON)


def norms(nlp: Language, text: str) -> list[str]:
    return [token.norm_ for token in nlp(text)]


@pytest.mark.parametrize(
    "text", ["j u d o l", "j.u.d.o.l", "j-u-d-o-l", "J U D O L", "j_u_d_o_l", "j*u*d*o*l"]
)
def test_letters_that_stand_apart_are_one_word(nlp: Language, text: str) -> None:
    assert norms(nlp, f"kerja {text} yuk") == ["kerja", "judol", "yuk"]


def test_two_words_spelt_out_are_two_when_a_word_stands_between(nlp: Language) -> None:
    assert norms(nlp, "j u d o l di s.l.o.t") == ["judol", "di", "slot"]


@pytest.mark.parametrize("text", ["a b c", "d.k.i", "S. Pd.", "a, b, c, d", "1 2 3 4 5"])
def test_a_few_letters_or_figures_are_left_apart(nlp: Language, text: str) -> None:
    assert len(norms(nlp, text)) > 1 or norms(nlp, text) == [text]


def test_letters_at_the_border_of_a_word_do_not_join_it(nlp: Language) -> None:
    assert "judol" not in norms(nlp, "maj u d o l")


def test_a_spaced_word_keeps_its_offsets(nlp: Language) -> None:
    doc = nlp("🙏 kerja j u d o l, pak")
    token = next(token for token in doc if token.norm_ == "judol")
    assert doc.text[token.idx : token.idx + len(token)] == "j u d o l"


@pytest.mark.parametrize(
    "text", ["sl0t", "5L0T", "slot", "SLOT", "sloooot", "s l o t", "s.l.o.t", "$l0t"]
)
def test_a_disguised_word_has_the_common_spelling(nlp: Language, text: str) -> None:
    assert norms(nlp, text) == ["slot"]


def test_a_disguised_place_is_found(nlp: Language) -> None:
    assert [ent.ent_id_ for ent in nlp("ke k4mb0ja").ents] == ["KH"]


@pytest.mark.parametrize("text", ["g2g", "G2G?", "p3mi", "bp2mi"])
def test_names_with_digits_stay(nlp: Language, text: str) -> None:
    assert norms(nlp, text)[0] == text.lower().strip("?")


def test_an_amount_is_no_disguise(nlp: Language) -> None:
    assert norms(nlp, "5kg 15jt") == ["0", "kg", "0", "juta"]


def test_a_mistyped_word_has_the_common_spelling(nlp: Language) -> None:
    assert norms(nlp, "kambojo pspor") == ["kamboja", "paspor"]


def test_a_word_led_back_to_an_everyday_spelling_ends_at_the_dictionary_one() -> None:
    nlp = indonesian(lexicon_of([], words=["pasport"]))
    assert norms(nlp, "pasporrt") == ["paspor"]


def test_every_token_carries_its_base_form(nlp: Language) -> None:
    assert [token.lemma_ for token in nlp("dipegangin agen")] == ["pegang", "agen"]


@given(SPACERS)
def test_any_muddle_of_letters_and_gaps_can_be_read(text: str) -> None:
    doc = NLP(text)
    assert doc.text == text
    assert all(token.norm_ and token.lemma_ for token in doc)
