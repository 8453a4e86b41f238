"""Fetches what people send, within limits; what cannot be had becomes a plain answer."""

from __future__ import annotations

import asyncio
from typing import Protocol

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from actions.pictures.formats import MOST_BYTES
from bot.channels.telegram import words
from bot.messages import Unread

# A file of 20 MB over a slow line; somebody waits for the answer.
_MOST_SECONDS = 60.0
# Without a single byte for so long.
_READ_SECONDS = 20.0


class Attachment(Protocol):
    """Anything that Telegram keeps a file of."""

    file_id: str
    file_size: int | None


async def fetched(bot: Bot, attachment: Attachment, most: int = MOST_BYTES) -> bytes | Unread:
    """The bytes of a file, or why it cannot be had.

    Args:
        bot: fetches.
        attachment: names the file.
        most: its size in bytes at most.
    """
    if (attachment.file_size or 0) > most:
        return Unread(words.TOO_BIG)
    try:
        data = await asyncio.wait_for(_fetched(bot, attachment.file_id), _MOST_SECONDS)
    except BadRequest as error:
        return Unread(words.TOO_BIG if "too big" in error.message else words.NOT_FETCHED)
    except (TelegramError, asyncio.TimeoutError):
        return Unread(words.NOT_FETCHED)
    return data if len(data) <= most else Unread(words.TOO_BIG)


async def _fetched(bot: Bot, file_id: str) -> bytes:
    file = await bot.get_file(file_id)
    return bytes(await file.download_as_bytearray(read_timeout=_READ_SECONDS))
