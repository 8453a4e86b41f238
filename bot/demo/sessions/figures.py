"""What a session's counts say: right answers before and after, questions of the quiz. Shares are of those who were counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.demo.counted import AFTER, BEFORE, of_statement, question_of
from bot.demo.offers import shortened
from bot.demo.sessions.model import Session
from knowledge.store import Store


@dataclass(frozen=True)
class Share:
    """How many of how many people answered rightly."""

    right: int
    of: int

    @property
    def percent(self) -> int | None:
        """0 to 100, rounded; None when nobody was counted."""
        return round(100 * self.right / self.of) if self.of else None

    def __add__(self, other: Share) -> Share:
        """Both together."""
        return Share(self.right + other.right, self.of + other.of)


NOBODY = Share(0, 0)


@dataclass(frozen=True)
class Statement:
    """A statement of a check, with both rounds.

    Attributes:
        check: id of the check.
        item: id of the statement.
        text: of the statement.
        answer: "benar" or "salah".
        before: right answers before.
        after: right answers after.
    """

    check: str
    item: str
    text: str
    answer: str
    before: Share
    after: Share


@dataclass(frozen=True)
class Question:
    """A question of the quiz, with its answers.

    Attributes:
        item: id of the question.
        text: of the question; its id when the record is no longer there.
        answer: the right one; None when the record is no longer there.
        share: right answers.
    """

    item: str
    text: str
    answer: str | None
    share: Share

    @property
    def short(self) -> str:
        """The text without what is asked of all."""
        return shortened(self.text)


def statements(session: Session, store: Store) -> list[Statement]:
    """The statements that were counted before or after, in the order of their check.

    A statement whose record is no longer there is left out: what is right is not known.
    """
    found = []
    for check in store.checks():
        for item in check.items:
            before, after = (
                _share(session.counts.get(of_statement(round_, check.id, item.id), {}), item.answer)
                for round_ in (BEFORE, AFTER)
            )
            if before.of or after.of:
                found.append(
                    Statement(check.id, item.id, item.statement, item.answer, before, after)
                )
    return found


def compared(rows: Iterable[Statement]) -> tuple[Share, Share]:
    """Right answers before and after, of the statements that were counted in both rounds only."""
    both = [row for row in rows if row.before.of and row.after.of]
    return together(row.before for row in both), together(row.after for row in both)


def questions(session: Session, store: Store) -> list[Question]:
    """The questions of the quiz that were counted, in the order of their ids."""
    found = []
    for what, counts in sorted(session.counts.items()):
        item = question_of(what)
        if item is not None:
            record = store.quiz_item(item)
            answer = record.answer if record else None
            text = record.question if record else item
            found.append(Question(item, text, answer, _share(counts, answer)))
    return found


def by_answer(rows: Iterable[Question], answer: str) -> Share:
    """Right answers to the questions that have this answer: who takes all for a trick knows no genuine offer either."""
    return together(row.share for row in rows if row.answer == answer)


def together(shares: Iterable[Share]) -> Share:
    """All added up."""
    return sum(shares, NOBODY)


def _share(counts: dict[str, int], answer: str | None) -> Share:
    if answer is None:
        return NOBODY
    return Share(counts.get(answer, 0), sum(counts.values()))
