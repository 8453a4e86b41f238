"""The filled report as lines and as a text to copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from actions.dates import in_words
from actions.report.case import INDONESIA, facts_of
from actions.report.rules import PLACE, ReportQuestion, ReportRules


@dataclass(frozen=True)
class Given:
    """An answer with its words.

    Attributes:
        question: id of the question.
        choice: id of the choice; None for words of one's own.
        words: as typed; None for a choice alone.
    """

    question: str
    choice: str | None = None
    words: str | None = None


@dataclass(frozen=True)
class ReportLine:
    """A line of the report.

    Attributes:
        label: what it is about.
        words: the answer; None where nothing was answered.
    """

    label: str
    words: str | None


def lines_of(
    rules: ReportRules,
    given: Sequence[Given],
    country: str | None,
    name: str | None,
) -> list[ReportLine]:
    """The report line by line, in the order of the questions, with those that were left out.

    Args:
        rules: the questions.
        given: the answers.
        country: ISO code of where it happens.
        name: of that country.
    """
    answers = {each.question: each for each in given}
    place = name if country != INDONESIA else None
    return [
        ReportLine(question.label, _words(question, answers.get(question.id), place))
        for question in rules.relevant(facts_of(rules, given, country), answers)
    ]


def report_text(rules: ReportRules, lines: Sequence[ReportLine], today: date) -> str:
    """The report as one text to copy."""
    empty = f"({rules.paper['empty']})"
    filled = [f"{each.label}: {each.words or empty}" for each in lines]
    title = f"{rules.paper['title'].upper()}\nDisusun {in_words(today)}"
    return "\n".join([title, "", *filled])


def _words(question: ReportQuestion, given: Given | None, place: str | None) -> str | None:
    """An answer in words; a longer one that also means a choice keeps its own words beside it."""
    given = given or Given(question.id)
    words = " ".join((given.words or "").split()) or None
    choice = question.choice(given.choice)
    if question.kind == PLACE:
        told = choice.told if choice else None
        named = place if place and place.casefold() not in (words or "").casefold() else None
        parts = [part for part in (words or told, named) if part]
        return f"{parts[0]} ({parts[1]})" if len(parts) == 2 else "".join(parts) or None
    if choice is None:
        return words
    told = choice.told[:1].upper() + choice.told[1:]
    return f"{told}. Kata pelapor: {words}" if words else told
