"""A kept update, as python-telegram-bot reads it."""

from __future__ import annotations

import contextlib

from telegram import Bot, Update

from bot.channels.telegram.inbox import Waiting


def update_of(row: Waiting, bot: Bot) -> Update | None:
    """The update; None where only the rest of its answer is kept, or where it cannot be read."""
    # What a library raises over something that it does not expect is anything.
    with contextlib.suppress(Exception):
        return Update.de_json(dict(row.body), bot) if row.body else None
    return None
