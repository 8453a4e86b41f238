"""Where the last answer comes from."""

from __future__ import annotations

import pytest

from actions.context import ASKED_QUIZ, CITED, CRISIS, PENDING, TOPIC
from actions.show_sources import ShowSources
from knowledge.store import Store
from tests.actions.fakes import run

CHECKED = "Isi jawaban dicek"


@pytest.fixture
def action(store: Store) -> ShowSources:
    return ShowSources(store)


def test_the_sources_of_the_last_answer_are_shown_whole(action: ShowSources) -> None:
    said = run(action, **{CITED: ["uu"]})
    assert "1. Undang-undang. Negara, 2017.\nhttps://a.go.id/" in said.text


def test_what_was_shown_is_still_cited(action: ShowSources) -> None:
    assert run(action, **{CITED: ["uu", "iom"]}).about["sources"] == ["uu", "iom"]


def test_the_day_of_the_check_is_that_of_the_topic(action: ShowSources) -> None:
    said = run(action, **{CITED: ["uu"], TOPIC: "biaya"})
    assert said.text.endswith("Isi jawaban dicek 21 November 2026.")


def test_sources_of_the_quiz_do_not_carry_the_date_of_an_earlier_topic(
    action: ShowSources,
) -> None:
    said = run(action, **{CITED: ["uu"], TOPIC: "biaya", PENDING: ASKED_QUIZ})
    assert CHECKED not in said.text


def test_without_a_topic_no_day_is_said(action: ShowSources) -> None:
    assert CHECKED not in run(action, **{CITED: ["uu"]}).text


@pytest.mark.parametrize("cited", [None, [], ["tidak_ada"]])
def test_without_sources_nothing_is_invented(action: ShowSources, cited: list[str] | None) -> None:
    said = run(action, **{CITED: cited})
    assert said.bubbles[0].startswith("Belum ada jawaban yang bisa saya jelaskan.")


def test_a_source_that_is_gone_is_left_out(action: ShowSources) -> None:
    assert run(action, **{CITED: ["tidak_ada", "iom"]}).about["sources"] == ["iom"]


def test_asking_for_sources_does_not_end_a_danger(action: ShowSources) -> None:
    assert CRISIS not in run(action, **{CRISIS: "darurat_disekap"}).slots


@pytest.mark.parametrize("cited", [[], ["uu"]])
def test_asking_for_sources_does_not_end_the_quiz(action: ShowSources, cited: list[str]) -> None:
    assert run(action, **{CITED: cited, PENDING: ASKED_QUIZ}).slots[PENDING] == ASKED_QUIZ
