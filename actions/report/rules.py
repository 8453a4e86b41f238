"""The questions of the report, by knowledge/report/laporan.yml: which are asked, and what a short answer means."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from actions.form_words import letter_number
from actions.screening.tables import table
from actions.yes_no import begins_with_yes, is_no
from knowledge.kinds import DEFAULT_ROOT

FOLDER = "report"
FREE, PLACE = "bebas", "tempat"
# A choice that is read from words: a story names many things.
_MOST_WORDS = 10
_AGE = re.compile(r"\b\d{1,3}\b")


@dataclass(frozen=True)
class ReportChoice:
    """One answer.

    Attributes:
        id: within the question.
        title: on the button.
        told: in the report.
        facts: what it says about whom to contact first.
        danger: id of the danger that means the same.
        words: typed by people for it.
        under: a number below this means it.
    """

    id: str
    title: str
    told: str
    facts: frozenset[str] = frozenset()
    danger: str | None = None
    words: tuple[str, ...] = ()
    under: int | None = None


@dataclass(frozen=True)
class ReportQuestion:
    """One question.

    Attributes:
        id: within the form.
        label: in the report.
        ask: for people.
        kind: FREE, PLACE, or one with choices only.
        needs: facts without which it is not asked.
        unless: facts with which it is not asked.
        yes_means: id of the choice that a plain yes means.
        no_means: the same of a plain no.
        choices: in the order shown.
    """

    id: str
    label: str
    ask: str
    kind: str
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    yes_means: str | None = None
    no_means: str | None = None
    choices: tuple[ReportChoice, ...] = ()

    def choice(self, id_: str | None) -> ReportChoice | None:
        """A choice by its id."""
        return next((each for each in self.choices if each.id == id_), None)

    def is_plain(self, text: str, choice: ReportChoice) -> bool:
        """True for words that say which choice is meant and nothing besides; others stand in the report as well."""
        said = " ".join(re.findall(r"\w+", text.casefold()))
        return len(said.split()) == 1 or said in choice.words

    def lettered(self, text: str) -> ReportChoice | None:
        """The choice that a letter and nothing else means."""
        number = letter_number(text)
        return self.choices[number] if number is not None and number < len(self.choices) else None

    def typed(self, text: str) -> ReportChoice | None:
        """The choice that words mean; of several the one listed last, so editors list what is said more exactly further down."""
        words = re.findall(r"\w+", text.casefold())
        if len(words) > _MOST_WORDS:
            return None
        said = f" {' '.join(words)} "
        aged = self._aged(text)
        found = [
            each
            for each in self.choices
            if each == aged or any(f" {word} " in said for word in each.words)
        ]
        if found:
            return found[-1]
        plain = self.no_means if is_no(text) else self.yes_means if begins_with_yes(text) else None
        return self.choice(plain)

    def _aged(self, text: str) -> ReportChoice | None:
        """The choice with the nearest limit above the only number in a text."""
        numbers = _AGE.findall(text)
        if len(numbers) != 1:
            return None
        above = [each for each in self.choices if each.under and int(numbers[0]) < each.under]
        return min(above, key=lambda each: each.under or 0, default=None)


@dataclass(frozen=True)
class ReportRules:
    """The form.

    Attributes:
        texts: the sentences around the questions, by their key.
        paper: the words on the sheet, by their key; `blanks` stands apart.
        blanks: labels of the lines that are filled by hand.
        questions: by id, in the order asked.
        checked_on: when the texts were looked over.
    """

    texts: Mapping[str, str]
    paper: Mapping[str, str]
    blanks: tuple[str, ...]
    questions: Mapping[str, ReportQuestion]
    checked_on: date

    @classmethod
    def load(cls, root: Path = DEFAULT_ROOT) -> ReportRules:
        """Read the form.

        Raises:
            ValueError: a plain yes or no means an answer that there is not.
        """
        content = table(root, "laporan", FOLDER)
        paper = dict(content["paper"])
        blanks = tuple(paper.pop("blanks"))
        questions = {row["id"]: _question(row) for row in content["questions"]}
        checked_on = date.fromisoformat(str(content["checked_on"]))
        return cls(content["texts"], paper, blanks, questions, checked_on)

    def relevant(self, facts: Collection[str], answered: Collection[str]) -> list[ReportQuestion]:
        """The questions that belong to a report: answered ones, and those that its facts call for.

        Args:
            facts: known of the report.
            answered: ids of the questions that were answered or left out.
        """
        known = frozenset(facts)
        return [
            each
            for each in self.questions.values()
            if each.id in answered or (each.needs <= known and not each.unless & known)
        ]

    def means(self, danger: str | None) -> tuple[ReportQuestion, ReportChoice] | None:
        """The question that a danger answers, and the choice that means it."""
        return next(
            (
                (question, choice)
                for question in self.questions.values()
                for choice in question.choices
                if danger and choice.danger == danger
            ),
            None,
        )


def _question(row: Mapping[str, Any]) -> ReportQuestion:
    choices = tuple(map(_choice, row.get("choices") or ()))
    for answer in filter(None, (row.get("yes_means"), row.get("no_means"))):
        if answer not in [each.id for each in choices]:
            raise ValueError(f"laporan.yml: {row['id']}: jawaban '{answer}' tidak ada.")
    return ReportQuestion(
        id=row["id"],
        label=row["label"],
        ask=row["ask"],
        kind=row["kind"],
        needs=_set(row.get("needs")),
        unless=_set(row.get("unless")),
        yes_means=row.get("yes_means"),
        no_means=row.get("no_means"),
        choices=choices,
    )


def _choice(row: Mapping[str, Any]) -> ReportChoice:
    return ReportChoice(
        id=row["id"],
        title=row["title"],
        told=row["told"],
        facts=_set(row.get("facts")),
        danger=row.get("danger"),
        words=tuple(row.get("words") or ()),
        under=row.get("under"),
    )


def _set(values: Sequence[str] | None) -> frozenset[str]:
    return frozenset(values or ())
