"""The retention job of a server that has no other: forgets once a minute who does not come back."""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol

from bot.settings import remembered_seconds

logger = logging.getLogger(__name__)

EVERY_SECONDS = 60.0


class Forgetting(Protocol):
    """Part of `bot.conversation.Conversation`."""

    async def forget_idle(self, seconds: float) -> int:
        """Delete the conversations that nobody has gone on with for so many seconds, and count them."""

    async def tidy(self) -> bool:
        """Take deleted texts out of the database's log too; False when others were reading, and they are still there."""


async def retain(conversation: Forgetting, days: int) -> None:
    """Forget who did not come back within the days of the setting, for ever.

    Args:
        conversation: of this process; several processes may do this at once.
        days: 0 for an hour.
    """
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        try:
            await conversation.forget_idle(remembered_seconds(days))
            await conversation.tidy()
        except Exception as error:
            # A database that is away comes back; its error may quote what it was given.
            logger.error("retention failed: %s", type(error).__name__)
