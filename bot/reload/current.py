"""Answers with the conversation that was loaded last."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bot.messages import Incoming, Reply, Turn

logger = logging.getLogger(__name__)

Watch = Callable[[Incoming, Turn], None]
# How often is asked whether the last turns of a conversation that was replaced have ended, and whether what they left can be stored.
_LOOK_SECONDS, _STORE_SECONDS = 0.05, 1.0
# It is closed all the same when that takes longer.
_MOST_SECONDS = 30.0


class Loaded(Protocol):
    """Part of `bot.conversation.Conversation`."""

    watch: Watch | None

    @property
    def in_memory(self) -> int:
        """How many conversations this process has in memory."""

    async def turn(self, incoming: Incoming) -> Turn:
        """The replies to a message and what was understood."""

    async def rehearse(self, incoming: Incoming) -> Turn:
        """Answer a message without storing or counting anything."""

    async def ranking(self, text: str) -> list[tuple[str, float]]:
        """Every intent that a message may mean with its probability."""

    async def forget(self, sender: str) -> None:
        """Delete a conversation."""

    async def forget_idle(self, seconds: float) -> int:
        """Delete the conversations that nobody has gone on with for so many seconds, and count them."""

    async def remembered(self, sender: str) -> int:
        """How many messages of a person are remembered."""

    async def tidy(self) -> bool:
        """Take deleted texts out of the database's log too; False when others were reading, and they are still there."""

    async def hand_over(self) -> bool:
        """Store what could not be stored; False while it still cannot be."""

    def apology(self, sender: str) -> Reply:
        """What is said when an answer failed."""

    def hides(self, sender: str) -> bool:
        """Whether the harmless screen stands before a conversation."""

    def close(self) -> None:
        """Let go of the databases."""


T = TypeVar("T", bound=Loaded)


@dataclass
class _Used(Generic[T]):
    """A conversation, and how many calls of it are in hand."""

    by: T
    uses: int = 0


class Current(Generic[T]):
    """The same as one conversation for whoever answers with it; which one may change between two calls.

    Conversations that replace each other have the same locks: a turn of the new one waits for the sender's turn of the old one.
    """

    def __init__(self, conversation: T) -> None:
        """Answer with a conversation."""
        self._used = _Used(conversation)

    @property
    def now(self) -> T:
        """The conversation that answers new messages."""
        return self._used.by

    @property
    def watch(self) -> Watch | None:
        """Called after each turn."""
        return self.now.watch

    @watch.setter
    def watch(self, watch: Watch | None) -> None:
        self.now.watch = watch

    @property
    def in_memory(self) -> int:
        """How many conversations this process has in memory."""
        return self.now.in_memory

    async def turn(self, incoming: Incoming) -> Turn:
        """The replies to a message and what was understood."""
        with self._in_use() as conversation:
            return await conversation.turn(incoming)

    async def ranking(self, text: str) -> list[tuple[str, float]]:
        """Every intent that a message may mean with its probability."""
        with self._in_use() as conversation:
            return await conversation.ranking(text)

    async def forget(self, sender: str) -> None:
        """Delete a conversation."""
        with self._in_use() as conversation:
            await conversation.forget(sender)

    async def forget_idle(self, seconds: float) -> int:
        """Delete the conversations that nobody has gone on with for so many seconds, and count them."""
        with self._in_use() as conversation:
            return await conversation.forget_idle(seconds)

    async def remembered(self, sender: str) -> int:
        """How many messages of a person are remembered."""
        with self._in_use() as conversation:
            return await conversation.remembered(sender)

    async def tidy(self) -> bool:
        """Take deleted texts out of the database's log too; False when others were reading, and they are still there."""
        with self._in_use() as conversation:
            return await conversation.tidy()

    def apology(self, sender: str) -> Reply:
        """What is said when an answer failed."""
        return self.now.apology(sender)

    def hides(self, sender: str) -> bool:
        """Whether the harmless screen stands before a conversation."""
        return self.now.hides(sender)

    async def swap(self, fresh: T) -> T | None:
        """Answer with another conversation from now on.

        Returns:
            The one before, when it answers nobody any more, or one that answers for too long; None when it remembers what it cannot store,
            and stays.
        """
        old = self._used
        if not await old.by.hand_over():
            return None
        fresh.watch = old.by.watch
        self._used = _Used(fresh)
        await self._let_finish(old)
        return old.by

    async def _let_finish(self, old: _Used[T]) -> None:
        """Wait for the last turns, which may have ended while the database was away; nobody else waits for this."""
        loop = asyncio.get_running_loop()
        until = loop.time() + _MOST_SECONDS
        while old.uses and loop.time() < until:
            await asyncio.sleep(_LOOK_SECONDS)
        if old.uses:
            logger.error("%d turns of the conversation before have not ended", old.uses)
        while not await old.by.hand_over():
            if loop.time() >= until:
                logger.error("what the conversation before could not store is lost")
                return
            await asyncio.sleep(_STORE_SECONDS)

    @contextmanager
    def _in_use(self) -> Iterator[T]:
        used = self._used
        used.uses += 1
        try:
            yield used.by
        finally:
            used.uses -= 1
