"""The rule scene_steps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.knowledge.builders import findings
from tests.knowledge.builders_hall import claim, make_reveal, make_scene, make_steps

RULE = "scene_steps"


def found(tmp_path: Path, steps: list[dict[str, Any]]) -> list[str]:
    return [
        line.split(" ")[1] for line in findings(tmp_path, RULE, scene=[make_scene(steps=steps)])
    ]


def test_the_usual_steps_are_right(tmp_path: Path) -> None:
    assert found(tmp_path, make_steps()) == []


def test_a_step_has_exactly_one_content(tmp_path: Path) -> None:
    steps = [
        *make_steps(),
        {"notes": "Kosong."},
        {"narration": "A.", "question": "B?", "notes": "Dua."},
    ]

    assert found(tmp_path, steps) == ["steps[5]", "steps[6]"]


def test_who_speaks_must_be_a_character(tmp_path: Path) -> None:
    steps = make_steps()
    steps[0]["chat"][0]["by"] = "ryan"
    steps[1]["offer"]["by"] = "siapa"

    assert found(tmp_path, steps) == ["steps[0].chat[0].by", "steps[1].offer.by"]


def test_an_offer_is_shown_before_it_is_revealed(tmp_path: Path) -> None:
    steps = make_steps()
    steps[1], steps[3] = steps[3], steps[1]

    assert found(tmp_path, steps) == ["steps[1].reveal.offer"]


def test_quoted_words_stand_in_the_offer_letter_by_letter(tmp_path: Path) -> None:
    steps = make_steps()
    steps[3]["reveal"] = make_reveal(
        flags=[{"flag": "visa_turis", "quotes": ["visa turis", "Visa turis"]}]
    )

    assert found(tmp_path, steps) == ["steps[3].reveal.flags[0].quotes[1]"]


def test_remarks_quote_the_offer_too(tmp_path: Path) -> None:
    steps = make_steps()
    remark = {"title": "Diam", "quotes": ["Jangan bilang"], **claim()}
    steps[3]["reveal"] = make_reveal(remarks=[remark])

    assert found(tmp_path, steps) == ["steps[3].reveal.remarks[0].quotes[0]"]


def test_a_question_is_about_offers_that_were_shown(tmp_path: Path) -> None:
    steps = make_steps()
    steps[0]["about"] = ["ajakan"]
    steps[2]["about"] = ["ajakan", "lain"]

    assert found(tmp_path, steps) == [
        "steps[0].about",
        "steps[0].about[0]",
        "steps[2].about[1]",
    ]


def test_two_offers_of_one_name_are_reported(tmp_path: Path) -> None:
    steps = make_steps()
    steps.insert(2, steps[1])

    assert found(tmp_path, steps) == ["steps[2].offer.id"]


def test_a_scene_asks_the_hall_and_says_whom_to_contact(tmp_path: Path) -> None:
    steps = [step for step in make_steps() if "chat" in step or "offer" in step or "reveal" in step]

    assert found(tmp_path, [*steps, {"narration": "Tamat.", "notes": "Diam."}]) == [
        "steps",
        "steps",
    ]


def test_broken_shapes_are_left_to_the_schema(tmp_path: Path) -> None:
    steps: Any = ["teks", {"chat": "teks", "notes": 1}, {"reveal": [], "offer": 3, "notes": "x"}]

    assert "steps[0]" in found(tmp_path, steps)
