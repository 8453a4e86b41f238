"""The rule roleplay_rounds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.knowledge.builders import findings
from tests.knowledge.builders_hall import make_answer, make_roleplay, make_round

RULE = "roleplay_rounds"


def found(tmp_path: Path, rounds: list[dict[str, Any]]) -> list[str]:
    plays = [make_roleplay(rounds=rounds)]
    return [line.split(" ")[1] for line in findings(tmp_path, RULE, roleplay=plays)]


@pytest.mark.parametrize("middle", [("biaya", "dokumen"), ("dokumen", "biaya")])
def test_costs_and_papers_may_change_places(tmp_path: Path, middle: tuple[str, str]) -> None:
    rounds = [make_round(stage) for stage in ("umpan", "kepercayaan", *middle, "isolasi")]

    assert found(tmp_path, rounds) == []


def test_a_stage_too_late_and_a_stage_twice_are_reported(tmp_path: Path) -> None:
    rounds = [make_round(stage) for stage in ("umpan", "biaya", "kepercayaan", "biaya")]

    assert found(tmp_path, rounds) == ["rounds[2].stage", "rounds[3].stage"]


@pytest.mark.parametrize("protects", [True, False])
def test_answers_are_not_all_alike(tmp_path: Path, protects: bool) -> None:
    rounds = [make_round(stage) for stage in ("umpan", "kepercayaan", "biaya", "dokumen")]
    rounds[2]["answers"] = [make_answer(protects)] * 3

    assert found(tmp_path, rounds) == ["rounds[2].answers"]


def test_quoted_words_are_the_recruiters_of_this_round(tmp_path: Path) -> None:
    rounds = [make_round(stage) for stage in ("umpan", "kepercayaan", "biaya", "dokumen")]
    rounds[1]["says"] = ["Percaya sama saya"]

    assert found(tmp_path, rounds) == ["rounds[1].trick.flags[0].quotes[0]"]


def test_an_effect_that_leaves_the_story_names_its_sources(tmp_path: Path) -> None:
    rounds = [make_round(stage) for stage in ("umpan", "kepercayaan", "biaya", "dokumen")]
    told, unsourced, sourced = rounds[1]["answers"]
    told["effect"] = "Nina diam, dan Mira pergi."
    unsourced["effect"] = "Nina tidak berutang apa pun."
    sourced |= {"effect": "Visa turis bukan untuk bekerja.", "sources": ["uu"]}

    assert found(tmp_path, rounds) == ["rounds[1].answers[1].effect"]


def test_broken_shapes_are_left_to_the_schema(tmp_path: Path) -> None:
    rounds: Any = ["teks", {"stage": "lain", "answers": "teks", "says": 3, "trick": "teks"}]

    assert found(tmp_path, rounds) == []
