"""Keyboards below messages: two short buttons beside each other, a long one alone, the chosen one marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from bot.channels.telegram.buttons import short_id
from bot.messages import Button

# On a screen of 360 pixels half a row shows so many letters.
_HALF_ROW = 15
CHOSEN = "✓ "


def keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """A keyboard; None without buttons. What a button stands for has to be kept (`Buttons.keep`) before it is pressed."""
    rows: list[list[InlineKeyboardButton]] = []
    for button in buttons:
        made = InlineKeyboardButton(button.title, callback_data=short_id(button.payload))
        last = rows[-1] if rows else []
        if len(last) == 1 and max(len(button.title), len(last[0].text)) <= _HALF_ROW:
            last.append(made)
        else:
            rows.append([made])
    return InlineKeyboardMarkup(rows) if rows else None


@dataclass(frozen=True)
class Mark:
    """A keyboard in which the pressed button is marked, so that the answer has its question.

    Attributes:
        chat: id of the chat.
        message: below which it stands.
        keyboard: as it is to be.
    """

    chat: int
    message: int
    keyboard: InlineKeyboardMarkup


def marks(update: Update) -> Mark | None:
    """What is to be marked after an update; None where nothing was pressed or nothing changes."""
    query = update.callback_query
    message = query.message if query else None
    if not query or not isinstance(message, Message) or not message.reply_markup:
        return None
    rows = [
        [
            InlineKeyboardButton(
                (CHOSEN if button.callback_data == query.data else "")
                + button.text.removeprefix(CHOSEN),
                callback_data=button.callback_data,
            )
            for button in row
        ]
        for row in message.reply_markup.inline_keyboard
    ]
    made = InlineKeyboardMarkup(rows)
    if made == message.reply_markup:
        return None
    return Mark(message.chat.id, message.message_id, made)
