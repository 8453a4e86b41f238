"""Rasa's tracker store in a database, with bounded reads: a conversation is kept short, and read once while one process has it."""

from __future__ import annotations

import contextlib
import logging
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot import tally
from bot.database import empty_log, hold, reading
from bot.fast.tracker import QuickTracker
from bot.keeping.idle import deletion, idle_senders
from bot.migrations import migrate
from bot.tracker import rows
from bot.tracker.conflict import ConflictError
from bot.tracker.outage import Outage
from bot.tracker.reading import Reading
from bot.tracker.rows import EVENTS
from bot.tracker.shorten import shortened
from bot.tracker.unlikely import drop_unlikely

logger = logging.getLogger(__name__)

# Conversations that stay in memory, 50 to 100 KB each: people write several messages within a minute.
MOST_LIVE = 200


@dataclass(frozen=True)
class _Live:
    """A conversation as it was after its last turn.

    Attributes:
        tracker: the same that was handed out; Rasa appends to it.
        whole: how many events it had then.
        stored: how many of them are stored: fewer while the database is away.
        last: time of the last stored event, None when none is: another process that went on with the conversation, or deleted it,
            changed that.
    """

    tracker: DialogueStateTracker
    whole: int
    stored: int
    last: float | None

    @property
    def is_clean(self) -> bool:
        """False when a turn changed it and broke off before it was answered."""
        return len(self.tracker.events) == self.whole


