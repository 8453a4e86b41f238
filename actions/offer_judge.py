"""Judges what a conversation holds of an offer: one message, several as one text, and what the person answered about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from actions import offer_case
from actions.context import TurnContext
from actions.screening.case import Case, Judge
from actions.screening.form import FormRules
from actions.screening.model import NO_OFFER, Screening
from actions.screening.quoting import quotable
from actions.screening.reading import Reading
from actions.screening.risk import RiskRules
from knowledge.kinds import DEFAULT_ROOT
from knowledge.store import Store


class OfferScreener(Protocol):
    """What is needed of `actions.screening.screener.Screener`."""

    def screen(self, text: str) -> Screening:
        """Screen a text; never raises."""


class ReadingScreener(OfferScreener, Protocol):
    """A screener that also reads answers."""

    def read(self, text: str) -> Reading:
        """Read a text as screening does; never raises."""


class OfferJudge:
    """Screens the texts of a case, each once a turn, and puts the answers to them."""

    def __init__(self, store: Store, screener: ReadingScreener) -> None:
        """Keep what screens.

        Args:
            store: where records are read.
            screener: screens the messages.
        """
        self._store = store
        self._screener = screener

    @cached_property
    def form(self) -> FormRules:
        """The questions; read with the first offer."""
        return FormRules.load(self._store.red_flag)

    @cached_property
    def _judge(self) -> Judge:
        severities = {flag.id: flag.severity for flag in self._store.red_flags()}
        return Judge(RiskRules.load(DEFAULT_ROOT), severities)

    def read(self, text: str) -> Reading:
        """Read a text as screening does."""
        return self._screener.read(text)

    def screen(self, turn: TurnContext, text: str) -> Screening:
        """Screen a text; what looks at the same turn later finds the result with the turn."""
        if text not in turn.screened:
            turn.screened[text] = self._screener.screen(text)
        return turn.screened[text]

    def judged(self, turn: TurnContext, case: Case) -> tuple[Screening, Screening]:
        """The screening of the text alone, and with the answers; from what was kept when its messages cannot be read any more."""
        said = offer_case.said(turn.messages)
        text = text_of(case, said)
        base = self.screen(turn, text) if text else case.screening
        if base.risk == NO_OFFER:
            base = case.screening
        return base, self._judge.judge(base, case.lines(self.form, said))

    def longer(self, turn: TurnContext, case: Case) -> Case:
        """The case with the present message, judged."""
        return self._with(turn, case, (*case.messages, *present(turn)))

    def corrected(self, turn: TurnContext, case: Case, wrong: str) -> Case:
        """The case with the present message in the place of another, judged.

        Args:
            turn: the message.
            case: the offer.
            wrong: id of the message that it takes the place of.
        """
        new = present(turn)
        return self._with(
            turn,
            case,
            tuple(id_ for each in case.messages for id_ in (new if each == wrong else (each,))),
        )

    def adds(self, turn: TurnContext, case: Case, longer: Case) -> bool:
        """True when words of the message itself raise a flag in the case that it is the last message of.

        They must do so without the rest of the case too: beside an offer nearly anything is a little like one.
        """
        alone = self.screen(turn, turn.text)
        seen = {flag.id for flag in (*alone.flags, *alone.hints) if quotable(flag.evidence)}
        before = text_of(case, offer_case.said(turn.messages))
        start = len(before) + 1 if before else 0
        end = start + len(turn.text)
        return any(
            start <= each.start and each.end <= end
            for flag in longer.screening.flags
            if flag.id in seen
            for each in quotable(flag.evidence)
        )

    def _with(self, turn: TurnContext, case: Case, messages: tuple[str, ...]) -> Case:
        changed = replace(case, messages=messages)
        _, now = self.judged(turn, changed)
        return replace(changed, screening=now)


def present(turn: TurnContext) -> tuple[str, ...]:
    """Id of the present message; empty where it has none."""
    return tuple(message.id for message in turn.messages[-1:])


def text_of(case: Case, said: Mapping[str, str]) -> str:
    """The messages of a case as one text; empty when one of them cannot be read any more."""
    texts = [said.get(id_, "") for id_ in case.messages]
    return "\n".join(texts) if all(texts) else ""
