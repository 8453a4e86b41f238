"""The rule concept_words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.builders import findings, make_concept, make_theme

RULE = "concept_words"
FILE = "concepts/uang.yml"


def test_a_word_of_two_concepts_is_reported_in_any_language_and_case(tmp_path: Path) -> None:
    first = make_concept(words=["biaya", "uang  Muka"])
    second = make_concept(
        id="lain", words=["tarif", "Uang muka"], regional={"su": ["ragad"]}, near_misses=[]
    )

    assert findings(tmp_path, RULE, concepts=[make_theme(first, second)]) == [
        f"{FILE}:12 concepts[1].words[1]",
        f"{FILE}:14 concepts[1].regional.su[0]",
    ]


@pytest.mark.parametrize(
    ("one", "other"), [("mbak", "kak"), ("Biayaaa", "ongkos"), ("a-b", "a -b")]
)
def test_words_that_are_read_alike_are_one_word(tmp_path: Path, one: str, other: str) -> None:
    first, second = (
        make_concept(id=name, words=[word], regional=None, near_misses=[])
        for name, word in (("a", one), ("b", other))
    )

    found = findings(tmp_path, RULE, concepts=[make_theme(first, second)])

    assert found == [f"{FILE}:11 concepts[1].words[0]"]


def test_a_word_twice_in_one_concept_is_no_fault(tmp_path: Path) -> None:
    concept = make_concept(regional={"jv": ["ragad"], "su": ["ragad", "biaya"]})

    assert findings(tmp_path, RULE, concepts=[make_theme(concept)]) == []


def test_an_id_of_two_themes_is_reported(tmp_path: Path) -> None:
    other = make_concept(words=["sewa"], regional=None, near_misses=[])
    themes = [make_theme(), make_theme(other, id="usaha")]

    assert findings(tmp_path, RULE, concepts=themes) == ["concepts/usaha.yml:4 concepts[0].id"]


@pytest.mark.parametrize("word", [" a", "16", "1 000"])
def test_a_single_letter_or_only_digits_is_reported(tmp_path: Path, word: str) -> None:
    concept = make_concept(words=["biaya", word])

    found = findings(tmp_path, RULE, concepts=[make_theme(concept)])

    assert found == [f"{FILE}:6 concepts[0].words[1]"]


@pytest.mark.parametrize("phrase", ["uang kuliah", "biayaku mahal", "Biaya", "ragad"])
def test_a_near_miss_must_contain_a_word_and_be_none(tmp_path: Path, phrase: str) -> None:
    concept = make_concept(near_misses=["ragad kuliah", phrase])

    found = findings(tmp_path, RULE, concepts=[make_theme(concept)])

    assert found == [f"{FILE}:9 concepts[0].near_misses[1]"]


def test_an_exception_excuses_a_word_with_two_meanings(tmp_path: Path) -> None:
    line = '- {rule: concept_words, record: uang, value: "ongkos", reason: "Dua arti."}\n'
    theme = make_theme(
        make_concept(), make_concept(id="upah", words=["ongkos"], regional=None, near_misses=[])
    )

    assert findings(tmp_path, RULE, concepts=[theme], exceptions=line) == []
    assert findings(tmp_path, RULE, concepts=[theme], exceptions="[]") != []