class ConversationStore(SQLTrackerStore):
    """Keeps conversations in Rasa's own table of events.

    Between a `retrieve` and the `save` that follows it nobody else may use the conversation: the lock around a turn sees to that
    (`bot.locks`). Where it could not, `save` refuses the second of two turns rather than mix them. A conversation that becomes long is
    shortened when it is saved (`bot.tracker.shorten`).
    """

    def __init__(self, domain: Domain, engine: Engine, most_live: int = MOST_LIVE) -> None:
        """Bring the table to the newest version.

        Rasa's own constructor makes an engine by itself and waits for ever for a database that is away.

        Args:
            domain: has the slots.
            engine: of the database.
            most_live: how many conversations may stay in memory.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be used.
        """
        self.engine = engine
        self._reading = reading(engine)
        self.sessionmaker = sa.orm.sessionmaker(bind=engine)
        self._live: OrderedDict[str, _Live] = OrderedDict()
        self._most_live = most_live
        self.reading = Reading()
        self.outage = Outage(engine)
        if engine.url.database:
            migrate(engine, "conversations")
        else:
            # In memory, for this process alone: it has no earlier version.
            EVENTS.metadata.create_all(engine)
        # Past SQLTrackerStore's constructor to the one behind it.
        TrackerStore.__init__(self, domain)

    def init_tracker(self, sender_id: str) -> DialogueStateTracker:
        """A conversation in which nothing was said (see parent class)."""
        return QuickTracker(sender_id, self.domain.slots)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation, None when there is none (see parent class)."""
        return self.read(sender_id)

    def read(self, sender_id: str) -> DialogueStateTracker | None:
        """As `retrieve`, for those who cannot wait. While the database is away, what this process remembers: somebody may be in danger."""
        live = self._answered(sender_id)
        try:
            return self._read(sender_id, live)
        except SQLAlchemyError as error:
            tally.count(tally.Event.STORE_READ)
            logger.error("conversation cannot be read: %s", type(error).__name__)
            return live.tracker if live else None

    def _read(self, sender: str, live: _Live | None) -> DialogueStateTracker | None:
        if self.reading.is_new(sender):
            return None
        if live and self.reading.is_done(sender):
            return live.tracker
        with self.outage.noticed(), self._reading.begin() as connection:
            last = rows.last_time(connection, sender)
            if live and live.last == last:
                self._live.move_to_end(sender)
                self.reading.note(sender)
                return live.tracker
            events = rows.all_events(connection, sender) if last is not None else []
        self._live.pop(sender, None)
        self.reading.note(sender, is_new=not events)
        if not events:
            return None
        tracker = QuickTracker.from_dict(sender, events, self.domain.slots)
        self._keep(tracker, len(events), last)
        return tracker

    def slot(self, sender_id: str, name: str) -> Any:
        """What a slot of a conversation holds; None where there is no conversation."""
        tracker = self.read(sender_id)
        return tracker.get_slot(name) if tracker else None

    def held(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation after its last turn here, whatever other processes did since; None when there was none."""
        live = self._answered(sender_id)
        return live.tracker if live else None

    def _answered(self, sender: str) -> _Live | None:
        """What is in memory of a conversation, unless its last turn broke off."""
        live = self._live.get(sender)
        return live if live and live.is_clean else None

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The same: of earlier sessions nothing is kept (see parent class)."""
        return await self.retrieve(conversation_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store what is new, shortened if it has become long (see parent class).

        It is stored when this returns. While the database is away the conversation goes on in memory, and the next turn stores both.

        Raises:
            ConflictError: the conversation was changed since this turn began; nothing is stored.
        """
        events = list(tracker.events)
        if not events:
            return
        live = self._live.pop(tracker.sender_id, None)
        mine = live if live and live.tracker is tracker else None
        drop_unlikely(events[mine.whole if mine else 0 :])
        try:
            tracker = self._save(tracker, events, mine)
        except SQLAlchemyError as error:
            tally.count(tally.Event.STORE_WRITE)
            logger.error("conversation cannot be stored: %s", type(error).__name__)
            self._keep(tracker, mine.stored if mine else 0, mine.last if mine else None)
        else:
            self._keep(tracker, len(tracker.events), tracker.events[-1].timestamp)

    def _save(
        self, tracker: DialogueStateTracker, events: list[Event], live: _Live | None
    ) -> DialogueStateTracker:
        sender, short = tracker.sender_id, shortened(events)
        known = (live.stored, live.last) if live else None
        with self.outage.noticed(), self.engine.begin() as connection:
            hold(connection, [sender])
            stored = rows.stored_of(connection, sender, events, known)
            if short is not None:
                connection.execute(deletion(EVENTS, [sender]))
                rows.insert(connection, sender, short)
                return QuickTracker.from_events(sender, short, self.domain.slots)
            rows.insert(connection, sender, events[stored:])
        return tracker

    async def delete(self, senders: Sequence[str], before: float | None = None) -> None:
        """Delete conversations; with a time (seconds of the clock) only of those who have not gone on since.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: they could not be deleted; this process does not remember them any more all the same.
        """
        for sender in senders:
            self._live.pop(sender, None)
        with self.outage.noticed(), self.engine.begin() as connection:
            hold(connection, senders)
            connection.execute(deletion(EVENTS, senders, before))

    async def store_rest(self) -> bool:
        """Store what could not be while the database was away; False while it still cannot. What a turn is changing, that turn stores."""
        for live in list(self._live.values()):
            if live.is_clean and live.stored < live.whole:
                # Another process has gone on with it, or deleted it: that is what counts.
                with contextlib.suppress(ConflictError):
                    await self.save(live.tracker)
        return all(live.stored == live.whole for live in self._live.values() if live.is_clean)

    async def idle_since(self, time: float) -> list[str]:
        """Senders of conversations with which nobody has gone on since a time, in seconds of the clock."""
        for sender, live in list(self._live.items()):
            # Another process may have deleted it.
            if live.last is not None and live.last < time:
                del self._live[sender]
        with self.outage.noticed(), self._reading.begin() as connection:
            return list(connection.execute(idle_senders(EVENTS, time)).scalars())

    @property
    def live(self) -> int:
        """How many conversations are in memory."""
        return len(self._live)

    def tidy(self) -> bool:
        """Take deleted texts out of SQLite's write-ahead log too. False when others were reading: they are still there."""
        with self.outage.noticed(), self.engine.begin() as connection:
            return empty_log(connection)

    def _keep(self, tracker: DialogueStateTracker, stored: int, last: float | None) -> None:
        sender = tracker.sender_id
        self.reading.note(sender)
        self._live[sender] = _Live(tracker, len(tracker.events), stored, last)
        self._live.move_to_end(sender)
        while len(self._live) > self._most_live:
            self._live.popitem(last=False)
