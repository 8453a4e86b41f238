"""What a case means: a button that was pressed, or whatever else came in (`intake`)."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable, Sequence

from telegram import Bot, CallbackQuery, Update
from telegram.error import TelegramError

from bot.channels.telegram import notices
from bot.channels.telegram.background import Background
from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.commands import pressed
from bot.channels.telegram.model import Heard, Say, instead_of
from bot.channels.telegram.people import People

Intake = Callable[[Sequence[Update], Bot, str], Awaitable[Heard]]


class Hearing:
    """Finds out what was meant.

    Args:
        buttons: what the buttons stand for.
        people: who is who.
        intake: reads all but buttons: updates of one case, the bot, the sender.
        hides: whether somebody's conversation hides behind the harmless screen.
    """

    def __init__(
        self, buttons: Buttons, people: People, intake: Intake, hides: Callable[[str], bool]
    ) -> None:
        """Keep what is needed."""
        self._buttons = buttons
        self._people = people
        self._intake = intake
        self._hides = hides
        self._background = Background()

    async def heard(self, updates: Sequence[Update], bot: Bot, chat: int, sender: str) -> Heard:
        """What a case means.

        Args:
            updates: of one case, at least one.
            bot: to fetch files.
            chat: id of the chat.
            sender: whose conversation it is.
        """
        query = updates[0].callback_query
        heard = await (
            self._pressed(query, chat, sender) if query else self._intake(updates, bot, sender)
        )
        return instead_of(heard, sender) if self._hides(sender) else heard

    async def _pressed(self, query: CallbackQuery, chat: int, sender: str) -> Heard:
        # The little clock on the button stops at once, while the answer is being found.
        self._background.begin(self._end(query))
        payload = await self.payload(query, chat)
        return Say((notices.OLD_BUTTON,)) if payload is None else pressed(payload, sender)

    async def payload(self, query: CallbackQuery, chat: int) -> str | None:
        """What a pressed button stands for; None where it is too old."""
        return await self._buttons.payload(self._people.chat(chat), query.data or "")

    @staticmethod
    async def _end(query: CallbackQuery) -> None:
        # One that was pressed long ago has no clock any more.
        with contextlib.suppress(TelegramError):
            await query.answer()
