"""Which groups want to hear about posted offers. A group is kept by its pseudonym."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.channels.telegram.database import Database
from bot.channels.telegram.tables import METADATA
from bot.pseudonym import Pseudonyms

_PURPOSE = "watch"

GROUPS = sa.Table(
    "telegram_groups",
    METADATA,
    # A row is a group that has switched this on.
    sa.Column("owner", sa.String(64), primary_key=True),
)


class GroupSettings:
    """Reads and writes what groups have switched on."""

    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        """Keep what it needs.

        Args:
            database: the channel's store.
            pseudonyms: turn ids of groups into what is kept.
        """
        self._database = database
        self._pseudonyms = pseudonyms

    async def is_on(self, chat: int) -> bool:
        """Whether posted offers are screened."""
        query = sa.select(sa.func.count()).where(GROUPS.c.owner == self._owner(chat))
        return bool(await self._database.run(lambda connection: connection.execute(query).scalar()))

    async def switch(self, chat: int, on: bool) -> None:
        """Switch it on or off; it may be so already."""
        owner = self._owner(chat)

        def work(connection: Any) -> None:
            connection.execute(sa.delete(GROUPS).where(GROUPS.c.owner == owner))
            if on:
                connection.execute(sa.insert(GROUPS).values(owner=owner))

        await self._database.run(work)

    async def move(self, old: int, new: int) -> None:
        """A group became a supergroup, which has another id."""
        if await self.is_on(old):
            await self.switch(new, on=True)
            await self.switch(old, on=False)

    def _owner(self, chat: int) -> str:
        return self._pseudonyms.of(_PURPOSE, chat)
