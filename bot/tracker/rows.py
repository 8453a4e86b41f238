"""Rows of Rasa's table of events: read and written inside a transaction of the caller."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import Event
from sqlalchemy.engine import Connection

from bot.tracker.conflict import ConflictError
from bot.tracker.minimal import minimal

EVENTS = SQLTrackerStore.SQLEvent.__table__
# Rasa's index by sender cannot tell which event is the last; this one can, and does what that did (bot/migrations/conversations).
EVENTS.indexes = {index for index in EVENTS.indexes if index.name != "ix_events_sender_id"}
sa.Index("ix_events_sender_id_id", EVENTS.c.sender_id, EVENTS.c.id)
sa.Index("ix_events_timestamp", EVENTS.c.timestamp)
# Statements are put together once: that takes longer than to run them.
_OF_SENDER = EVENTS.c.sender_id == sa.bindparam("sender")
_ALL = sa.select(EVENTS.c.data).where(_OF_SENDER).order_by(EVENTS.c.id)
_LAST_TIME = sa.select(EVENTS.c.timestamp).where(_OF_SENDER).order_by(EVENTS.c.id.desc()).limit(1)
_INSERT = sa.insert(EVENTS)
_COUNT = sa.select(sa.func.count()).select_from(EVENTS).where(_OF_SENDER)


def all_events(connection: Connection, sender: str) -> list[dict[str, Any]]:
    """The events of a conversation, the oldest first."""
    rows = connection.execute(_ALL, {"sender": sender}).scalars()
    return [json.loads(row) for row in rows]


def last_time(connection: Connection, sender: str) -> float | None:
    """When the last stored event of a conversation happened (s since 1970); None where nothing is stored."""
    last: float | None = connection.execute(_LAST_TIME, {"sender": sender}).scalar()
    return last


def stored_of(
    connection: Connection,
    sender: str,
    events: Sequence[Event],
    known: tuple[int, float | None] | None,
) -> int:
    """How many of the events of a conversation are stored, which must be all that is stored of it.

    Args:
        connection: holds the conversation.
        sender: of the conversation.
        events: of the conversation after this turn.
        known: how many events were stored and the time of the last when the turn began; None where that is not remembered.

    Raises:
        ConflictError: something else is stored by now.
    """
    last = last_time(connection, sender)
    if known is not None:
        stored, expected = known
    elif last is None:
        return 0
    else:
        stored = int(connection.execute(_COUNT, {"sender": sender}).scalar() or 0)
        expected = events[stored - 1].timestamp if 0 < stored <= len(events) else None
    if last != expected:
        raise ConflictError
    return stored


def insert(connection: Connection, sender: str, events: Iterable[Event]) -> None:
    """Add events to a conversation."""
    rows = [_row(sender, event) for event in events]
    if rows:
        connection.execute(_INSERT, rows)


def _row(sender: str, event: Event) -> dict[str, Any]:
    data = minimal(event)
    return {
        "sender_id": sender,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }
