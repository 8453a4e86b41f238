"""The rule name_words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.builders import findings, make_concept, make_names, make_theme

RULE = "name_words"


@pytest.mark.parametrize("name", ["kamboja", "bavet", "aceh", "nad", "kabupaten pidie", "pidie"])
def test_a_doubtful_place_is_a_place(tmp_path: Path, name: str) -> None:
    names = make_names(doubtful=[name, "malang"])
    assert findings(tmp_path, RULE, names=[names]) == ["names/tempat.yml:6 doubtful[1]"]


def test_a_district_that_is_never_called_by_its_name_alone_is_one(tmp_path: Path) -> None:
    names = make_names(never_alone=["pidie", "karo"])
    assert findings(tmp_path, RULE, names=[names]) == ["names/tempat.yml:6 never_alone[1]"]


def test_a_doubtful_thing_is_a_word_of_a_concept_of_its_kind(tmp_path: Path) -> None:
    kebun = make_concept(
        id="kebun", words=["kebun"], entity="pekerjaan", other_names=["ladang"],
        regional={"jv": ["kebonan"]}, near_misses=[],
    )  # fmt: skip
    names = make_names(
        id="pekerjaan", doubtful=["kebun", "ladang", "kebonan", "biaya"], not_names=["jual kebun"]
    )
    found = findings(tmp_path, RULE, concepts=[make_theme(make_concept(), kebun)], names=[names])
    assert found == ["names/pekerjaan.yml:6 doubtful[3]"]


def test_a_phrase_that_is_no_name_contains_one(tmp_path: Path) -> None:
    names = make_names(not_names=["roti kamboja", "roti kambojaan"])
    assert findings(tmp_path, RULE, names=[names]) == ["names/tempat.yml:5 not_names[1]"]


def test_no_word_says_two_things(tmp_path: Path) -> None:
    names = make_names(not_after=["bahasa", "dari"])
    assert findings(tmp_path, RULE, names=[names]) == ["names/tempat.yml:4 not_after[1]"]


def test_a_list_of_another_shape_is_left_to_the_schema(tmp_path: Path) -> None:
    assert findings(tmp_path, RULE, names=[make_names(doubtful="malang")]) == []
