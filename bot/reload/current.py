"""Answers with the conversation that was loaded last."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bot.messages import Incoming, Reply, Turn

Watch = Callable[[Incoming, Turn], None]
# How often is asked whether the last turns of a conversation that was replaced have ended.
_LOOK_SECONDS = 0.05


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

    async def tidy(self) -> None:
        """Take deleted texts out of the database's log too."""

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
class _Held(Generic[T]):
    """A sender whom somebody is answering, and with what.

    Attributes:
        by: answers all that comes from the sender until nobody is answering any more: the order of messages is kept.
        uses: how many calls are in hand.
    """

    by: T
    uses: int = 0


class Current(Generic[T]):
    """The same as one conversation for whoever answers with it; which one may change between two turns of a sender."""

    def __init__(self, conversation: T) -> None:
        """Answer with a conversation."""
        self._now = conversation
        self._held: dict[str, _Held[T]] = {}

    @property
    def now(self) -> T:
        """The conversation that answers new messages."""
        return self._now

    @property
    def watch(self) -> Watch | None:
        """Called after each turn."""
        return self._now.watch

    @watch.setter
    def watch(self, watch: Watch | None) -> None:
        self._now.watch = watch

    @property
    def in_memory(self) -> int:
        """How many conversations this process has in memory."""
        return self._now.in_memory

    async def turn(self, incoming: Incoming) -> Turn:
        """The replies to a message and what was understood."""
        with self._of(incoming.sender) as conversation:
            return await conversation.turn(incoming)

    async def ranking(self, text: str) -> list[tuple[str, float]]:
        """Every intent that a message may mean with its probability."""
        return await self._now.ranking(text)

    async def forget(self, sender: str) -> None:
        """Delete a conversation."""
        with self._of(sender) as conversation:
            await conversation.forget(sender)

    async def forget_idle(self, seconds: float) -> int:
        """Delete the conversations that nobody has gone on with for so many seconds, and count them."""
        return await self._now.forget_idle(seconds)

    async def remembered(self, sender: str) -> int:
        """How many messages of a person are remembered."""
        with self._of(sender) as conversation:
            return await conversation.remembered(sender)

    async def tidy(self) -> None:
        """Take deleted texts out of the database's log too."""
        await self._now.tidy()

    def apology(self, sender: str) -> Reply:
        """What is said when an answer failed."""
        with self._of(sender) as conversation:
            return conversation.apology(sender)

    def hides(self, sender: str) -> bool:
        """Whether the harmless screen stands before a conversation."""
        with self._of(sender) as conversation:
            return conversation.hides(sender)

    async def swap(self, fresh: T) -> T | None:
        """Answer with another conversation from now on.

        Returns:
            The one before, when it answers nobody any more; None when it remembers what it cannot store, and stays.
        """
        old = self._now
        if not await old.hand_over():
            return None
        fresh.watch, self._now = old.watch, fresh
        while any(held.by is old for held in self._held.values()):
            # Whoever keeps writing is asked again soon; nobody waits for this.
            await asyncio.sleep(_LOOK_SECONDS)
        return old

    @contextmanager
    def _of(self, sender: str) -> Iterator[T]:
        held = self._held.setdefault(sender, _Held(self._now))
        held.uses += 1
        try:
            yield held.by
        finally:
            held.uses -= 1
            if not held.uses:
                del self._held[sender]
