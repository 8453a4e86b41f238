"""What an offer that is talked about means for every message, whatever intent it has: an answer, a part of the offer, or an aside."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions import offer_case
from actions.asking import asks_for_another
from actions.context import ASKED_DANGER, ASKED_FORM, CRISIS, OFFER, PENDING, TurnContext
from actions.offer_desk import OfferDesk, Result
from actions.offer_form import CANCEL, OfferForm
from actions.render.bubbles import Answer
from actions.render.offer_invitation import invitation
from actions.render.offer_update import verdict_button
from actions.screening.case import Case

# They leave the form for good: another game, or everything.
_ENDS_FORM = frozenset((CANCEL, "kuis"))


class OfferTalk:
    """Looks at every message before and after the action of its intent."""

    def __init__(self, desk: OfferDesk) -> None:
        """Keep what judges offers."""
        self._desk = desk
        self._form = OfferForm(desk)

    def before(self, turn: TurnContext) -> Result | None:
        """The answer to a message that belongs to an offer; None for every other, and always where there may be danger."""
        busy = turn.pending not in (None, ASKED_FORM)
        if busy or turn.slots.get(CRISIS) or not turn.text or turn.text.startswith("/"):
            return None
        case = Case.of_slot(turn.slots.get(OFFER))
        if offer_case.is_danger(turn) and not self._is_plain_answer(turn, case):
            return None
        return (self._about(turn, case) if case else None) or self._desk.pasted(turn, case)

    def after(self, turn: TurnContext, answer: Answer, slots: dict[str, Any]) -> Result:
        """The answer of another action, with the open question of the form below it."""
        case = Case.of_slot(turn.slots.get(OFFER))
        no_danger = slots.get(CRISIS, turn.slots.get(CRISIS)) is None
        if turn.pending == ASKED_DANGER and no_danger and not answer.topics:
            return self._after_danger(turn, case) or (answer, slots)
        if case is None or OFFER in slots:
            return answer, slots
        in_danger = answer.crisis is not None or slots.get(CRISIS, turn.slots.get(CRISIS))
        if in_danger or offer_case.is_danger(turn) or turn.intent in _ENDS_FORM:
            return answer, {**slots, **_without_form(case)}
        told = self._desk.told(turn, case)
        if told:
            case, lead = told
            answer.say(*lead)
            answer.choices = [verdict_button(), *answer.choices]
            slots = {**slots, OFFER: case.to_slot()}
        elif offer_case.closes(turn, case):
            self._desk.remind(answer, case)
        if case.asking is None or turn.intent == offer_case.GOODBYE:
            return answer, {**slots, **_without_form(case)}
        answer, form_slots = self._form.resume(case, answer, waits=bool(slots.get(PENDING)))
        return answer, {**slots, **form_slots}

    def _is_plain_answer(self, turn: TurnContext, case: Case | None) -> bool:
        """True for "d" and "bayar 5jt" while the form asks: by themselves they may be taken for anything, danger too."""
        return case is not None and turn.pending == ASKED_FORM and self._form.is_plain(turn, case)

    def _after_danger(self, turn: TurnContext, case: Case | None) -> Result | None:
        """The verdict on the message that led to the question about danger, now that there is none; None when it was no offer."""
        before = turn.before()
        return self._desk.pasted(before, case) if before else None

    def _about(self, turn: TurnContext, case: Case) -> Result | None:
        corrected = self._desk.corrected(turn, case)
        if corrected:
            return corrected
        if turn.pending == ASKED_FORM and case.asking:
            return self._form.answer(turn, case)
        if self._form.begins(turn, case):
            return self._form.start(case)
        # "Lowongan baru pabrik Taiwan": an advertisement says so as well.
        if turn.intent != offer_case.SENT and asks_for_another(turn.text):
            return another(self._desk)
        return self._desk.again(case) if offer_case.asks_for_verdict(turn, case) else None


def _without_form(case: Case) -> dict[str, Any]:
    return {OFFER: replace(case, asking=None, asides=0).to_slot()} if case.asking else {}


def another(desk: OfferDesk) -> Result:
    """Forget the offer, and say how to send the next."""
    return invitation(desk.explainer.wording.how_to_send), {OFFER: None}
