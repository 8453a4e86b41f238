"""Judges offers in a conversation: a message by itself, several as one, and with what the person answers about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions import offer_case
from actions.context import ANSWERS, CRISIS, MESSAGES, OFFER, PART, TOPIC, TurnContext
from actions.dates import today
from actions.offer_judge import OfferJudge, ReadingScreener, present, text_of
from actions.render.bubbles import Answer, Choice
from actions.render.offer import OfferAnswer
from actions.render.offer_update import (
    CORRECTED,
    another_button,
    change_lines,
    form_button,
    joined_line,
    remind,
)
from actions.screening.case import Case
from actions.screening.explain import Explainer, Explanation
from actions.screening.form import FormQuestion, FormRules
from actions.screening.model import NO_OFFER, Screening
from actions.screening.to_json import to_json
from actions.screening.wording import Wording
from knowledge.store import Store

CHECKLIST_TOPIC = "ciri_lowongan_palsu"

Result = tuple[Answer, dict[str, Any]]


class OfferDesk:
    """Everything that a conversation does with an offer, but for the order of the form's questions (actions/offer_form.py)."""

    def __init__(self, store: Store, screener: ReadingScreener) -> None:
        """Keep what screens and what explains.

        Args:
            store: where records are read.
            screener: screens the messages.
        """
        self.store = store
        self.judge = OfferJudge(store, screener)
        self.explainer = Explainer(store, Wording.load())

    @property
    def form(self) -> FormRules:
        """The questions."""
        return self.judge.form

    def pasted(self, turn: TurnContext, case: Case | None) -> Result | None:
        """The verdict on a message that is an offer or belongs to one; None for any other message."""
        is_pasted = offer_case.may_be_pasted(turn)
        goes_on = case is not None and offer_case.continues(turn, case)
        if not (is_pasted or goes_on):
            return None
        alone = self.judge.screen(turn, turn.text)
        if case and goes_on and not offer_case.is_another(case, alone):
            joined = self._joined(turn, case)
            if joined:
                return joined
        if alone.risk == NO_OFFER or not is_pasted:
            return None
        return self._first(turn, alone, () if case else offer_case.earlier(turn))

    def corrected(self, turn: TurnContext, case: Case) -> Result | None:
        """The verdict on a case in which this message takes the place of one that it repeats with changes; None when it repeats none."""
        wrong = offer_case.resembled(turn, case)
        if wrong is None:
            return None
        alone = self.judge.screen(turn, turn.text)
        if alone.risk == NO_OFFER or offer_case.is_elsewhere(case, alone):
            return None
        right = replace(self.judge.corrected(turn, case, wrong), asking=None)
        return self.verdict(turn, right, self._changes(case, right, CORRECTED))

    def told(self, turn: TurnContext, case: Case) -> tuple[Case, list[str]] | None:
        """The case with what a message tells besides what is answered, and what that changed; None when nothing.

        "Dia minta DP 2 juta, boleh ga?" is a question, "saya sudah transfer 2 juta" a need of its own.
        """
        tells = offer_case.tells_more(turn.text)
        if not ((tells or offer_case.states(turn)) and offer_case.continues(turn, case)):
            return None
        alone = self.judge.screen(turn, turn.text)
        if not tells and offer_case.is_elsewhere(case, alone):
            return None
        longer = self.judge.longer(turn, case)
        if not self.judge.adds(turn, case, longer):
            return None
        return longer, self._changes(case, longer, joined_line(len(longer.messages)))

    def alone(self, turn: TurnContext, case: Case) -> Result | None:
        """The verdict on the last message of a case as an offer of its own; None when it is none or the case has no other."""
        if len(case.messages) < 2:
            return None
        last = case.messages[-1]
        screening = self.judge.screen(turn, offer_case.said(turn.messages).get(last, ""))
        return None if screening.risk == NO_OFFER else self.verdict(turn, Case(screening, (last,)))

    def verdict(
        self, turn: TurnContext, case: Case, lead: Sequence[str] = (), *, joined: bool = False
    ) -> Result:
        """The verdict on a case and the slots that keep it; `case.screening` is what is told.

        Args:
            turn: the message.
            case: the offer.
            lead: what changed, said before the verdict.
            joined: whether the message was taken for a part of an earlier offer.
        """
        explanation = self.explainer.explain(case.screening)
        answer = self.words(explanation).verdict(lead, self.first_buttons(case))
        if joined and not offer_case.tells_more(turn.text):
            answer.choices.append(another_button())
        answer.screening = self._for_json(turn, case, explanation)
        slots = {OFFER: case.to_slot(), TOPIC: self._topic(explanation), PART: 0, CRISIS: None}
        return answer, slots

    def again(self, case: Case) -> Result:
        """The verdict that was given before, for who asks again."""
        answer = self.words(self.explainer.explain(case.screening)).verdict(
            first=self.first_buttons(case)
        )
        answer.bubbles.append(self.explainer.wording.again)
        return answer, {}

    def remind(self, answer: Answer, case: Case) -> None:
        """Add the verdict in a line to the answer to somebody who ends the talk."""
        remind(answer, self.explainer.explain(case.screening))

    def no_offer(self, turn: TurnContext) -> Result:
        """That there is no offer to judge."""
        screening = self.judge.screen(turn, turn.text)
        explanation = self.explainer.explain(screening)
        answer = self.words(explanation).no_offer()
        answer.screening = self._for_json(turn, Case(screening, present(turn)), explanation)
        return answer, {}

    def words(self, explanation: Explanation) -> OfferAnswer:
        """Builds the replies to a screening."""
        return OfferAnswer(self.store, self.explainer.wording, explanation, today())

    def questions(self, case: Case) -> tuple[FormQuestion, ...]:
        """The questions of the form that are open."""
        return self.form.open_for(case.screening, case.answered)

    def first_buttons(self, case: Case) -> list[Choice]:
        """The button of the form, where it has questions."""
        left = len(self.questions(case))
        return [form_button(left, begun=bool(case.answers))] if left else []

    def _first(self, turn: TurnContext, alone: Screening, before: tuple[str, ...]) -> Result:
        """The verdict on a new offer, with the lines of its chat that came right before it."""
        case = Case(alone, (*before, *present(turn)))
        if not before:
            return self.verdict(turn, case)
        _, whole = self.judge.judged(turn, case)
        lead = [joined_line(len(case.messages))]
        return self.verdict(turn, replace(case, screening=whole), lead, joined=True)

    def _joined(self, turn: TurnContext, case: Case) -> Result | None:
        """The verdict on a case with a message more; None when that adds nothing and means something of its own."""
        if offer_case.is_answered(turn):
            return None  # what it tells is told below the answer (`told`)
        tells = offer_case.tells_more(turn.text)
        longer = self.judge.longer(turn, case)
        goes_on = turn.intent == offer_case.SENT or (tells and not offer_case.is_understood(turn))
        if not (goes_on or self.judge.adds(turn, case, longer)):
            return None
        lead = self._changes(case, longer, joined_line(len(longer.messages)))
        return self.verdict(turn, replace(longer, asking=None), lead, joined=True)

    def _changes(self, case: Case, longer: Case, lead: str) -> list[str]:
        """What a message changed."""
        change, *signs = change_lines(self.store, case.screening, longer.screening)
        return [f"{lead} {change}", *signs]

    def _topic(self, explanation: Explanation) -> str:
        """What "maksudnya?" and "selengkapnya" go on with: the topic of the strongest sign."""
        topics = [topic for reason in explanation.reasons for topic in reason.record.topics]
        return next((topic for topic in topics if self.store.topic(topic)), CHECKLIST_TOPIC)

    def _for_json(
        self, turn: TurnContext, case: Case, explanation: Explanation
    ) -> dict[str, Any] | None:
        """What `mawas ask --json` prints, with the places of the texts instead of the texts, which the tracker holds already.

        None when the texts cannot be read any more: then evidence has no place in them.
        """
        said = offer_case.said(turn.messages)
        lines = case.lines(self.form, said) if case.answers else []
        text = text_of(case, said)
        if not text or "\n".join([text, *(line.words for line in lines)]) != case.screening.text:
            return None
        row = to_json(None, case.screening, explanation)
        del row["text"]
        row[MESSAGES] = list(case.messages)
        row[ANSWERS] = [[line.message, "" if line.message else line.words] for line in lines]
        return row
