"""The way to Telegram: the bot with its limits and time-outs, its first words, its commands."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx
from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.ext import AIORateLimiter
from telegram.request import HTTPXRequest

from bot.channels.telegram.backoff import Backoff, Patience
from bot.channels.telegram.delivery import seconds
from bot.channels.telegram.log_lines import event
from bot.channels.telegram.plain_bot import POLL_PATIENT, PlainBot
from bot.channels.telegram.polling import ALLOWED_UPDATES
from bot.errors import MissingError
from bot.telegram_settings import TelegramSettings

T = TypeVar("T")
REFUSED = (
    "Telegram menolak token ini.\n"
    "Saran: periksa MAWAS_TELEGRAM_TOKEN. Salin lagi seluruhnya dari BotFather, atau minta yang baru dengan /token."
)
_CONNECTIONS = 64
# A new connection to Telegram costs several trips around the world; httpx would keep one for five seconds.
_KEPT_OPEN_SECONDS = 60.0
# A call that is given up too early is made twice, and a message comes twice.
_PATIENT = 30.0


def build_bot(settings: TelegramSettings, limiter: AIORateLimiter | None = None) -> PlainBot:
    """The bot; nothing is called yet.

    Args:
        settings: with a token.
        limiter: python-telegram-bot's own, the last line behind our gate. It must not wait by itself when Telegram refuses one chat
            (`max_retries`), because it would make all others wait too; `Delivery` waits for that chat.
    """
    return PlainBot(
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
            connection_pool_size=1, connect_timeout=_PATIENT, read_timeout=POLL_PATIENT
        ),
        rate_limiter=limiter or AIORateLimiter(),
    )


async def introduce(bot: Bot, patience: Patience) -> str:
    """Ask Telegram who we are, as long as it takes to be heard.

    Args:
        bot: not initialised yet.
        patience: how long is waited in between.

    Returns:
        The bot's user name.

    Raises:
        MissingError: Telegram refused the token.
    """
    try:
        await patiently(bot.initialize, patience)
    except InvalidToken:
        raise MissingError(REFUSED) from None
    return str(bot.username)


async def fetch(bot: Bot, patience: Patience) -> None:
    """Have Telegram keep updates until they are fetched; those that wait are kept."""
    await patiently(lambda: bot.delete_webhook(drop_pending_updates=False), patience)


async def deliver(bot: Bot, url: str, secret: str, patience: Patience) -> None:
    """Have Telegram deliver updates; those that wait are delivered too.

    Args:
        bot: whose.
        url: where to.
        secret: what Telegram sends along.
        patience: how long is waited when Telegram cannot be reached.

    Raises:
        MissingError: Telegram does not take the address.
    """
    try:
        await patiently(
            lambda: bot.set_webhook(
                url,
                allowed_updates=ALLOWED_UPDATES,
                drop_pending_updates=False,
                secret_token=secret,
            ),
            patience,
        )
    except TelegramError:
        raise MissingError(
            f"Telegram menolak alamat {url}. Saran: MAWAS_WEBHOOK_URL harus https, bisa dibuka dari internet, dan bersertifikat."
        ) from None


async def patiently(call: Callable[[], Awaitable[T]], patience: Patience) -> T:
    """Call until Telegram was heard.

    Args:
        call: what is tried.
        patience: how long is waited in between.

    Raises:
        TelegramError: it was heard, and said no.
    """
    backoff = Backoff(patience.reaching, patience.longest)
    while True:
        try:
            return await call()
        except RetryAfter as error:
            wait = seconds(error)
        except (InvalidToken, BadRequest, Forbidden):
            raise
        except TelegramError as error:
            wait = backoff.wait()
            event("not_connected", error=error, wait=wait)
        await asyncio.sleep(wait)
