"""From a case to its answer: what was meant, and what the conversation says to it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace

from telegram import Bot, Message, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from actions.decision import may_be_danger
from bot.channels.telegram.afterwards import has_forgotten, replies_to
from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.deletion import delete_all
from bot.channels.telegram.groups import warning_of
from bot.channels.telegram.health import Health
from bot.channels.telegram.hearing import Hearing
from bot.channels.telegram.inbox import Waiting
from bot.channels.telegram.log_lines import event
from bot.channels.telegram.model import Delete, Ignore, Privacy, Say
from bot.channels.telegram.outgoing import BUSY_LENGTH, CALM_LENGTH, Outgoing, merged
from bot.channels.telegram.people import People
from bot.channels.telegram.received import update_of
from bot.channels.telegram.shown import Shown
from bot.channels.telegram.talks import Talks
from bot.channels.telegram.words import ONLY_YOURS
from bot.messages import Reply

# An update that was taken in hand so often and never answered ends the process: it gets an apology instead.
MOST_TRIES = 3
# A text is answered faster than anybody sees "typing"; Telegram shows it for five seconds.
TYPING_AFTER, _TYPING_EVERY = 0.7, 4.5
# Commands and buttons of somebody in danger.
_CRIES = ("/darurat", "/tolong", "/sos", "tg:bahaya")


class _GaveUp(Exception):
    """An update was taken in hand too often."""


class _Unreadable(Exception):
    """No update of a case can be read."""


class Thinking:
    """Finds the answer to a case.

    Args:
        bot: to read updates and fetch files.
        conversation: answers.
        hearing: finds out what was meant.
        people: who is who.
        buttons: forgotten when somebody wants their data deleted.
        shown: the same.
        is_busy: whether messages to a chat should be few.
        health: counts apologies.
        privacy: what somebody hears who asks what is kept.
    """

    def __init__(
        self,
        bot: Bot,
        conversation: Talks,
        hearing: Hearing,
        people: People,
        buttons: Buttons,
        shown: Shown,
        is_busy: Callable[[int], bool],
        health: Health,
        privacy: Reply,
    ) -> None:
        """Keep what is needed."""
        self._privacy = privacy
        self._bot = bot
        self._conversation = conversation
        self._hearing = hearing
        self._people = people
        self._buttons = buttons
        self._shown = shown
        self._is_busy = is_busy
        self._health = health

    async def outgoing(self, case: Sequence[Waiting]) -> tuple[Outgoing | None, list[Update]]:
        """The answer, an apology where it cannot be found, None where nobody is to be answered; and what the case says."""
        chat = case[0].chat
        updates: list[Update] = []
        message: Message | None = None
        try:
            read = (update_of(row, self._bot) for row in case)
            updates = [update for update in read if update]
            if not updates:
                raise _Unreadable
            # The others of the case say enough for an answer.
            self._unreadable(len(case) - len(updates))
            message = updates[0].effective_message
            if max(row.tries for row in case) > MOST_TRIES:
                raise _GaveUp
            async with self._typing(chat, message):
                return await self._thought(chat, updates, message), updates
        except _Unreadable:
            # To read it again would give the same. What a group is not told nobody there waits for.
            self._unreadable(len(case))
            return self.to(chat, (self._apology(chat, ()),), None) if chat > 0 else None, []
        except Exception as error:
            # Nobody is left without an answer, whatever happened. The error may quote what was written.
            self._health.troubles += 1
            event("trouble", logging.ERROR, error=error)
            return self.to(chat, (self._apology(chat, updates),), message), updates

    def _unreadable(self, count: int) -> None:
        self._health.unreadable += count
        for _ in range(count):
            event("unreadable", logging.ERROR)

    async def is_danger(self, row: Waiting) -> bool:
        """Whether an update speaks of danger, as far as its words or its button say so."""
        update = update_of(row, self._bot)
        if update is None:
            return False
        if update.callback_query:
            words = await self._hearing.payload(update.callback_query, row.chat)
        else:
            message = update.effective_message
            words = (message.text or message.caption) if message else None
        # python-telegram-bot takes whatever stands where a text should be.
        if not isinstance(words, str) or not words:
            return False
        return words.startswith(_CRIES) or may_be_danger(await self._conversation.ranking(words))

    def notice(self, row: Waiting, reply: Reply) -> Outgoing | None:
        """Something that is said beside an answer; None behind the harmless screen, which it would betray."""
        update = update_of(row, self._bot)
        if update is None or self._conversation.hides(self._people.sender(row.chat, update)):
            return None
        return self.to(row.chat, (reply,), update.effective_message)

    def to(
        self,
        chat: int,
        replies: Sequence[Reply],
        message: Message | None,
        urgent: bool = False,
        before: Sequence[Reply] = (),
    ) -> Outgoing:
        """Replies on their way.

        Args:
            chat: to whom.
            replies: what is said.
            message: what is answered.
            urgent: see `Outgoing`.
            before: said before that; a message of its own where there is time for it.
        """
        said = (
            merged((*before, *replies), BUSY_LENGTH)
            if self._is_busy(chat)
            else (*merged(before, CALM_LENGTH), *merged(replies, CALM_LENGTH))
        )
        return Outgoing(
            chat,
            self._people.chat(chat),
            said,
            urgent,
            _thread(message),
            message.message_id if message and chat < 0 else None,
        )

    async def _thought(
        self, chat: int, updates: Sequence[Update], message: Message | None
    ) -> Outgoing | None:
        sender = self._people.sender(chat, updates[0])
        heard = await self._hearing.heard(updates, self._bot, chat, sender)
        if isinstance(heard, Ignore):
            return None
        if isinstance(heard, Say):
            return self.to(chat, heard.replies, message)
        if isinstance(heard, Privacy):
            return self.to(chat, (self._privacy,), message)
        if isinstance(heard, Delete):
            return await self._deleted(chat, sender, message)
        turn = await self._conversation.turn(heard.incoming)
        if heard.only_warning:
            await self._conversation.forget(heard.incoming.sender)
            warning = warning_of(turn, self._bot.username)
            return self.to(chat, warning, message) if warning else None
        if has_forgotten(turn):
            return await self._deleted(chat, sender, message, turn.replies)
        # Somebody in danger reads what helps first.
        before = () if turn.crisis else heard.before
        return self.to(
            chat, replies_to(turn, self._privacy), message, turn.crisis is not None, before
        )

    async def _deleted(
        self, chat: int, sender: str, message: Message | None, said: tuple[Reply, ...] = ()
    ) -> Outgoing:
        # Which messages stand there is forgotten too, but they are to go first.
        standing = await self._shown.standing(sender)
        in_group = chat < 0
        told = await delete_all(self._conversation, sender, (self._buttons, self._shown), in_group)
        if said and in_group:
            said = (*said, Reply(ONLY_YOURS))
        return replace(self.to(chat, said or told, message), away=tuple(standing))

    def _apology(self, chat: int, updates: Sequence[Update]) -> Reply:
        # Of an update that cannot be read only the chat is known.
        sender = self._people.sender(chat, updates[0]) if updates else self._people.chat(chat)
        return self._conversation.apology(sender)

    @contextlib.asynccontextmanager
    async def _typing(self, chat: int, message: Message | None) -> AsyncIterator[None]:
        """Show that an answer is being written, when that takes a while."""

        async def show() -> None:
            await asyncio.sleep(TYPING_AFTER)
            while True:
                # Where much is sent, an answer is worth more than a sign that it comes.
                if not self._is_busy(chat):
                    with contextlib.suppress(TelegramError):
                        await self._bot.send_chat_action(
                            chat, ChatAction.TYPING, message_thread_id=_thread(message)
                        )
                await asyncio.sleep(_TYPING_EVERY)

        task = asyncio.create_task(show())
        try:
            yield
        finally:
            task.cancel()


def _thread(message: Message | None) -> int | None:
    """The topic of a forum in which a message stands."""
    return message.message_thread_id if message and message.is_topic_message else None
