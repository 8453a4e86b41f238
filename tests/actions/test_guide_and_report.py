"""The guide for somebody in danger and the report in one conversation: whose a letter, a button and a danger are."""

from __future__ import annotations

from typing import Any

import pytest

from actions.base import StoreAction
from actions.context import ASKED_REPORT, COVERED, CRISIS, GUIDE, PENDING, REPORT
from actions.cover import CoverTalk
from actions.crisis import RespondToCrisis
from actions.crisis_talk import CrisisTalk
from actions.follow_up import FollowUp
from actions.report.case import CONSENT, ReportCase
from actions.report_talk import ReportTalk
from actions.talks import Talks
from actions.unsure import AnswerWhenUnsure
from tests.actions.fakes import Said, run
from tests.actions.guide_turns import HELD, OTHER, UNCLEAR, inside, store_of_dangers
from tests.actions.report.turns import asking, case_in

STORE = store_of_dangers()


def say(text: str = "", action: type[StoreAction] = AnswerWhenUnsure, **turn: Any) -> Said:
    guide = CrisisTalk(STORE)
    talk = Talks(CoverTalk(STORE, guide), guide, ReportTalk(STORE))
    return run(action(STORE, talk), **({"intent": UNCLEAR, "text": text} | turn))


def press(part: str, **turn: Any) -> Said:
    text = f'/lanjutan{{"lihat":"{part}"}}'
    return say(text, FollowUp, intent="lanjutan", part=part, **turn)


def in_report(case: ReportCase) -> dict[str, Any]:
    return {**inside(), REPORT: case.to_slot(), PENDING: ASKED_REPORT}


@pytest.mark.parametrize("text", ["D", "buatkan laporan"])
def test_the_letter_of_the_guide_or_words_begin_a_report(text: str) -> None:
    said = say(text, **inside())
    assert case_in(said.slots).asking == CONSENT
    assert case_in(said.slots).dangers == (HELD,)


def test_its_button_does_so_after_the_guide_was_left() -> None:
    said = press(f"laporan.{HELD}")
    assert case_in(said.slots).dangers == (HELD,)


@pytest.mark.parametrize("letter", ["A", "b", "C."])
def test_while_a_question_of_the_report_is_open_a_letter_is_its_answer(letter: str) -> None:
    said = say(letter, **in_report(asking("masalah")))
    assert case_in(said.slots).asking != "masalah"
    assert GUIDE not in said.slots


def test_k_leaves_the_report_and_stays_in_the_guide() -> None:
    said = say("K", **in_report(asking("siapa")))
    assert said.slots[REPORT] is None
    assert CRISIS not in said.slots


def test_a_button_of_the_guide_shows_its_page_and_the_report_waits() -> None:
    said = press(f"jangan.{HELD}", **in_report(asking("siapa")))
    assert "Sebaiknya jangan:" in said.text
    assert REPORT not in said.slots


def test_a_button_of_a_finished_report_is_no_wish_to_read_on() -> None:
    said = press("laporan_ganti", **inside(), **{REPORT: ReportCase().to_slot()})
    assert "Sebaiknya jangan:" not in said.text
    assert GUIDE not in said.slots


def test_another_danger_is_answered_first_and_noted_in_the_report() -> None:
    case = asking("siapa", dangers=(HELD,))
    said = say(
        "tadi malam majikan memukul saya lagi", RespondToCrisis, intent=OTHER, **in_report(case)
    )
    assert said.slots[CRISIS] == OTHER
    assert OTHER in case_in(said.slots).dangers
    assert "lanjut laporan" in said.bubbles[-1].casefold()


def test_a_question_of_ones_own_gets_no_letters_of_the_guide_below_it() -> None:
    said = press("kontak.gratis", **in_report(asking("siapa")))
    assert "Balas A langkah" not in said.text


def test_a_choice_of_contacts_is_no_page() -> None:
    assert GUIDE not in press("kontak.24jam", **inside()).slots


def test_back_from_the_screen_the_report_can_go_on() -> None:
    said = press("samar", **in_report(asking("siapa")), **{COVERED: True})
    assert next(iter(said.buttons)) == "Lanjut laporan"
    assert said.slots[PENDING] is None
