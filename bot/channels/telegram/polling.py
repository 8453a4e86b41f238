"""Fetches updates. Each is in the inbox before the next call tells Telegram that it arrived.

python-telegram-bot's `Updater` puts updates on a queue one by one and dies silently when that fails; here a whole batch is one commit, and
what could not be written down is fetched again. Nothing is read here, so nothing that cannot be read is in the way (see `careful.py`).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.channels.telegram.backoff import Backoff, Patience
from bot.channels.telegram.delivery import seconds
from bot.channels.telegram.health import Health
from bot.channels.telegram.log_lines import event
from bot.channels.telegram.plain_bot import PlainBot

# What people do that is answered; anything else is confirmed and forgotten.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
POLL_SECONDS = 25
# With so many waiting no more are fetched: Telegram keeps them for a day, memory does not.
MOST_WAITING = 1000
_FULL_PAUSE = 0.2

Receive = Callable[[Sequence[Mapping[str, Any]]], Awaitable[None]]


class Polling:
    """Long polling.

    Args:
        bot: asks Telegram.
        receive: writes updates down; they are confirmed when it returned.
        waiting: how many updates wait.
        health: notes when Telegram was heard.
        patience: how long is waited after a failure.
    """

    def __init__(
        self,
        bot: PlainBot,
        receive: Receive,
        waiting: Callable[[], int],
        health: Health,
        patience: Patience | None = None,
    ) -> None:
        """Nothing was fetched yet."""
        self._patience = patience or Patience()
        self._bot = bot
        self._receive = receive
        self._waiting = waiting
        self._health = health
        self._offset: int | None = None

    async def run(self) -> None:
        """Fetch for ever. Ends only by being cancelled, which loses nothing."""
        backoff = Backoff(self._patience.reaching, self._patience.longest)
        while True:
            while self._waiting() >= MOST_WAITING:
                await asyncio.sleep(_FULL_PAUSE)
            try:
                await self._fetch()
                backoff.reset()
                continue
            except TimedOut:
                # The usual end of a poll on a bad line.
                wait = self._patience.reaching
                event("poll_timed_out", logging.INFO)
            except RetryAfter as error:
                wait = seconds(error)
                event("poll_limited", wait=wait)
            except InvalidToken:
                wait = self._patience.refused
                event("token_refused", logging.ERROR, wait=wait)
            except Conflict:
                wait = backoff.wait()
                event("another_instance_is_running", logging.ERROR, wait=wait)
            except SQLAlchemyError as error:
                # What came was answered all the same (`Worker.receive`), so what comes next is not kept waiting.
                wait = self._patience.reaching
                event("poll_not_stored", logging.ERROR, error=error, wait=wait)
            except Exception as error:
                # The network, Telegram in trouble, or the disk is full: nothing was confirmed.
                wait = backoff.wait()
                level = logging.WARNING if isinstance(error, TelegramError) else logging.ERROR
                event("poll_failed", level, error=error, wait=wait)
            await asyncio.sleep(wait)

    async def _fetch(self) -> None:
        updates = await self._bot.fetch_updates(self._offset, POLL_SECONDS, ALLOWED_UPDATES)
        self._health.heard()
        if updates:
            await self._receive(updates)
            self._offset = updates[-1]["update_id"] + 1
