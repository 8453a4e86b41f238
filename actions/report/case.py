"""A report while it is put together: choices and ids of messages, never their text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from actions.report.rules import PLACE, ReportQuestion, ReportRules

# Facts that follow from where somebody is, and from who reports.
ABROAD, AT_HOME, ABOUT_OTHER = "luar_negeri", "indonesia", "orang_lain"
INDONESIA = "ID"
# What is asked before the first question.
CONSENT = "setuju"


class Answered(Protocol):
    """An answer as far as rules need it."""

    @property
    def question(self) -> str:
        """Id of the question."""

    @property
    def choice(self) -> str | None:
        """Id of the choice; None for words of one's own, or none."""


@dataclass(frozen=True)
class ReportAnswer:
    """An answer that was given, or a question that was left out.

    Attributes:
        question: its id.
        choice: id of the choice; None for words of one's own.
        message: id of the message in which it was typed; None for a button. Neither: left out.
    """

    question: str
    choice: str | None = None
    message: str | None = None


@dataclass(frozen=True)
class ReportCase:
    """What a conversation keeps of a report.

    Attributes:
        answers: in the order given.
        asking: id of the question that is open, or CONSENT; None when none is.
        asides: how many messages in a row were about something else while it was.
        country: ISO code of where it happens, once it was said.
        dangers: ids of the dangers that were answered already, so that a word of them is an answer here.
    """

    answers: tuple[ReportAnswer, ...] = ()
    asking: str | None = None
    asides: int = 0
    country: str | None = None
    dangers: tuple[str, ...] = ()

    @classmethod
    def of_slot(cls, kept: Mapping[str, Any] | None) -> ReportCase | None:
        """What `to_slot` kept; None when nothing was."""
        if not kept:
            return None
        return cls(
            tuple(ReportAnswer(*row) for row in kept["answers"]),
            kept["asking"],
            int(kept["asides"]),
            kept["country"],
            tuple(kept["dangers"]),
        )

    def to_slot(self) -> dict[str, Any]:
        """The report as plain data for a slot."""
        return {
            "answers": [[each.question, each.choice, each.message] for each in self.answers],
            "asking": self.asking,
            "asides": self.asides,
            "country": self.country,
            "dangers": list(self.dangers),
        }

    def with_answer(self, answer: ReportAnswer, country: str | None = None) -> ReportCase:
        """The report with an answer, which takes the place of an older one.

        Args:
            answer: what was answered.
            country: ISO code of the country that it names, if it says where somebody is.
        """
        kept = [each for each in self.answers if each.question != answer.question]
        return replace(self, answers=(*kept, answer), asides=0, country=country or self.country)

    def with_danger(self, danger: str) -> ReportCase:
        """The report after a danger was answered."""
        return replace(self, dangers=tuple(dict.fromkeys((*self.dangers, danger))))

    def open_questions(self, rules: ReportRules) -> list[ReportQuestion]:
        """What is still to be asked, in order."""
        answered = [each.question for each in self.answers]
        facts = facts_of(rules, self.answers, self.country)
        return [each for each in rules.relevant(facts, ()) if each.id not in answered]


def facts_of(
    rules: ReportRules, answers: Iterable[Answered], country: str | None
) -> frozenset[str]:
    """What the answers say about whom to contact first.

    Args:
        rules: the questions.
        answers: given so far.
        country: ISO code of where it happens.
    """
    facts: set[str] = set()
    for each in answers:
        question = rules.questions.get(each.question)
        choice = question.choice(each.choice) if question else None
        facts |= choice.facts if choice else frozenset()
    if country:
        facts.add(AT_HOME if country == INDONESIA else ABROAD)
    return frozenset(facts)


def country_in(question: ReportQuestion, named: Sequence[str], at_home: bool) -> str | None:
    """The country that an answer says somebody is in; None for another question.

    Args:
        question: what was asked.
        named: ISO codes in the answer; of several the first.
        at_home: whether it says that somebody is in Indonesia.
    """
    if question.kind != PLACE:
        return None
    return named[0] if named else INDONESIA if at_home else None
