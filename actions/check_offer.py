"""An offer: screened at once, then explained part by part as buttons ask for it. Never a verdict that it is fine."""

from __future__ import annotations

from typing import Any, Protocol

from actions.base import StoreAction
from actions.context import CRISIS, OFFER, PART, TOPIC, TurnContext
from actions.dates import today
from actions.render.bubbles import Answer
from actions.render.contacts import province_named
from actions.render.offer import CHECKS, QUESTIONS, REPORT, SIGNS, OfferAnswer, invitation
from actions.screening.explain import Explainer, Explanation
from actions.screening.kept import from_slot, to_slot
from actions.screening.model import NO_OFFER, Screening
from actions.screening.to_json import to_json
from actions.screening.wording import Wording
from knowledge.store import Store

CHECKLIST_TOPIC = "ciri_lowongan_palsu"
# Somebody who asks for a check without an offer; the other intent of this action is a pasted text.
ASKS_FOR_CHECK = "cek_lowongan"


class OfferScreener(Protocol):
    """What is needed of `actions.screening.screener.Screener`."""

    def screen(self, text: str) -> Screening:
        """Screen a text; never raises."""


class CheckOffer(StoreAction):
    """Runs on `cek_lowongan` and `kirim_lowongan`."""

    NAME = "action_check_offer"

    def __init__(self, store: Store, screener: OfferScreener) -> None:
        """Keep what screens and what explains.

        Args:
            store: where records are read.
            screener: screens the messages.
        """
        super().__init__(store)
        self._screener = screener
        self._explainer = Explainer(store, Wording.load())

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """The part that a button asks for, else what screening says of the message (see parent class)."""
        kept = from_slot(turn.slots.get(OFFER))
        if turn.offer_part:
            return self._part(turn.offer_part, kept, turn), {}
        screening = self._screener.screen(turn.text)
        if screening.risk != NO_OFFER:
            return self._verdict(screening)
        if turn.intent != ASKS_FOR_CHECK:
            explanation = self._explainer.explain(screening)
            answer = self._words(explanation).no_offer()
            answer.screening = _for_json(screening, explanation)
            return answer, {}
        if kept is None:
            return invitation(self._explainer.wording.how_to_send), {}
        # "jadi gimana, bener ga?": about the offer that was screened before.
        answer = self._words(self._explainer.explain(kept)).verdict()
        answer.bubbles.append(self._explainer.wording.again)
        return answer, {}

    def _verdict(self, screening: Screening) -> tuple[Answer, dict[str, Any]]:
        explanation = self._explainer.explain(screening)
        answer = self._words(explanation).verdict()
        answer.screening = _for_json(screening, explanation)
        slots = {OFFER: to_slot(screening), TOPIC: self._topic(explanation), PART: 0, CRISIS: None}
        return answer, slots

    def _part(self, part: str, kept: Screening | None, turn: TurnContext) -> Answer:
        if kept is None:
            return invitation(self._explainer.wording.nothing_kept)
        words = self._words(self._explainer.explain(kept))
        name, _, number = part.partition("_")
        if name == SIGNS:
            return words.signs(int(number) if number.isdecimal() and len(number) < 4 else 1)
        if name == QUESTIONS:
            return words.questions()
        province = province_named(self.store, turn.remembered_province)
        office = self.store.bp3mi_for(province.id) if province else None
        if name == CHECKS:
            return words.checks(office)
        return words.report(office) if name == REPORT else words.verdict()

    def _words(self, explanation: Explanation) -> OfferAnswer:
        return OfferAnswer(self.store, self._explainer.wording, explanation, today())

    def _topic(self, explanation: Explanation) -> str:
        """What "maksudnya?" and "selengkapnya" go on with: the topic of the strongest sign."""
        topics = [topic for reason in explanation.reasons for topic in reason.record.topics]
        return next((topic for topic in topics if self.store.topic(topic)), CHECKLIST_TOPIC)


def _for_json(screening: Screening, explanation: Explanation) -> dict[str, Any]:
    """What `mawas ask --json` prints, without the text: the message itself is noted elsewhere already."""
    row = to_json(None, screening, explanation)
    del row["text"]
    return row
