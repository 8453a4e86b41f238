"""Rasa's tracker store in a database, with bounded reads: a conversation is kept short, and read once while one process has it."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import Connection, Engine

from bot.database import empty_log
from bot.tracker.shorten import shortened
from bot.tracker.unlikely import drop_unlikely

# Conversations that stay in memory, 50 to 100 KB each: people write several messages within a minute.
MOST_LIVE = 200
_EVENTS = SQLTrackerStore.SQLEvent.__table__


@dataclass(frozen=True)
class _Live:
    """A conversation as it was last stored.

    Attributes:
        tracker: the same that was handed out; Rasa appends to it.
        stored: how many of its events are stored.
        last: time of the last stored event: another process that went on with the conversation, or deleted it, changed that.
    """

    tracker: DialogueStateTracker
    stored: int
    last: float

    @property
    def is_clean(self) -> bool:
        """False when a turn changed it and broke off before it was stored."""
        return len(self.tracker.events) == self.stored


class ConversationStore(SQLTrackerStore):
    """Keeps conversations in Rasa's own table of events.

    Between a `retrieve` and the `save` that follows it nobody else may use the conversation: Rasa's lock store sees to that. A
    conversation that becomes long is shortened when it is saved (`bot.tracker.shorten`).
    """

    def __init__(self, domain: Domain, engine: Engine, most_live: int = MOST_LIVE) -> None:
        """Make the table if it is missing.

        Rasa's own constructor makes an engine by itself and waits for ever for a database that is away.

        Args:
            domain: has the slots.
            engine: of the database.
            most_live: how many conversations may stay in memory.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be used.
        """
        self.engine = engine
        self.sessionmaker = sa.orm.sessionmaker(bind=engine)
        self._live: OrderedDict[str, _Live] = OrderedDict()
        self._most_live = most_live
        self.Base.metadata.create_all(engine)
        # Past SQLTrackerStore's constructor to the one behind it.
        TrackerStore.__init__(self, domain)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation, None when there is none (see parent class)."""
        return self.read(sender_id)

    def read(self, sender_id: str) -> DialogueStateTracker | None:
        """As `retrieve`, for those who cannot wait.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be read.
        """
        with self.engine.begin() as connection:
            last = _last_time(connection, sender_id)
            if last is None:
                self._live.pop(sender_id, None)
                return None
            live = self._live.get(sender_id)
            if live and live.last == last and live.is_clean:
                self._live.move_to_end(sender_id)
                return live.tracker
            rows = connection.execute(
                sa.select(_EVENTS.c.data)
                .where(_EVENTS.c.sender_id == sender_id)
                .order_by(_EVENTS.c.id)
            ).scalars()
            tracker = DialogueStateTracker.from_dict(
                sender_id, [json.loads(row) for row in rows], self.domain.slots
            )
        self._keep(tracker)
        return tracker

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The same: of earlier sessions nothing is kept (see parent class)."""
        return await self.retrieve(conversation_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store what is new, shortened if it has become long; it is stored when this returns (see parent class)."""
        sender, events = tracker.sender_id, list(tracker.events)
        for event in events:
            if isinstance(event, UserUttered):
                drop_unlikely(event)
        short = shortened(events)
        with self.engine.begin() as connection:
            live = self._live.pop(sender, None)
            if short is not None:
                _delete(connection, [sender])
                _insert(connection, sender, short)
            else:
                stored = (
                    live.stored if live and live.tracker is tracker else _count(connection, sender)
                )
                _insert(connection, sender, events[stored:])
        if short is not None:
            tracker = DialogueStateTracker.from_events(sender, short, self.domain.slots)
        self._keep(tracker)

    async def delete(self, senders: Sequence[str]) -> None:
        """Delete conversations."""
        with self.engine.begin() as connection:
            _delete(connection, senders)
        for sender in senders:
            self._live.pop(sender, None)

    async def idle_since(self, time: float) -> list[str]:
        """Senders of conversations with which nobody has gone on since a time, in seconds of the clock."""
        last = sa.func.max(_EVENTS.c.timestamp)
        with self.engine.begin() as connection:
            return list(
                connection.execute(
                    sa.select(_EVENTS.c.sender_id).group_by(_EVENTS.c.sender_id).having(last < time)
                ).scalars()
            )

    def tidy(self) -> None:
        """Take deleted texts out of SQLite's write-ahead log too."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.begin() as connection:
                empty_log(connection)

    def _keep(self, tracker: DialogueStateTracker) -> None:
        if not tracker.events:
            return
        sender = tracker.sender_id
        self._live[sender] = _Live(tracker, len(tracker.events), tracker.events[-1].timestamp)
        self._live.move_to_end(sender)
        while len(self._live) > self._most_live:
            self._live.popitem(last=False)


def _last_time(connection: Connection, sender: str) -> float | None:
    last: float | None = connection.execute(
        sa.select(_EVENTS.c.timestamp)
        .where(_EVENTS.c.sender_id == sender)
        .order_by(_EVENTS.c.id.desc())
        .limit(1)
    ).scalar()
    return last


def _count(connection: Connection, sender: str) -> int:
    return int(
        connection.execute(
            sa.select(sa.func.count()).select_from(_EVENTS).where(_EVENTS.c.sender_id == sender)
        ).scalar()
        or 0
    )


def _delete(connection: Connection, senders: Sequence[str]) -> None:
    connection.execute(sa.delete(_EVENTS).where(_EVENTS.c.sender_id.in_(senders)))


def _insert(connection: Connection, sender: str, events: Iterable[Event]) -> None:
    rows = [_row(sender, event) for event in events]
    if rows:
        connection.execute(sa.insert(_EVENTS), rows)


def _row(sender: str, event: Event) -> dict[str, Any]:
    data = event.as_dict()
    return {
        "sender_id": sender,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }
