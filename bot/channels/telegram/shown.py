"""Which messages stand on the screen of a chat, by their numbers, so that they can be taken away."""

from __future__ import annotations

import time
from collections.abc import Sequence

import sqlalchemy as sa

from bot.channels.telegram.database import Database
from bot.channels.telegram.tables import SHOWN

# Telegram deletes nothing older than two days; a minute is left for the way there.
KEPT_SECONDS = 48 * 3600.0 - 60

_NOTE = sa.text(
    "INSERT INTO telegram_shown (owner, message, at) VALUES (:owner, :message, :at)"
    " ON CONFLICT (owner, message) DO UPDATE SET at = excluded.at"
)


class Shown:
    """Numbers of messages, under the pseudonym of the chat."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def note(self, owner: str, messages: Sequence[int]) -> None:
        """Note that messages were shown."""
        if not messages:
            return

        now = time.time()
        rows = [{"owner": owner, "message": number, "at": now} for number in messages]
        await self._database.run(lambda connection: connection.execute(_NOTE, rows).close())

    async def standing(self, owner: str) -> list[int]:
        """The messages that can still be deleted, the newest first."""
        query = sa.select(SHOWN.c.message).where(
            SHOWN.c.owner == owner, SHOWN.c.at >= time.time() - KEPT_SECONDS
        )
        rows = await self._database.run(
            lambda connection: connection.execute(query.order_by(SHOWN.c.message.desc())).all()
        )
        return [number for (number,) in rows]

    async def count(self, owner: str) -> int:
        """How many are noted for a chat."""
        query = sa.select(sa.func.count()).select_from(SHOWN).where(SHOWN.c.owner == owner)
        return int(await self._database.run(lambda connection: connection.execute(query).scalar()))

    async def forget(self, owner: str) -> int:
        """Forget the messages of a chat; they stay on its screen. Returns how many were noted."""
        return await self._delete(SHOWN.c.owner == owner)

    async def forget_old(self) -> int:
        """Forget what can no longer be deleted. Returns how many were noted."""
        return await self._delete(SHOWN.c.at < time.time() - KEPT_SECONDS)

    async def _delete(self, where: sa.sql.ColumnElement) -> int:
        statement = SHOWN.delete().where(where)
        return int(
            await self._database.run(lambda connection: connection.execute(statement).rowcount)
        )
