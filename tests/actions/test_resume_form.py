"""The question of the form that is still open after small talk."""

from __future__ import annotations

from dataclasses import replace

from actions.context import ASKED_FORM, OFFER, PENDING
from actions.offer_talk import OfferTalk
from actions.resume_form import ResumeForm
from actions.screening.case import Case
from tests.actions.fakes import make_tracker, run_on
from tests.actions.screening.offers import GREY, offer_desk

ASKING = Case(replace(GREY, missing=("visa_kerja",)), asking="visa")


def said(case: Case | None, text: str = "makasih") -> tuple[list[str], dict[str, object]]:
    slots = {OFFER: case.to_slot() if case else None, PENDING: ASKED_FORM if case else None}
    tracker = make_tracker(intent="terima_kasih", text=text, **slots)
    found = run_on(ResumeForm(OfferTalk(offer_desk(GREY))), tracker)
    return found.bubbles, found.slots


def test_an_open_question_is_asked_again() -> None:
    bubbles, slots = said(ASKING)
    assert bubbles[0].startswith("Pertanyaan 1 dari 1")
    assert slots[PENDING] == ASKED_FORM


def test_nothing_is_said_where_no_form_is_open() -> None:
    assert said(None) == ([], {})
    assert said(replace(ASKING, asking=None)) == ([], {})


def test_an_answer_that_was_taken_for_small_talk_is_an_answer() -> None:
    bubbles, slots = said(ASKING, "visa kerja, makasih")
    assert bubbles[0].startswith("Dari jawaban Anda: visa kerja.")
    assert slots[OFFER] is not None
