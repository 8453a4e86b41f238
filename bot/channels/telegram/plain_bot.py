"""python-telegram-bot's bot, which can also fetch updates as Telegram wrote them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from telegram.ext import ExtBot

# So long may an answer be late after a poll should have ended (s).
POLL_PATIENT = 10.0


class PlainBot(ExtBot[int]):
    """Fetches updates unread.

    The library reads all updates of a poll or raises; one that it cannot read would be fetched for ever, and everything behind it too.
    """

    async def fetch_updates(
        self, offset: int | None, timeout: int, allowed_updates: Sequence[str]
    ) -> list[dict[str, Any]]:
        """Call getUpdates.

        Args:
            offset: number of the first one wanted, which confirms those before it; None for the first that waits.
            timeout: seconds that Telegram waits for the first.
            allowed_updates: kinds that are wanted.

        Raises:
            TelegramError: as `get_updates`.
        """
        wanted = {"offset": offset, "timeout": timeout, "allowed_updates": allowed_updates}
        found = await self._post("getUpdates", wanted, read_timeout=timeout + POLL_PATIENT)
        return cast("list[dict[str, Any]]", found)
