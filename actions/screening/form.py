"""The questions that complete an offer, by knowledge/screening/formulir.yml: which are open, and what an answer means."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from actions.screening.assertion import is_denied
from actions.screening.company import licence_in
from actions.screening.form_plain import is_plain, vocabulary
from actions.screening.missing import MissingRules
from actions.screening.model import HIGH, NO_OFFER, Screening
from actions.screening.patterns import PatternIndex, Symbol, parse
from actions.screening.phrases import PhraseRules, said_flags
from actions.screening.reading import Reading
from actions.screening.tables import table
from actions.yes_no import begins_with_yes, is_done, is_no
from knowledge.kinds import DEFAULT_ROOT
from knowledge.model import RedFlag

TABLE = "formulir"
UNKNOWN = "belum"
"""The choice of those who do not know yet; every question has it."""

# "bukan visa turis, tapi visa kerja": a denial reaches no further than its part of the sentence.
_PARTS = re.compile(r"[,;.\n]+|\b(?:tapi|tetapi|tp|namun|cuma)\b", re.IGNORECASE)
# In which a stated licence number answers the question.
_LICENCE_ITEM = "izin_p3mi"


@dataclass(frozen=True)
class FormChoice:
    """One answer.

    Attributes:
        id: within the question.
        title: on the button.
        told: inside a sentence: "visa turis".
        raises: red flag that it raises; None for most.
        fills: items of kelengkapan.yml that it makes clear.
    """

    id: str
    title: str
    told: str
    raises: str | None
    fills: tuple[str, ...]


@dataclass(frozen=True)
class FormQuestion:
    """One question.

    Attributes:
        id: within the form.
        item: what a genuine offer states and the question asks for.
        answered_by: red flags of a text that answers the question.
        ask: for people.
        choices: in the order shown, the last is UNKNOWN.
        typed: how people type the answers; the key of a pattern is the id of a choice.
        words: all that these patterns are made of.
        yes_means: id of the choice that a plain yes means; None where it answers nothing.
        no_means: the same of a plain no.
    """

    id: str
    item: str
    answered_by: frozenset[str]
    ask: str
    choices: tuple[FormChoice, ...]
    typed: PatternIndex
    words: frozenset[Symbol]
    yes_means: str | None
    no_means: str | None

    def choice(self, id_: str | None) -> FormChoice | None:
        """A choice by its id."""
        return next((each for each in self.choices if each.id == id_), None)


@dataclass(frozen=True)
class FormRules:
    """The form.

    Attributes:
        texts: the sentences around the questions, by their key.
        questions: by id, in the order asked.
        phrases: patterns of the red flags that answers raise: they count whatever question is open.
        checked_on: when the texts were compared with their sources.
    """

    texts: Mapping[str, str]
    questions: Mapping[str, FormQuestion]
    phrases: PhraseRules
    checked_on: date

    @classmethod
    def load(
        cls, red_flag: Callable[[str], RedFlag | None], root: Path = DEFAULT_ROOT
    ) -> FormRules:
        """Read the form.

        Args:
            red_flag: finds a record by its id.
            root: the knowledge folder.

        Raises:
            PatternError: a pattern cannot be read.
            ValueError: it names an item of kelengkapan.yml, or an answer, that there is not.
        """
        content = table(root, TABLE)
        items = MissingRules.load(root).items
        questions = [_question(row, content["unknown"], items) for row in content["questions"]]
        raised = {choice.raises for each in questions for choice in each.choices if choice.raises}
        records = filter(None, map(red_flag, sorted(raised)))
        return cls(
            texts=content["texts"],
            questions={each.id: each for each in questions},
            phrases=PhraseRules.of(records),
            checked_on=date.fromisoformat(str(content["checked_on"])),
        )

    def open_for(
        self, screening: Screening, answered: Collection[str] = ()
    ) -> tuple[FormQuestion, ...]:
        """The questions whose answer neither the text nor the person gave; none where no more is needed.

        Args:
            screening: of the offer.
            answered: ids of the questions that were answered.
        """
        if screening.risk in (HIGH, NO_OFFER):
            return ()
        raised = {flag.id for flag in screening.flags}
        return tuple(
            each
            for each in self.questions.values()
            if each.id not in answered
            and each.item in screening.missing
            and raised.isdisjoint(each.answered_by)
        )

    def understood(
        self, text: str, read: Callable[[str], Reading], asked: str, still: Iterable[str] = ()
    ) -> dict[str, str]:
        """What a typed answer says: question -> choice. Empty when it answers nothing.

        In each part of a sentence the longest match counts, of several parts the one that raises a flag. Beside the question that was
        asked, others are answered where the words would raise a red flag in any offer ("visa turis, bayar 5 juta dulu").

        Args:
            text: the message.
            read: reads a text.
            asked: the question that is open.
            still: ids of the questions that are open besides.
        """
        found: dict[str, str] = {}
        question = self.questions[asked]
        readings = [read(part) for part in _PARTS.split(text) if part and part.strip()]
        choices = [choice for each in readings if (choice := _typed(question, each))]
        choices.sort(key=lambda choice: (choice.raises is None, choice.id == UNKNOWN))
        says_yes = begins_with_yes(text) or is_done(text)
        plain = question.choice(
            question.no_means if is_no(text) else question.yes_means if says_yes else None
        )
        if plain and not choices:
            choices = [plain]
        raised = {flag for each in readings for flag in said_flags(self.phrases, each)}
        if question.item == _LICENCE_ITEM and licence_in(text):
            choices = [each for each in question.choices if _LICENCE_ITEM in each.fills]
        for id_ in dict.fromkeys((asked, *still)):
            by_flag = [each for each in self.questions[id_].choices if each.raises in raised]
            # Where the same flag has two choices, only the question itself tells which is meant.
            best = choices[:1] if id_ == asked and choices else by_flag[:1]
            if best:
                found[id_] = best[0].id
        return found

    def is_plain(self, text: str, read: Callable[[str], Reading], asked: str) -> bool:
        """True when a message answers a question and says nothing else: then it is no cry for help, whatever it sounds like alone.

        Args:
            text: the message.
            read: reads a text.
            asked: the question that is open.
        """
        question = self.questions.get(asked)
        if question is None or not is_plain(read(text), question.words):
            return False
        return asked in self.understood(text, read, asked)


def _typed(question: FormQuestion, reading: Reading) -> FormChoice | None:
    """The choice with the longest match in one part of a sentence; of equal ones one that raises a flag, else the first listed."""
    lengths: dict[str, int] = {}
    for match in question.typed.find(reading) if reading.norms else ():
        if not is_denied(reading, match):
            lengths[match.key] = max(lengths.get(match.key, 0), match.end - match.start)
    if not lengths:
        return None
    return max(
        question.choices, key=lambda choice: (lengths.get(choice.id, 0), bool(choice.raises))
    )


def _question(
    row: Mapping[str, Any], unknown: Mapping[str, Any], items: Collection[str]
) -> FormQuestion:
    for item in (row["item"], *(item for choice in row["choices"] for item in choice["fills"])):
        if item not in items:
            raise ValueError(f"{TABLE}.yml: {row['id']}: butir '{item}' tidak ada.")
    for answer in filter(None, (row["yes_means"], row["no_means"])):
        if answer not in [each["id"] for each in row["choices"]]:
            raise ValueError(f"{TABLE}.yml: {row['id']}: jawaban '{answer}' tidak ada.")
    choices = [
        FormChoice(each["id"], each["title"], each["told"], each["raises"], tuple(each["fills"]))
        for each in row["choices"]
    ]
    sources = [(each["id"], source) for each in row["choices"] for source in each["patterns"]]
    sources += [(UNKNOWN, source) for source in unknown["patterns"]]
    patterns = [(choice, parse(source)) for choice, source in sources]
    return FormQuestion(
        id=row["id"],
        item=row["item"],
        answered_by=frozenset(row["answered_by"]),
        ask=row["ask"],
        choices=(*choices, FormChoice(UNKNOWN, unknown["title"], row["unknown"], None, ())),
        typed=PatternIndex(patterns),
        words=vocabulary(pattern for _, pattern in patterns),
        yes_means=row["yes_means"],
        no_means=row["no_means"],
    )
