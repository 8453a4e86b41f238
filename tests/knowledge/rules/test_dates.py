"""The rule dates."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import findings, make_mission, make_quiz, whole_folder

RULE = "dates"


def test_a_check_in_the_future_is_reported(tmp_path: Path) -> None:
    quiz = [make_quiz(checked_on="2026-11-23")]

    assert findings(tmp_path, RULE, quiz=quiz) == ["quiz/soal.yml:10 checked_on"]


def test_a_check_today_is_fine(tmp_path: Path) -> None:
    assert findings(tmp_path, RULE, quiz=[make_quiz(checked_on="2026-11-22")]) == []


def test_a_review_not_after_the_check_is_reported(tmp_path: Path) -> None:
    quiz = [make_quiz(review_by="2026-11-21")]

    assert findings(tmp_path, RULE, quiz=quiz) == ["quiz/soal.yml:11 review_by"]


def test_a_contact_confirmed_long_ago_may_be_overdue_on_the_day_of_its_check(
    tmp_path: Path,
) -> None:
    old = make_mission(confirmed_on="2025-01", review_by="2025-07-01")

    assert findings(tmp_path, RULE, channel=[old, *whole_folder()["channel"][2:]]) == []


def test_a_confirmation_in_the_future_is_reported(tmp_path: Path) -> None:
    early = make_mission(confirmed_on="2026-12")

    assert len(findings(tmp_path, RULE, channel=[early])) == 1
