"""Concepts in a text: by spelling, by base form, the longest phrase, and not where a phrase means something else."""

from __future__ import annotations

import pytest
from spacy.language import Language

from actions.language.pipeline import indonesian
from tests.helpers.language import concept_row, lexicon_of


def concepts(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [span.label_ for span in doc.spans["concepts"]]


def with_concepts(*rows: tuple[str, ...]) -> Language:
    return indonesian(lexicon_of([], [concept_row(*row) for row in rows]))


@pytest.mark.parametrize("text", ["disekap", "DISEKAP!!", "disekaaaap", "saya dikurung bos"])
def test_a_concept_is_found_by_each_of_its_words_in_any_spelling(nlp: Language, text: str) -> None:
    assert concepts(nlp, text) == ["sekap"]


@pytest.mark.parametrize("text", ["menyekap", "penyekapan", "nyekap", "mengurung", "ngurungin"])
def test_a_concept_is_found_by_its_base_form(nlp: Language, text: str) -> None:
    assert concepts(nlp, text) == ["sekap"]


def test_a_phrase_is_found_by_its_base_forms(nlp: Language) -> None:
    assert concepts(nlp, "paspor menahan") == ["paspor_ditahan"]


def test_a_word_of_its_own_wins_over_the_base_form_of_another() -> None:
    nlp = with_concepts(("tipu", "menipu"), ("penipuan", "penipuan"))
    assert concepts(nlp, "menipu penipuan") == ["tipu", "penipuan"]


def test_a_base_form_that_two_concepts_share_says_nothing() -> None:
    nlp = with_concepts(("tahan", "ditahan"), ("penahanan", "penahanan"))
    assert concepts(nlp, "menahan") == []


def test_the_longest_phrase_wins(nlp: Language) -> None:
    assert concepts(nlp, "judi online") == ["judi_daring"]
    assert concepts(nlp, "judi") == ["judi"]


def test_a_longer_phrase_that_means_something_else_is_nothing(nlp: Language) -> None:
    assert concepts(nlp, "kuliah di fakultas hukum") == []
    assert concepts(nlp, "fakultas hukum dan hukum") == ["hukum"]


def test_a_word_inside_another_is_nothing(nlp: Language) -> None:
    assert concepts(nlp, "judias") == []


def test_a_mistyped_word_finds_its_concept(nlp: Language) -> None:
    assert concepts(nlp, "sy disekpa") == ["sekap"]


@pytest.mark.parametrize("text", ["judi  online", "judi\nonline", "judi \n\n online"])
def test_a_phrase_broken_by_spaces_is_still_one(nlp: Language, text: str) -> None:
    assert concepts(nlp, text) == ["judi_daring"]


def test_concepts_keep_their_order_and_may_come_again(nlp: Language) -> None:
    assert concepts(nlp, "bohong judi menyekap penipuan") == [
        "penipuan",
        "judi",
        "sekap",
        "penipuan",
    ]


@pytest.mark.parametrize("text", ["", " ", "🙏", "selamat pagi"])
def test_where_none_is_named_none_is_found(nlp: Language, text: str) -> None:
    assert concepts(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("🙏🙏 JUDI\n ONLINE pak", "JUDI\n ONLINE"),
        ("kerja\n\n👉 menyekap 👈", "menyekap"),
        ("awas j.u.d.o.l!", "j.u.d.o.l"),
    ],
)
def test_offsets_point_into_the_original_text(nlp: Language, text: str, words: str) -> None:
    doc = nlp(text)
    assert [text[s.start_char : s.end_char] for s in doc.spans["concepts"]] == [words]
