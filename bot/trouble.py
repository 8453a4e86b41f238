"""What is said when an answer failed: help in danger by words and records alone, else whom to call without us."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from actions.dates import today
from actions.render.channels import NATIONAL_HOTLINE, channel_text
from bot import phrases
from bot.cover import Cover
from bot.fallback.answers import FallbackAnswers
from bot.fallback.conversation import told_turn
from bot.fallback.words import BROKEN
from bot.messages import Incoming, Reply, Turn
from bot.turns import not_understood
from knowledge.store import Store


class Trouble:
    """Answers in place of what failed.

    Args:
        store: knowledge; read beforehand, so that an apology does not depend on what failed.
        cover: a contact would betray the harmless screen.
        fallback: makes what answers danger; called in a thread with the first failure. None: only apologies.
    """

    def __init__(
        self, store: Store, cover: Cover, fallback: Callable[[], FallbackAnswers] | None
    ) -> None:
        """Nothing has failed."""
        hotline = store.channel(NATIONAL_HOTLINE)
        contact = f"\n\n{channel_text(hotline, today())}" if hotline else ""
        self._reply = Reply(phrases.TROUBLE + contact)
        self._cover = cover
        self._make = fallback
        self._fallback: FallbackAnswers | None = None

    def apology(self, sender: str) -> Reply:
        """Whom to call without us, or small talk behind the harmless screen."""
        return self._cover.instead(sender, self._reply)

    async def turn(self, incoming: Incoming, failed: Turn | None) -> Turn:
        """The turn of a message whose answer failed.

        Args:
            incoming: the message.
            failed: the turn, where there is one with an apology.
        """
        if self._make and not self._cover.hides(incoming.sender):
            if self._fallback is None:
                self._fallback = await asyncio.to_thread(self._make)
            if self._fallback.danger_in(incoming.text):
                return told_turn(incoming, self._fallback.answer(incoming.text, BROKEN))
        apology = (self.apology(incoming.sender),)
        return failed or replace(not_understood(incoming.text, apology), failed=True)
