"""Messages right after an offer, with the form open, as the talk about an offer sees them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.context import ASKED_FORM, OFFER, PENDING, TurnContext
from actions.offer_talk import OfferTalk
from actions.render.bubbles import Answer
from actions.said import Message
from actions.screening.case import Case
from actions.screening.model import Screening
from tests.actions.screening.offers import GREY, make_flag, offer_desk

OPEN = replace(GREY, missing=("visa_kerja", "izin_p3mi", "biaya", "kontrak"))
CASE = Case(OPEN, ("m1",))
ASKING = replace(CASE, asking="visa")
FLAGS = [make_flag(id_) for id_ in ("visa_kunjungan", "biaya_dimuka", "perekrut_perorangan")]


def talk(screening: Screening = OPEN) -> OfferTalk:
    return OfferTalk(offer_desk(screening, red_flag=FLAGS))


def turn(
    text: str, intent: str = "nlu_fallback", case: Case | None = ASKING, **given: Any
) -> TurnContext:
    """A message after an offer, with the form open unless told otherwise."""
    slots = {OFFER: case.to_slot() if case else None, PENDING: ASKED_FORM, **given}
    messages = (
        Message("m1", OPEN.text, "kirim_lowongan", 0.0),
        Message("m2", text, intent, 30.0),
    )
    return TurnContext(intent, text, (), (), ((intent, 0.9),), slots, messages=messages)


def answered(intent: str = "biaya") -> Answer:
    answer = Answer()
    answer.say(f"Jawaban {intent}.")
    return answer


def case_in(slots: dict[str, Any]) -> Case:
    case = Case.of_slot(slots[OFFER])
    assert case
    return case
