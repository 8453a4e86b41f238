"""The rule review_overdue."""

from __future__ import annotations

from pathlib import Path

from knowledge.lint import blockers, lint
from knowledge.load import load
from tests.knowledge.builders import TODAY, make_mission, make_quiz, write_folder

RULE = "review_overdue"


def test_an_overdue_answer_is_an_error_and_an_overdue_contact_a_warning(tmp_path: Path) -> None:
    old = {"checked_on": "2025-01-01", "review_by": "2025-07-01"}
    root = write_folder(tmp_path, quiz=[make_quiz(**old)], channel=[make_mission(**old)])

    found = [each for each in lint(load(root, TODAY)) if each.rule == RULE]

    assert [(each.path, each.level) for each in found] == [
        ("knowledge/channels/kbri.yml", "warning"),
        ("knowledge/quiz/soal.yml", "error"),
    ]


def test_an_overdue_answer_does_not_stop_a_build(tmp_path: Path) -> None:
    quiz = [make_quiz(checked_on="2025-01-01", review_by="2025-07-01")]
    root = write_folder(tmp_path, quiz=quiz)

    assert blockers(lint(load(root, TODAY))) == []
