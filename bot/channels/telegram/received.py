"""A kept update, as python-telegram-bot reads it."""

from __future__ import annotations

from telegram import Bot, Update

from bot.channels.telegram.inbox import Waiting


def update_of(row: Waiting, bot: Bot) -> Update | None:
    """The update; None where only the rest of its answer is kept."""
    return Update.de_json(dict(row.body), bot) if row.body else None
