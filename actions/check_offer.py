"""An offer: screened at once, then explained part by part as buttons ask for it. Never a verdict that it is fine."""

from __future__ import annotations

from actions.base import StoreAction, Talk
from actions.context import OFFER, TurnContext
from actions.dates import today
from actions.offer_case import CHECK
from actions.offer_desk import CHECKLIST_TOPIC, OfferDesk, Result
from actions.offer_form import OfferForm
from actions.offer_talk import OfferTalk, another
from actions.render.bubbles import Answer
from actions.render.card import card_answer
from actions.render.card_words import CardMaker
from actions.render.contacts import office_for
from actions.render.offer import CARD, CHECKS, QUESTIONS, REPORT, SIGNS, OfferAnswer
from actions.render.offer_invitation import invitation
from actions.render.offer_update import ANOTHER, ENOUGH, FORM, NEXT, VERDICT, answer_of
from actions.screening.case import Case

__all__ = ["CHECKLIST_TOPIC", "CheckOffer"]


class CheckOffer(StoreAction):
    """Runs on `cek_lowongan` and `kirim_lowongan`: what the talk about an offer leaves to them (actions/offer_talk.py)."""

    NAME = "action_check_offer"

    def __init__(self, desk: OfferDesk, talk: Talk | None = None) -> None:
        """Keep what judges offers.

        Args:
            desk: shared with the other actions.
            talk: what looks at each message before and after; the talk about an offer alone unless told otherwise.
        """
        super().__init__(desk.store, talk or OfferTalk(desk))
        self._desk = desk
        self._form = OfferForm(desk)
        self._cards = CardMaker(desk.store, desk.explainer)

    def answer(self, turn: TurnContext) -> Result:
        """The part that a button asks for, else what there is to say where the message is no offer (see parent class)."""
        case = Case.of_slot(turn.slots.get(OFFER))
        if turn.offer_part:
            return self._part(turn.offer_part, case, turn)
        # Where danger or another question of ours came first, the message was not looked at yet.
        found = self._desk.pasted(turn, case)
        if found:
            return found
        if turn.intent != CHECK:
            return self._desk.no_offer(turn)
        if case is None:
            return invitation(self._desk.explainer.wording.how_to_send), {}
        # "jadi gimana, bener ga?": about the offer that was screened before.
        return self._desk.again(case)

    def _part(self, part: str, case: Case | None, turn: TurnContext) -> Result:
        if part == NEXT:
            return another(self._desk)
        if case is None:
            return invitation(self._desk.explainer.wording.nothing_kept), {}
        if part == FORM:
            return self._form.start(case) or self._desk.again(case)
        if part == ENOUGH:
            return self._form.finish(turn, case)
        if part == ANOTHER:
            return self._desk.alone(turn, case) or another(self._desk)
        if part == VERDICT:
            return self._desk.again(case)
        given = answer_of(part)
        if given:
            return self._form.pressed(turn, case, *given)
        words = self._desk.words(self._desk.explainer.explain(case.screening))
        name, _, number = part.partition("_")
        if name == SIGNS:
            return words.signs(int(number) if number.isdecimal() and len(number) < 4 else 1), {}
        if name == QUESTIONS:
            return words.questions(), {}
        if name == CARD:
            return self._card(words, case, turn), {}
        office = office_for(self.store, turn.remembered_province)
        if name == CHECKS:
            return words.checks(office), {}
        return (words.report(office) if name == REPORT else words.verdict()), {}

    def _card(self, words: OfferAnswer, case: Case, turn: TurnContext) -> Answer:
        _, whole = self._desk.judge.judged(turn, case)
        # Without the text, what must not be shown is known from when it was screened.
        card = self._cards.card(whole, today(), () if whole.text else case.hidden)
        return words.card(card_answer(card, self._cards.caption)) if card else words.verdict()
