"""Answers a case: found, kept, sent, noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.exc import SQLAlchemyError
from telegram import Update

from bot.channels.telegram import notices
from bot.channels.telegram.background import Background
from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.health import Health
from bot.channels.telegram.inbox import Inbox, Waiting
from bot.channels.telegram.keyboard import marks
from bot.channels.telegram.log_lines import event
from bot.channels.telegram.outgoing import Outgoing
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.shown import Shown
from bot.channels.telegram.thinking import Thinking
from bot.channels.telegram.writes import Writes


class Answering:
    """Answers cases, one at a time for each chat."""

    def __init__(
        self,
        thinking: Thinking,
        inbox: Inbox,
        buttons: Buttons,
        shown: Shown,
        sender: Sender,
        health: Health,
    ) -> None:
        """Keep what is needed."""
        self._thinking = thinking
        self._inbox = inbox
        self._buttons = buttons
        self._shown = shown
        self._sender = sender
        self._health = health
        self._background = Background()
        # Updates that were answered, which the database does not know yet.
        self._owed: set[int] = set()

    async def answer(self, case: Sequence[Waiting]) -> bool:
        """Answer a case, or send what is left of its answer.

        Nobody waits for the disk: what is written meanwhile is written in this order, and only the last of it is waited for.

        Returns:
            Whether it counts for the pace of the chat: something was said, and not to somebody in danger.
        """
        first = case[0]
        ids = [row.update_id for row in case]
        updates: list[Update] = []
        async with Writes() as writes:
            if first.replies is None:
                for row in case:
                    row.tries += 1
                writes.add(self._inbox.take(ids))
                found, updates = await self._thinking.outgoing(case)
                if found is None:
                    await self._done(ids)
                    return False
                first.replies = await self._kept(ids, found, updates, writes)
            outgoing = Outgoing.from_text(first.replies)

            def sent(messages: int, shown: int | None) -> None:
                first.sent = messages
                writes.add(self._inbox.sent(first.update_id, messages))
                self._note(outgoing, shown, writes)

            await self._sender.send(outgoing, first.sent, sent)
            await self._done(ids)
        self._health.answered += 1
        self._health.urgent += outgoing.urgent
        if not outgoing.covers:
            self._mark(updates)
        return not outgoing.urgent

    async def settle(self) -> None:
        """Note which updates were answered while the database was away.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: it still is.
        """
        if self._owed:
            owed = sorted(self._owed)
            await self._inbox.answered(owed)
            self._owed.difference_update(owed)

    async def _done(self, ids: Sequence[int]) -> None:
        """Note that updates were answered; later where that cannot be now, for what the same person writes next must not wait for it."""
        try:
            await self._inbox.answered(ids)
        except SQLAlchemyError as error:
            self._owed.update(ids)
            event("not_noted", error=error)

    async def tell_slow(self, row: Waiting) -> None:
        """Say that answers will be slower now; nothing happens where that fails."""
        try:
            notice = self._thinking.notice(row, notices.TOO_FAST)
            if notice:
                async with Writes() as writes:
                    await self._sender.send(
                        notice, 0, lambda _, shown: self._note(notice, shown, writes)
                    )
        except Exception as error:
            event("notice_failed", error=error)

    async def _kept(
        self, ids: Sequence[int], outgoing: Outgoing, updates: Sequence[Update], writes: Writes
    ) -> str:
        """Keep the answer instead of the question, what its buttons stand for, and what stands on the screen. Returns it as it is kept."""
        said = [
            update.effective_message.message_id
            for update in updates
            if outgoing.chat > 0 and update.effective_message and not update.callback_query
        ]
        if outgoing.covers:
            standing = outgoing.away or await self._shown.standing(outgoing.owner)
            away = sorted({*said, *standing}, reverse=True)
            outgoing = replace(outgoing, away=tuple(away))
            writes.add(self._shown.forget(outgoing.owner))
        else:
            writes.add(self._shown.note(outgoing.owner, said))
        buttons = [button for reply in outgoing.replies for button in reply.buttons]
        writes.add(self._buttons.keep(outgoing.owner, buttons))
        kept = outgoing.to_text()
        writes.add(self._inbox.answer(ids, kept))
        return kept

    def _note(self, outgoing: Outgoing, shown: int | None, writes: Writes) -> None:
        """Note that a message stands on somebody's screen; a group's was seen by all already."""
        if shown is not None and outgoing.chat > 0:
            writes.add(self._shown.note(outgoing.owner, [shown]))

    def _mark(self, updates: Sequence[Update]) -> None:
        """Mark the button that was pressed, beside everything else: nobody waits for it."""
        for mark in filter(None, map(marks, updates)):
            self._background.begin(self._sender.mark(mark))
