"""Rasa's place for locks, left empty: ours is taken further out (`bot.locks`)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LockStore


class NoLocks(LockStore):
    """Locks nothing: whoever asks is inside the lock of a whole turn already."""

    @asynccontextmanager
    async def lock(self, conversation_id: str, *_: Any, **__: Any) -> AsyncIterator[TicketLock]:
        """Go on at once (see parent class)."""
        yield TicketLock(conversation_id)
