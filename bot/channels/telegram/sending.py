"""Sends an answer: its messages in order, each until it went through; takes away what must not be seen any more."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.delivery import Delivery, Moved, Unreachable
from bot.channels.telegram.formatting import as_html
from bot.channels.telegram.health import Health
from bot.channels.telegram.keyboard import Mark, keyboard
from bot.channels.telegram.log_lines import event
from bot.channels.telegram.outgoing import Outgoing, Piece, pieces

# So many numbers does Telegram take in one call of deleteMessages.
_MOST_DELETED = 100
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
Sent = Callable[[int, int | None], None]


class Sender:
    """Sends answers."""

    def __init__(self, bot: Bot, delivery: Delivery, health: Health) -> None:
        """Keep what is needed."""
        self._bot = bot
        self._delivery = delivery
        self._health = health

    async def send(self, outgoing: Outgoing, done: int, sent: Sent) -> None:
        """Send an answer, or what is left of it.

        Args:
            outgoing: the answer.
            done: messages of it that were sent before.
            sent: called after each message with how many were sent by now, and the message's number, None where it could not be sent.
        """
        try:
            if not done:
                await self._take_away(outgoing)
            left = pieces(outgoing)
            for number, piece in enumerate(left[done:], done + 1):
                try:
                    message = await self._send(outgoing, piece)
                except Moved as moved:
                    outgoing = replace(outgoing, chat=moved.chat)
                    message = await self._send(outgoing, piece)
                sent(number, message.message_id if message else None)
                # Quoted above the first message is enough.
                outgoing = replace(outgoing, reply_to=None)
        except (Unreachable, Moved):
            self._health.unreachable += 1
            event("unreachable")

    async def _send(self, outgoing: Outgoing, piece: Piece) -> Message | None:
        """Send a message; what Telegram does not take is sent plainer, so that nobody waits in vain."""
        markup = keyboard(piece.buttons)
        plain = replace(piece, picture=None)
        ways = [(piece, markup, True), (plain, markup, False), (plain, None, False)]
        for way, below, formatted in ways:
            if not way.text and not way.picture:
                continue
            send = functools.partial(self._call, outgoing, way, below, formatted)
            try:
                return await self._delivery.call(outgoing.chat, outgoing.urgent, send)
            except BadRequest as error:
                event("bad_request", error=error, plainer=int(not formatted))
                # A topic that was closed or a message that is gone must not be in the way.
                outgoing = replace(outgoing, thread=None, reply_to=None)
        self._health.troubles += 1
        return None

    async def _call(
        self,
        outgoing: Outgoing,
        piece: Piece,
        markup: InlineKeyboardMarkup | None,
        formatted: bool,
    ) -> Message:
        common: dict[str, Any] = {
            "chat_id": outgoing.chat,
            "reply_markup": markup,
            "message_thread_id": outgoing.thread,
            "parse_mode": ParseMode.HTML if formatted else None,
            "reply_parameters": ReplyParameters(outgoing.reply_to, allow_sending_without_reply=True)
            if outgoing.reply_to
            else None,
        }
        text = as_html(piece.text) if formatted else piece.text
        if piece.picture:
            return await self._bot.send_photo(photo=piece.picture, caption=text, **common)
        return await self._bot.send_message(text=text, link_preview_options=_NO_PREVIEW, **common)

    async def _take_away(self, outgoing: Outgoing) -> None:
        """Delete what stands in the chat, the newest first, as far as Telegram allows (48 hours)."""
        for start in range(0, len(outgoing.away), _MOST_DELETED):
            await self._delete(outgoing, outgoing.away[start : start + _MOST_DELETED])

    async def _delete(self, outgoing: Outgoing, messages: Sequence[int]) -> None:
        try:
            await self._delivery.call(
                outgoing.chat, True, lambda: self._bot.delete_messages(outgoing.chat, messages)
            )
        except BadRequest as error:
            # One that cannot be deleted must not keep the others there.
            event("delete_failed", error=error)
            for number in messages if len(messages) > 1 else ():
                await self._delete(outgoing, [number])

    async def mark(self, mark: Mark) -> None:
        """Change the keyboard below a message; where that fails the message stays as it is."""
        try:
            await self._bot.edit_message_reply_markup(
                mark.chat, mark.message, reply_markup=mark.keyboard
            )
        except TelegramError as error:
            event("mark_failed", error=error)
