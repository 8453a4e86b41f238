"""Adds sessions up by month and district. Groups of few people are not shown: their members could be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.demo.sessions.figures import (
    NOBODY,
    Question,
    Share,
    by_answer,
    questions,
    statements,
    together,
)
from bot.demo.sessions.model import Session
from knowledge.store import Store

FEWEST = 5
NOWHERE = "tidak dicatat"


@dataclass(frozen=True)
class Group:
    """The sessions of a month in a district.

    Attributes:
        month: "2026-11".
        province: name, or NOWHERE.
        district: name, or NOWHERE.
        sessions: how many.
        people: in all of them.
        before: right answers before, of statements that were counted in both rounds.
        after: right answers after, of the same.
        quiz: right answers in the quiz.
        tricks: right answers about offers that are tricks.
        genuine: right answers about genuine offers.
    """

    month: str
    province: str
    district: str
    sessions: int
    people: int
    before: Share = NOBODY
    after: Share = NOBODY
    quiz: Share = NOBODY
    tricks: Share = NOBODY
    genuine: Share = NOBODY

    @property
    def where(self) -> str:
        """The district, or as much as is known."""
        return self.district if self.district != NOWHERE else self.province


@dataclass(frozen=True)
class Stats:
    """All sessions.

    Attributes:
        groups: by month, then by district; none with fewer than FEWEST people.
        total: of these groups alone, so that nobody can subtract what is not shown.
        left_out: how many groups are not shown.
        open: questions that were not answered, of the sessions in the groups, the newest first.
    """

    groups: tuple[Group, ...]
    total: Group
    left_out: int
    open: tuple[str, ...]


def stats_of(sessions: Iterable[Session], store: Store) -> Stats:
    """Add sessions up.

    Args:
        sessions: all.
        store: the knowledge, for names of places and right answers.
    """
    names = {row.id: row.name for row in store.provinces()}
    parts: dict[tuple[str, str, str], list[Session]] = {}
    for session in sessions:
        about = session.about
        province = names.get(about.province or "", NOWHERE)
        key = (about.held_on.isoformat()[:7], province, about.district or NOWHERE)
        parts.setdefault(key, []).append(session)
    large = {key: rows for key, rows in sorted(parts.items()) if _people(rows) >= FEWEST}
    kept = [session for rows in large.values() for session in rows]
    newest = sorted(kept, key=lambda each: (each.about.held_on, each.began), reverse=True)
    asked = (text for session in newest for text in session.questions.values() if text)
    return Stats(
        groups=tuple(_group(key, rows, store) for key, rows in large.items()),
        total=_group(("", "", ""), kept, store),
        left_out=len(parts) - len(large),
        open=tuple(dict.fromkeys(asked)),
    )


def people_in(session: Session) -> int:
    """How many people a session had; where it was not said, as many as answered one question at most."""
    most = max((sum(counts.values()) for counts in session.counts.values()), default=0)
    return session.about.people or most


@dataclass
class _Both:
    before: Share = field(default=NOBODY)
    after: Share = field(default=NOBODY)


def _group(key: tuple[str, str, str], rows: list[Session], store: Store) -> Group:
    before, after = _before_and_after(rows, store)
    asked = [question for session in rows for question in questions(session, store)]
    return Group(
        *key,
        sessions=len(rows),
        people=_people(rows),
        before=before,
        after=after,
        quiz=_enough(asked),
        tricks=_enough(asked, "tipu"),
        genuine=_enough(asked, "asli"),
    )


def _before_and_after(rows: list[Session], store: Store) -> tuple[Share, Share]:
    """Of what each session counted in both rounds, added up by statement; a statement that few answered is left out."""
    items: dict[tuple[str, str], _Both] = {}
    for session in rows:
        for row in statements(session, store):
            if row.before.of and row.after.of:
                both = items.setdefault((row.check, row.item), _Both())
                both.before, both.after = both.before + row.before, both.after + row.after
    enough = [both for both in items.values() if min(both.before.of, both.after.of) >= FEWEST]
    return together(both.before for both in enough), together(both.after for both in enough)


def _enough(asked: Iterable[Question], answer: str | None = None) -> Share:
    """Of the questions that enough people answered, all sessions together."""
    items: dict[str, list[Question]] = {}
    for question in asked:
        items.setdefault(question.item, []).append(question)
    enough = list(_with_enough(items))
    return by_answer(enough, answer) if answer else together(each.share for each in enough)


def _with_enough(items: Mapping[str, list[Question]]) -> Iterator[Question]:
    for rows in items.values():
        if together(row.share for row in rows).of >= FEWEST:
            yield from rows


def _people(rows: Iterable[Session]) -> int:
    return sum(map(people_in, rows))
