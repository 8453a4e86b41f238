"""One turn of a conversation at a time: in this process, and with Redis in all that share it.

The lock is taken around a whole turn, before anything of the conversation is read. Rasa's own stands inside `Agent.handle_message`, after
Mawas has read what a number or a yes refers to (docs/decisions.md).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol

from bot.settings import Settings


class Locks(Protocol):
    """Locks by conversation. One object serves all `Conversation` objects of a process."""

    def of(self, sender: str) -> AbstractAsyncContextManager[None]:
        """Hold a conversation for a turn; not to be taken again inside."""

    async def close(self) -> None:
        """Let go of connections; in the event loop that used them."""


class LocalLocks:
    """Locks of this process, first come, first served. Nothing is kept of a conversation that nobody holds or waits for."""

    def __init__(self) -> None:
        """Nobody holds anything."""
        # The lock of a conversation, and how many hold it or wait for it.
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}

    @property
    def held(self) -> int:
        """How many conversations are held."""
        return len(self._locks)

    @asynccontextmanager
    async def of(self, sender: str) -> AsyncIterator[None]:
        """Hold a conversation for a turn; not to be taken again inside."""
        lock, users = self._locks.get(sender) or (asyncio.Lock(), 0)
        self._locks[sender] = lock, users + 1
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks[sender]
            if users == 1:
                del self._locks[sender]
            else:
                self._locks[sender] = lock, users - 1

    async def close(self) -> None:
        """There are no connections."""


def locks_of(settings: Settings) -> Locks:
    """The locks of this installation: with MAWAS_REDIS_URL shared by all processes that have the same, else of this process."""
    if not settings.redis_url:
        return LocalLocks()
    from bot.shared_locks import SharedLocks

    return SharedLocks(settings.redis_url)
