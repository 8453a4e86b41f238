"""Buttons carry a short id; what it stands for is kept here. Telegram takes 64 bytes, a payload may be longer."""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.telegram.database import Database
from bot.channels.telegram.newest import Newest
from bot.channels.telegram.tables import BUTTONS
from bot.messages import Button

# What is older says that it is old.
KEPT_SECONDS = 30 * 24 * 3600.0
_KEEP = sa.text(
    "INSERT INTO telegram_buttons (owner, id, payload, at) VALUES (:owner, :id, :payload, :at)"
    " ON CONFLICT (owner, id) DO UPDATE SET at = excluded.at"
)
# People whose buttons stay in memory too.
_MOST_LATEST = 1000
_PREFIX = "m"
_BYTES = 12


def short_id(payload: str) -> str:
    """The id of a payload: 17 letters, the same for the same payload, so that a menu shown a hundred times is kept once."""
    digest = hashlib.sha256(payload.encode()).digest()[:_BYTES]
    return _PREFIX + base64.urlsafe_b64encode(digest).decode()


class Buttons:
    """What the buttons of a person's messages stand for.

    Somebody else's id means nothing: each is kept under the pseudonym of the conversation in which it was shown.
    """

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database
        self._latest = Newest[str, dict[str, str]](_MOST_LATEST, lambda owner: {})

    async def keep(self, owner: str, buttons: Sequence[Button]) -> None:
        """Keep what buttons stand for; those that were kept before are kept longer."""
        wanted = {short_id(button.payload): button.payload for button in buttons}
        if not wanted:
            return
        self._latest.use(owner).update(wanted)
        now = time.time()
        rows = [
            {"owner": owner, "id": number, "payload": payload, "at": now}
            for number, payload in wanted.items()
        ]
        await self._database.run(lambda connection: connection.execute(_KEEP, rows).close())

    async def payload(self, owner: str, number: str) -> str | None:
        """What an id stands for; None where it was never shown to them, or long ago.

        While the database is away this process knows what it showed lately: the button may be a cry for help.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: it is away, and this process did not show the button.
        """
        query = sa.select(BUTTONS.c.payload).where(BUTTONS.c.owner == owner, BUTTONS.c.id == number)
        try:
            found = await self._database.run(lambda connection: connection.execute(query).scalar())
        except SQLAlchemyError:
            if owner not in self._latest or number not in self._latest.use(owner):
                raise
            return self._latest.use(owner)[number]
        return None if found is None else str(found)

    async def count(self, owner: str) -> int:
        """How many are kept for somebody."""
        query = sa.select(sa.func.count()).select_from(BUTTONS).where(BUTTONS.c.owner == owner)
        return int(await self._database.run(lambda connection: connection.execute(query).scalar()))

    async def forget(self, owner: str) -> int:
        """Forget somebody's buttons. Returns how many there were."""
        self._latest.use(owner).clear()
        return await self._delete(BUTTONS.c.owner == owner)

    async def forget_old(self) -> int:
        """Forget what was shown long ago. Returns how many there were."""
        return await self._delete(BUTTONS.c.at < time.time() - KEPT_SECONDS)

    async def _delete(self, where: sa.sql.ColumnElement) -> int:
        statement = BUTTONS.delete().where(where)
        return int(
            await self._database.run(lambda connection: connection.execute(statement).rowcount)
        )
