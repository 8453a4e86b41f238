"""One call of Telegram, until it went through or can never go through."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.telegram.backoff import Backoff, Patience
from bot.channels.telegram.gate import Gate
from bot.channels.telegram.health import Health
from bot.channels.telegram.log_lines import event

T = TypeVar("T")
_UNREACHABLE = (
    "chat not found",
    "not enough rights",
    "have no rights",
    "write_forbidden",
    "user is deactivated",
    "peer_id_invalid",
    "kicked",
    "topic_closed",
    "chat_restricted",
)


class Unreachable(Exception):
    """The person blocked the bot or the group removed it: nobody is there to be answered."""


class Moved(Exception):
    """The group has become another chat.

    Attributes:
        chat: its new id.
    """

    def __init__(self, chat: int) -> None:
        """Keep the new id."""
        super().__init__()
        self.chat = chat


def seconds(error: RetryAfter) -> float:
    """How long Telegram wants to be left alone."""
    wait: int | timedelta = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


class Delivery:
    """Makes calls; waits as long as Telegram or the network wants."""

    def __init__(self, gate: Gate, health: Health, patience: Patience | None = None) -> None:
        """Keep the gate through which everything goes, and how long is waited after a failure."""
        self._gate = gate
        self._health = health
        self._patience = patience or Patience()

    async def call(self, chat: int, urgent: bool, send: Callable[[], Awaitable[T]]) -> T:
        """Call Telegram until it went through.

        A call that broke off may have arrived: it is made again, because a message twice is better than none.

        Raises:
            Unreachable: nobody is there.
            Moved: the chat has another id now.
            BadRequest: Telegram does not take it as it is.
        """
        backoff = Backoff(self._patience.answering, self._patience.longest)
        while True:
            await self._gate.enter(chat, urgent)
            try:
                return await send()
            except RetryAfter as error:
                self._health.refused += 1
                wait = seconds(error) + 0.1
                self._gate.refused(chat, wait)
                event("send_limited", wait=wait)
            except ChatMigrated as error:
                raise Moved(error.new_chat_id) from None
            except Forbidden as error:
                raise Unreachable from error
            except BadRequest as error:
                if any(words in error.message.lower() for words in _UNREACHABLE):
                    raise Unreachable from error
                raise
            except InvalidToken:
                wait = self._patience.refused
                event("token_refused", wait=wait)
            except (NetworkError, TelegramError) as error:
                self._health.failed += 1
                wait = backoff.wait()
                event("send_failed", error=error, wait=wait)
            await asyncio.sleep(wait)
