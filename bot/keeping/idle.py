"""Which conversations nobody goes on with, and how they are deleted while others are answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

# Conversations a transaction: a writer who waits for it waits some hundredths of a second.
BATCH = 200


def batches(senders: Sequence[str]) -> Iterator[Sequence[str]]:
    """Senders, a transaction's worth at a time."""
    for start in range(0, len(senders), BATCH):
        yield senders[start : start + BATCH]


def deletion(events: sa.Table, senders: Sequence[str], before: float | None = None) -> Any:
    """The statement that deletes conversations.

    Args:
        events: Rasa's table.
        senders: whose.
        before: only of those who have not gone on since (seconds of the clock): somebody may just have come back.
    """
    where = events.c.sender_id.in_(senders)
    if before is not None:
        later = events.alias()
        where &= ~sa.exists().where(
            later.c.sender_id == events.c.sender_id, later.c.timestamp >= before
        )
    return sa.delete(events).where(where)


def idle_senders(events: sa.Table, before: float) -> Any:
    """The query for those with whom nobody has gone on since a time (seconds of the clock).

    Who said something before it is found by the index of times, and of these the last event of each by that of senders.
    """
    # That the name is put together keeps SQLite from walking through the index of senders instead, to find each once.
    early = (
        sa.select((events.c.sender_id + "").label("sender"))
        .where(events.c.timestamp < before)
        .distinct()
        .subquery()
    )
    latest = events.alias()
    last = (
        sa.select(latest.c.timestamp)
        .where(latest.c.sender_id == early.c.sender)
        .order_by(latest.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return sa.select(early.c.sender).where(last < before)
