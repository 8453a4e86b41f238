"""Updates that were received: kept until answered, answered once.

An update is written down before Telegram is told that it arrived, so no update is lost with the process. When its answer is ready, the
person's words are erased and the answer is kept instead, with how much of it was sent; a process that starts again sends the rest. What
was sent while the process died before it could note this is sent twice.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.channels.telegram.bare import bare
from bot.channels.telegram.database import Database
from bot.channels.telegram.tables import ANSWERED, WAITING

# Telegram keeps an update for a day, so that none comes again after two.
REMEMBERED_SECONDS = 2 * 24 * 3600.0
# What each message needs, as text: building statements of SQLAlchemy took longer than running them.
_TAKE = sa.text(
    "UPDATE telegram_waiting SET tries = tries + 1 WHERE bot = :bot AND update_id = :update_id"
)
_ANSWER = sa.text(
    "UPDATE telegram_waiting SET body = NULL, replies = :replies WHERE bot = :bot AND update_id = :update_id"
)
_SENT = sa.text(
    "UPDATE telegram_waiting SET sent = :sent WHERE bot = :bot AND update_id = :update_id"
)
_ERASE = sa.text("DELETE FROM telegram_waiting WHERE bot = :bot AND update_id = :update_id")
_REMEMBER = sa.text(
    "INSERT INTO telegram_answered (bot, update_id, at) VALUES (:bot, :update_id, :at) ON CONFLICT DO NOTHING"
)
_LARGEST_ID = 2**63 - 1
_KINDS = ("message", "edited_message", "channel_post", "edited_channel_post")


@dataclass
class Waiting:
    """An update that waits.

    Attributes:
        update_id: Telegram's number of it.
        chat: id of the chat that it belongs to.
        body: the update as Telegram sent it, without names (`bare`); empty when only the rest of its answer is left to send.
        tries: how often it was taken in hand, over all processes; 0 before the first.
        replies: the answer of the case that it begins, as `outbox` wrote it; None while there is none.
        sent: how many messages of the answer were sent.
        received: when it came in, by `time.time`.
    """

    update_id: int
    chat: int
    body: Mapping[str, Any] = field(repr=False)
    tries: int = 0
    replies: str | None = field(default=None, repr=False)
    sent: int = 0
    received: float = 0.0


def chat_of(update: Mapping[str, Any]) -> int | None:
    """The chat to which an update belongs; None where there is nobody to answer.

    Raises:
        ValueError, TypeError, LookupError, AttributeError, OverflowError: the update is not as Telegram describes it.
    """
    for kind in _KINDS:
        if kind in update:
            return _number(update[kind]["chat"]["id"])
    if "callback_query" in update:
        query = update["callback_query"]
        # A button of a message that Telegram no longer shows us is answered to the person.
        return _number(((query.get("message") or {}).get("chat") or query["from"])["id"])
    if "my_chat_member" in update:
        return _number(update["my_chat_member"]["chat"]["id"])
    return None


def _number(given: Any) -> int:
    """An id; larger ones fit into no column, and a database that refuses one would be waited for as if it were full."""
    number = int(given)
    if abs(number) > _LARGEST_ID:
        raise ValueError("id out of range")
    return number


class Inbox:
    """The updates of one worker of several; others see to their own.

    A chat always belongs to the same worker, because a conversation lives in its memory. So two workers never answer the same update.

    Args:
        database: where the updates are kept.
        worker: number of this worker, from 0.
        workers: how many there are.
        bot: id of the bot; others may use the same database, or the same one before this.
    """

    def __init__(self, database: Database, worker: int = 0, workers: int = 1, bot: int = 0) -> None:
        """Keep the database."""
        self._database = database
        self._bot = bot
        self._worker = worker
        self._workers = workers

    def owner(self, chat: int) -> int:
        """The number of the worker that answers a chat."""
        return abs(chat) % self._workers

    def read(self, updates: Iterable[Mapping[str, Any]]) -> list[Waiting]:
        """Updates as rows, in order of their number, without those that nobody can be answered to."""
        now = time.time()
        rows = [
            Waiting(_number(update["update_id"]), chat, bare(update), received=now)
            for update in updates
            if (chat := chat_of(update)) is not None
        ]
        return sorted(rows, key=lambda row: row.update_id)

    async def receive(self, updates: Sequence[Mapping[str, Any]]) -> list[Waiting]:
        """Write updates down. They may be confirmed when this returns.

        Args:
            updates: as Telegram sent them; those that were received before are left out.

        Returns:
            The new ones, in order of their number; those of other workers too.
        """
        rows = {row.update_id: row for row in self.read(updates)}
        if not rows:
            return []

        def write(connection: Connection) -> list[Waiting]:
            known = {
                number
                for table in (WAITING, ANSWERED)
                for (number,) in connection.execute(
                    sa.select(table.c.update_id).where(self._are(table, rows))
                )
            }
            new = [row for number, row in rows.items() if number not in known]
            if new:
                values = [
                    {
                        "bot": self._bot,
                        "update_id": row.update_id,
                        "chat": row.chat,
                        "received": row.received,
                        "tries": 0,
                        # Escaped: no database takes halves of letters, and PostgreSQL no zero.
                        "body": json.dumps(row.body),
                        "sent": 0,
                    }
                    for row in new
                ]
                connection.execute(WAITING.insert(), values)
            return new

        return await self._database.run(write)

    async def left(self, chats: Iterable[int] | None = None) -> list[Waiting]:
        """What waits for this worker, in order of number.

        Args:
            chats: only theirs.
        """
        share = sa.func.abs(WAITING.c.chat) % self._workers == self._worker
        mine = WAITING.c.bot == self._bot
        query = sa.select(WAITING).where(mine, share).order_by(WAITING.c.update_id)
        if chats is not None:
            query = query.where(WAITING.c.chat.in_(list(chats)))
        rows = await self._database.run(lambda connection: connection.execute(query).all())
        return [
            Waiting(
                row.update_id,
                row.chat,
                json.loads(row.body or "{}"),
                row.tries,
                row.replies,
                row.sent,
                row.received,
            )
            for row in rows
        ]

    async def known(self, most: int) -> list[int]:
        """Numbers of updates that were answered, the latest last.

        Args:
            most: how many at most.
        """
        mine = sa.select(ANSWERED.c.update_id).where(ANSWERED.c.bot == self._bot)
        query = mine.order_by(ANSWERED.c.at.desc()).limit(most)
        rows = await self._database.run(lambda connection: connection.execute(query).all())
        return [number for (number,) in reversed(rows)]

    async def take(self, ids: Iterable[int]) -> None:
        """Note that updates are taken in hand, so that one that ends the process is noticed."""
        rows = self._rows(ids)
        await self._database.run(lambda connection: connection.execute(_TAKE, rows).close())

    async def answer(self, ids: Sequence[int], replies: str) -> None:
        """Keep the answer of a case instead of the words of the person.

        Args:
            ids: its updates; the first carries the answer.
            replies: what `left` gives back.
        """
        (first,), others = self._rows(ids[:1], replies=replies), ids[1:]

        def write(connection: Connection) -> None:
            connection.execute(_ANSWER, first)
            if others:
                self._note_answered(connection, others)

        await self._database.run(write)

    async def sent(self, update_id: int, messages: int) -> None:
        """Note how many messages of an answer were sent."""
        rows = self._rows([update_id], sent=messages)
        await self._database.run(lambda connection: connection.execute(_SENT, rows).close())

    async def answered(self, ids: Sequence[int]) -> None:
        """Erase updates and remember that they were answered."""
        await self._database.run(lambda connection: self._note_answered(connection, ids))

    async def forget_old(self) -> None:
        """Forget which updates were answered long ago, and those of a bot that has not been back since."""
        before = time.time() - REMEMBERED_SECONDS
        await self._write(ANSWERED.delete().where(ANSWERED.c.at < before))
        others = (WAITING.c.bot != self._bot) & (WAITING.c.received < before)
        await self._write(WAITING.delete().where(others))

    def _are(self, table: sa.Table, ids: Iterable[int]) -> Any:
        return (table.c.bot == self._bot) & table.c.update_id.in_(list(ids))

    def _rows(self, ids: Iterable[int], **more: Any) -> list[dict[str, Any]]:
        return [{"bot": self._bot, "update_id": number, **more} for number in ids]

    def _note_answered(self, connection: Connection, ids: Sequence[int]) -> None:
        connection.execute(_ERASE, self._rows(ids))
        connection.execute(_REMEMBER, self._rows(ids, at=time.time()))

    async def _write(self, statement: Any) -> None:
        await self._database.run(lambda connection: connection.execute(statement).close())
