"""A conversation by rote that can be replaced."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from bot.messages import Incoming, Reply, Turn


@dataclass
class Loaded:
    """Answers with its name.

    Attributes:
        gate: turns wait for it.
        is_stored: nothing is left to store.
        fails: its turns fail.
        open: not closed yet.
        rehearsed: what was tried.
    """

    name: str
    gate: asyncio.Event | None = None
    is_stored: bool = True
    fails: bool = False
    watch: Any = None
    in_memory: int = 0
    open: bool = True
    rehearsed: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    async def turn(self, incoming: Incoming) -> Turn:
        assert self.open
        self.heard.append(incoming.text)
        if self.gate:
            await self.gate.wait()
        reply = Reply(f"{self.name}: {incoming.text}")
        turn = Turn(incoming.text, "x", 0.9, (), (), None, (reply,), failed=self.fails)
        if self.watch:
            self.watch(incoming, turn)
        return turn

    async def rehearse(self, incoming: Incoming) -> Turn:
        self.rehearsed.append(incoming.text)
        return await self.turn(incoming)

    async def ranking(self, text: str) -> list[tuple[str, float]]:
        return [(self.name, 1.0)]

    async def forget(self, sender: str) -> None:
        assert self.open

    async def forget_idle(self, seconds: float) -> int:
        return 1

    async def remembered(self, sender: str) -> int:
        return len(self.heard)

    async def tidy(self) -> bool:
        assert self.open
        return True

    async def hand_over(self) -> bool:
        return self.is_stored

    def apology(self, sender: str) -> Reply:
        return Reply(self.name)

    def hides(self, sender: str) -> bool:
        return self.name == "lama"

    def close(self) -> None:
        self.open = False


async def said(current: Any, text: str, sender: str = "a") -> str:
    """The answer to a message."""
    turn = await current.turn(Incoming(sender, text))
    return str(turn.replies[0].text)
