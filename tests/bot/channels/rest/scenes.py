"""A server with a conversation that repeats what it hears."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp.test_utils import TestClient, TestServer

from bot.channels.rest.app import Front
from bot.messages import Incoming, Reply, Turn
from bot.pseudonym import Pseudonyms

HOOK, TYPED = "/webhooks/rest/webhook", "/webhooks/mawas/webhook"
INTENTS = {"sapa", "lanjutan"}


class Echo:
    """A conversation.

    Attributes:
        heard: what came.
        finished: texts that were answered to the end.
        gate: answers wait for it.
        replies: said instead of what was heard.
        crisis: of every turn.
    """

    def __init__(self) -> None:
        """Answer at once."""
        self.heard: list[Incoming] = []
        self.finished: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.replies: Sequence[Reply] = ()
        self.crisis: tuple[str, bool] | None = None
        self.error: Exception | None = None

    async def turn(self, incoming: Incoming) -> Turn:
        """Repeat."""
        self.heard.append(incoming)
        await self.gate.wait()
        if self.error:
            raise self.error
        self.finished.append(incoming.text)
        replies = tuple(self.replies) or (Reply(f"Jawaban: {incoming.text}"),)
        return Turn(incoming.text, "sapa", 0.9, (("sapa", 0.9),), (), self.crisis, replies)


@asynccontextmanager
async def served(echo: Echo) -> AsyncIterator[tuple[TestClient, Front]]:
    """The application on a port of the loopback."""
    front = Front(echo, INTENTS.__contains__, Pseudonyms("kunci-penguji"))
    async with TestClient(TestServer(front.app())) as client:
        yield client, front
