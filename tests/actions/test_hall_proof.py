"""The proof that scenes and role-plays say what the screener says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actions.hall.proof import wrong_in_hall
from actions.screening.model import Evidence, Facts, Flag, Screening
from knowledge.load import load
from tests.knowledge.builders import TODAY, make_quiz, write_folder
from tests.knowledge.builders_hall import make_reveal, make_roleplay, make_scene, make_steps

SIGN = "visa turis"


class WordScreener:
    """Raises one flag at the words "visa turis", wherever they are first."""

    def __init__(self, risk: str = "tinggi") -> None:
        self._risk = risk
        self.read: list[str] = []

    def screen(self, text: str) -> Screening:
        self.read.append(text)
        start = text.find(SIGN)
        evidence = Evidence(SIGN, start, start + len(SIGN))
        flags = (Flag("visa_turis", 3, (evidence,)),) if start >= 0 else ()
        return Screening(text, self._risk, 3, flags, Facts())


def found(tmp_path: Path, screener: WordScreener | None = None, **records: Any) -> list[str]:
    corpus = load(write_folder(tmp_path, **records), TODAY)
    wrong = wrong_in_hall(corpus, screener or WordScreener())
    return [f"{each.path.removeprefix('knowledge/')} {each.field} {each.rule}" for each in wrong]


def with_flags(*flags: tuple[str, str]) -> dict[str, Any]:
    steps = make_steps()
    raised = [{"flag": flag, "quotes": [words]} for flag, words in flags]
    steps[3]["reveal"] = make_reveal(flags=raised)
    return make_scene(steps=steps)


def test_what_the_screener_says_too_is_right(tmp_path: Path) -> None:
    assert found(tmp_path) == []


def test_another_verdict_is_reported(tmp_path: Path) -> None:
    assert found(tmp_path, WordScreener("sedang")) == [
        "scenes/adegan.yml steps[3].reveal.risk scene_risk"
    ]


def test_a_flag_that_is_not_raised_is_reported(tmp_path: Path) -> None:
    scenes = [with_flags(("visa_turis", SIGN), ("negara_rawan", "Kamboja"))]

    assert found(tmp_path, scene=scenes) == [
        "scenes/adegan.yml steps[3].reveal.flags[1].quotes[0] scene_flag_unraised"
    ]


def test_words_on_which_the_flag_does_not_rest_are_reported(tmp_path: Path) -> None:
    assert found(tmp_path, scene=[with_flags(("visa_turis", "Kerja"))]) != []


def test_a_quote_may_be_shorter_or_longer_than_the_evidence(tmp_path: Path) -> None:
    scenes = [with_flags(("visa_turis", "turis"), ("visa_turis", "visa turis dulu"))]

    assert found(tmp_path, scene=scenes) == []


def test_a_recruiter_is_read_with_what_he_wrote_before(tmp_path: Path) -> None:
    screener = WordScreener()
    play = make_roleplay()
    play["rounds"][1]["says"] = ["Percaya aja"]
    play["rounds"][1]["trick"]["flags"] = [{"flag": "visa_turis", "quotes": ["Percaya"]}]

    wrong = found(tmp_path, screener, roleplay=[play])

    assert wrong == ["roleplays/peran.yml rounds[1].trick.flags[0].quotes[0] scene_flag_unraised"]
    assert "Pakai visa turis dulu ya\nPercaya aja" in screener.read


@pytest.mark.parametrize(
    ("answer", "risk", "quoted", "wrong"),
    [
        ("perlu_dicek", "tinggi", SIGN, True),
        ("asli", "tinggi", "visa kerja", True),
        # A flag makes it no way that can be checked, however low the risk.
        ("asli", "sedang", SIGN, True),
        ("asli", "sedang", "visa kerja", False),
        ("perlu_dicek", "sedang", SIGN, False),
        ("tipu", "tinggi", SIGN, False),
    ],
)
def test_the_quiz_is_not_milder_than_the_screener(
    tmp_path: Path, answer: str, risk: str, quoted: str, wrong: bool
) -> None:
    question = f'"Berangkat pakai {quoted}." Asli atau tipu?'
    item = make_quiz(kind="asli_atau_tipu", answer=answer, question=question)

    seen = found(tmp_path, WordScreener(risk), quiz=[item], scene=[], roleplay=[])

    assert seen == (["quiz/soal.yml answer quiz_milder"] if wrong else [])


def test_a_record_that_breaks_its_schema_is_left_to_the_schema(tmp_path: Path) -> None:
    assert (
        found(
            tmp_path, scene=[make_scene(steps="teks", title=3)], roleplay=[make_roleplay(rounds=[])]
        )
        == []
    )
