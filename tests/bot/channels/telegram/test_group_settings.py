"""What groups have switched on is kept under pseudonyms."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

from bot.channels.telegram.database import Database
from bot.channels.telegram.group_settings import GroupSettings
from bot.pseudonym import Pseudonyms


def settings(database: Database) -> GroupSettings:
    return GroupSettings(database, Pseudonyms("kunci"))


def test_a_switch_is_kept_over_a_restart(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'telegram.db'}"

    async def first() -> None:
        database = Database(url)
        groups = settings(database)
        assert not await groups.is_on(-100123)
        await groups.switch(-100123, on=True)
        await groups.switch(-100123, on=True)
        await groups.switch(-7, on=False)
        database.close()

    async def second() -> None:
        database = Database(url)
        groups = settings(database)
        assert await groups.is_on(-100123)
        assert not await groups.is_on(-7)
        await groups.move(-100123, -100999)
        await groups.move(-7, -8)
        assert [await groups.is_on(chat) for chat in (-100123, -100999, -8)] == [False, True, False]
        await groups.switch(-100999, on=False)
        assert not await groups.is_on(-100999)
        await groups.switch(-5, on=True)
        database.close()

    asyncio.run(first())
    asyncio.run(second())
    [(owner,)] = sqlite3.connect(tmp_path / "telegram.db").execute("select * from telegram_groups")
    assert owner != "-5"
    assert len(owner) >= 32
