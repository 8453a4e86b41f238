"""The way to Telegram: the bot with its limits and time-outs, its first words, its commands."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx
from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.channels.telegram.commands import ABOUT, COMMANDS, DESCRIPTION
from bot.channels.telegram.delivery import seconds
from bot.channels.telegram.log_lines import event
from bot.channels.telegram.polling import ALLOWED_UPDATES
from bot.errors import MissingError
from bot.telegram_settings import TelegramSettings

T = TypeVar("T")
REFUSED = (
    "Telegram menolak token ini.\n"
    "Saran: periksa MAWAS_TELEGRAM_TOKEN. Salin lagi seluruhnya dari BotFather, atau minta yang baru dengan /token."
)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
_CONNECTIONS = 64
# A new connection to Telegram costs several trips around the world; httpx would keep one for five seconds.
_KEPT_OPEN_SECONDS = 60.0
# A call that is given up too early is made twice, and a message comes twice.
_PATIENT, _POLL_PATIENT = 30.0, 10.0


def build_bot(settings: TelegramSettings, limiter: AIORateLimiter | None = None) -> ExtBot[int]:
    """The bot; nothing is called yet.

    Args:
        settings: with a token.
        limiter: python-telegram-bot's own, the last line behind our gate. It must not wait by itself when Telegram refuses one chat
            (`max_retries`), because it would make all others wait too; `Delivery` waits for that chat.
    """
    return ExtBot(
        settings.token or "",
        base_url=f"{settings.api}/bot",
        base_file_url=f"{settings.api}/file/bot",
        request=HTTPXRequest(
            connection_pool_size=_CONNECTIONS,
            connect_timeout=_PATIENT,
            read_timeout=_PATIENT,
            write_timeout=_PATIENT,
            pool_timeout=_PATIENT,
            media_write_timeout=2 * _PATIENT,
            httpx_kwargs={
                "limits": httpx.Limits(
                    max_connections=_CONNECTIONS, keepalive_expiry=_KEPT_OPEN_SECONDS
                )
            },
        ),
        get_updates_request=HTTPXRequest(
            connection_pool_size=1, connect_timeout=_PATIENT, read_timeout=_POLL_PATIENT
        ),
        rate_limiter=limiter or AIORateLimiter(),
    )


async def introduce(bot: Bot) -> str:
    """Ask Telegram who we are, as long as it takes to be heard.

    Returns:
        The bot's user name.

    Raises:
        MissingError: Telegram refused the token.
    """
    try:
        await _patiently(bot.initialize)
    except InvalidToken:
        raise MissingError(REFUSED) from None
    return str(bot.username)


async def present(bot: Bot) -> None:
    """Show the commands in Telegram's menu, and what the bot is for; it works without."""
    calls = (
        lambda: bot.set_my_commands(COMMANDS),
        lambda: bot.set_my_description(DESCRIPTION),
        lambda: bot.set_my_short_description(ABOUT),
    )
    for call in calls:
        try:
            await _patiently(call)
        except TelegramError as error:
            event("not_presented", error=error)


async def fetch(bot: Bot) -> None:
    """Have Telegram keep updates until they are fetched; those that wait are kept."""
    await _patiently(lambda: bot.delete_webhook(drop_pending_updates=False))


async def deliver(bot: Bot, url: str, secret: str) -> None:
    """Have Telegram deliver updates; those that wait are delivered too.

    Args:
        bot: whose.
        url: where to.
        secret: what Telegram sends along.

    Raises:
        MissingError: Telegram does not take the address.
    """
    try:
        await _patiently(
            lambda: bot.set_webhook(
                url,
                allowed_updates=ALLOWED_UPDATES,
                drop_pending_updates=False,
                secret_token=secret,
            )
        )
    except TelegramError:
        raise MissingError(
            f"Telegram menolak alamat {url}. Saran: MAWAS_WEBHOOK_URL harus https, bisa dibuka dari internet, dan bersertifikat."
        ) from None


async def _patiently(call: Callable[[], Awaitable[T]]) -> T:
    """Call until Telegram was heard.

    Raises:
        TelegramError: it was heard, and said no.
    """
    pause = _FIRST_PAUSE
    while True:
        try:
            return await call()
        except RetryAfter as error:
            wait = seconds(error)
        except (InvalidToken, BadRequest, Forbidden):
            raise
        except TelegramError as error:
            wait, pause = pause, min(2 * pause, _LONGEST_PAUSE)
            event("not_connected", error=error, wait=wait)
        await asyncio.sleep(wait)
