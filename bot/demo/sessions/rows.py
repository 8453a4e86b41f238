"""Rows of the sessions' tables: what an act changes in them, and sessions read back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.demo.sessions.model import About, Counts, Session, Shown
from bot.demo.sessions.tables import COUNTS, QUESTIONS, SESSIONS, SHOWN


def as_text(value: Any) -> str:
    """JSON with its keys in order: the same value is always the same text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def keep_counts(
    connection: Connection, session: str, counts: Mapping[str, Mapping[str, int]]
) -> None:
    """Make the counts of a session what they are now."""
    rows = [
        {"session": session, "what": what, "choice": choice, "people": people}
        for what, given in counts.items()
        for choice, people in given.items()
    ]
    if _counts_of(connection, session) == {what: dict(given) for what, given in counts.items()}:
        return
    connection.execute(COUNTS.delete().where(COUNTS.c.session == session))
    if rows:
        connection.execute(COUNTS.insert(), rows)


def keep_questions(connection: Connection, session: str, questions: Sequence[str]) -> None:
    """Add the questions that are new; those that are there stay as they are, also where one was taken out."""
    query = sa.select(sa.func.count()).where(QUESTIONS.c.session == session)
    known = int(connection.execute(query).scalar() or 0)
    rows = [
        {"session": session, "number": number, "text": text}
        for number, text in enumerate(questions)
        if number >= known
    ]
    if rows:
        connection.execute(QUESTIONS.insert(), rows)


def keep_shown(connection: Connection, session: str, state: Mapping[str, Any]) -> None:
    """Add what is shown now, unless it was shown before the last act too."""
    part = state.get("part")
    if not part:
        return
    query = (
        sa.select(SHOWN.c.number, SHOWN.c.part, SHOWN.c.arguments)
        .where(SHOWN.c.session == session)
        .order_by(SHOWN.c.number.desc())
    )
    last = connection.execute(query).first()
    arguments = as_text(state.get("arguments") or {})
    if last is not None and (last.part, last.arguments) == (part, arguments):
        return
    number = 0 if last is None else last.number + 1
    title = str(state.get("title") or "")
    row = {"number": number, "part": part, "arguments": arguments, "title": title}
    connection.execute(SHOWN.insert().values(session=session, **row))


def erase_states(connection: Connection, before: float) -> int:
    """Erase what stood on the wall in sessions that nobody used since a time (seconds of the clock), and count them; counts stay."""
    old = SESSIONS.c.state.is_not(None) & (SESSIONS.c.used < before)
    return int(connection.execute(sa.update(SESSIONS).where(old).values(state=None)).rowcount)


def read_sessions(connection: Connection, where: Any) -> list[Session]:
    """All that is kept of sessions, the oldest first.

    Args:
        connection: in a transaction.
        where: a condition on `SESSIONS`.
    """
    query = sa.select(SESSIONS).where(where).order_by(SESSIONS.c.held_on, SESSIONS.c.began)
    return [_session(connection, row) for row in connection.execute(query).all()]


def _session(connection: Connection, row: Any) -> Session:
    return Session(
        id=row.id,
        about=About(row.place, row.held_on, row.people, row.province, row.district),
        began=row.began,
        used=row.used,
        ended=row.ended,
        counts=_counts_of(connection, row.id),
        questions={
            each.number: each.text or ""
            for each in connection.execute(_of(QUESTIONS, row.id, QUESTIONS.c.number))
        },
        shown=tuple(
            Shown(each.part, each.title, json.loads(each.arguments))
            for each in connection.execute(_of(SHOWN, row.id, SHOWN.c.number))
        ),
    )


def _counts_of(connection: Connection, session: str) -> Counts:
    counts: Counts = {}
    for row in connection.execute(_of(COUNTS, session, COUNTS.c.what)):
        counts.setdefault(row.what, {})[row.choice] = row.people
    return counts


def _of(table: sa.Table, session: str, order: Any) -> Any:
    return sa.select(table).where(table.c.session == session).order_by(order)
