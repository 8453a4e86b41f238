"""A session as it is read, and the notebook in which parts write while it is on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

MOST_PEOPLE = 5000
# More than any hall asks; a key that hangs must not fill the disk.
MOST_QUESTIONS = 200
LONGEST_QUESTION = 300

Counts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class About:
    """Where and when a session is held, as checked by `about.checked`.

    Attributes:
        place: free text.
        held_on: the day.
        people: how many are in the hall, 1 or more; None when it was not said.
        province: id in knowledge/provinces.
        district: name of one of its districts.
    """

    place: str
    held_on: date
    people: int | None = None
    province: str | None = None
    district: str | None = None


@dataclass(frozen=True)
class Shown:
    """One thing that was shown.

    Attributes:
        part: kind of part, such as "adegan".
        title: what the start page calls it; "" when it was not said.
        arguments: with which it was made.
    """

    part: str
    title: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Session:
    """All that is kept of a session.

    Attributes:
        id: letters and digits.
        about: where and when.
        began: seconds since 1970.
        used: of the last act.
        ended: None while it can be resumed.
        counts: what -> choice -> people (`tables.COUNTS`).
        questions: number -> what was asked and not answered; "" where the facilitator took it out.
        shown: in order.
    """

    id: str
    about: About
    began: float
    used: float
    ended: float | None = None
    counts: Counts = field(default_factory=dict)
    questions: Mapping[int, str] = field(default_factory=dict)
    shown: tuple[Shown, ...] = ()


class SessionNotebook:
    """What parts note while a session is on (`part.Notebook`); the store keeps it with every act."""

    def __init__(
        self,
        people: int | None = None,
        dump: Mapping[str, Any] | None = None,
        keeps_questions: bool = True,
    ) -> None:
        """Go on with what was noted before.

        Args:
            people: in the hall.
            dump: what `dump` gave.
            keeps_questions: note what was not understood; the operator may not want it.
        """
        dump = dump or {}
        self._people = people
        self._keeps_questions = keeps_questions
        self._counts: Counts = {
            what: dict(counts) for what, counts in (dump.get("counts") or {}).items()
        }
        self._questions: list[str] = list(dump.get("questions") or ())

    @property
    def people(self) -> int | None:
        """How many people are in the hall; None when it was not said."""
        return self._people

    def set_people(self, people: int | None) -> None:
        """Say how many people are in the hall; it was typed wrong, or more came."""
        self._people = people

    def count(self, what: str, counts: Mapping[str, int]) -> None:
        """Keep counts; a later call with the same `what` replaces them, and none take them back."""
        if counts:
            self._counts[what] = dict(counts)
        else:
            self._counts.pop(what, None)

    def counts(self, what: str) -> dict[str, int]:
        """Counts that were kept; {} when there are none."""
        return dict(self._counts.get(what, {}))

    def unanswered(self, text: str) -> None:
        """Note a question that the assistant did not understand; one that was noted before is not noted again.

        Args:
            text: what is personal in it is masked (`redact.Redactor`, which runs where the assistant runs: it is slow to load).
        """
        if not self._keeps_questions:
            return
        short = " ".join(text.split())[:LONGEST_QUESTION]
        if short and short not in self._questions and len(self._questions) < MOST_QUESTIONS:
            self._questions.append(short)

    def dump(self) -> dict[str, Any]:
        """JSON: {"counts": {what: {choice: people}}, "questions": [text]}."""
        return {
            "counts": {what: dict(counts) for what, counts in self._counts.items()},
            "questions": list(self._questions),
        }
