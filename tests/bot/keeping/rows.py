"""Fills the tables as a bot and an evening in a hall do, and reads them."""

from __future__ import annotations

import asyncio
import time
from datetime import date
from typing import Any

import sqlalchemy as sa
from rasa.shared.core.events import Event

from bot.channels.telegram.group_settings import GROUPS
from bot.channels.telegram.tables import ANSWERED, BUTTONS, SHOWN, WAITING
from bot.database import engine_of
from bot.demo.sessions.tables import COUNTS, SESSIONS
from bot.keeping.sets import CONVERSATIONS, HALL, SETS, TELEGRAM, TableSet
from bot.pseudonym import Pseudonyms
from bot.settings import Settings
from bot.tracker.store import ConversationStore
from tests.bot.tracker.talks import DOMAIN, say

DAY = 24 * 3600.0
SECRET = "rahasia-7351"
NOW = time.time()


def store_of(settings: Settings) -> ConversationStore:
    """The store of a bot."""
    return ConversationStore(DOMAIN, engine_of(CONVERSATIONS.url(settings)))


async def converse(settings: Settings, days: dict[str, float]) -> None:
    """Let people write two messages, the last so many days ago."""
    store = store_of(settings)
    for sender, ago in days.items():
        tracker = await say(store, sender, f"{SECRET} satu", "dua")
        await store.delete([sender])
        for event in tracker.events:
            _set_back(event, ago * DAY)
        await store.save(tracker)
    store.engine.dispose()


def _set_back(event: Event, seconds: float) -> None:
    event.timestamp -= seconds


def hold(settings: Settings, ago: float = 0.0) -> None:
    """Rows of the Telegram channel, all of them so many days old."""
    at = NOW - ago * DAY
    rows: dict[sa.Table, dict[str, Any]] = {
        WAITING: {"bot": 1, "update_id": 5, "chat": 77, "received": at, "body": SECRET},
        ANSWERED: {"bot": 1, "update_id": 2**40, "at": at},
        BUTTONS: {"owner": "tg-a", "id": "m1", "payload": "/setuju", "at": at},
        SHOWN: {"owner": "tg-a", "message": 9, "at": at},
        GROUPS: {"owner": "grup"},
    }
    _insert(settings, TELEGRAM, rows)


def meet(settings: Settings, state: str | None = None, ago: float = 0.0) -> None:
    """A session in a hall, last used so many days ago."""
    row = {"id": "a1", "place": "Balai Desa – “Ende”", "held_on": date(2026, 3, 1), "acts": 2}
    count = {"session": "a1", "what": "kuis/x", "choice": "benar", "people": 12}
    used = NOW - ago * DAY
    rows = {SESSIONS: {**row, "began": 1.5, "used": used, "state": state}, COUNTS: count}
    _insert(settings, HALL, rows)


def _insert(settings: Settings, kept: TableSet, rows: dict[sa.Table, dict[str, Any]]) -> None:
    engine = engine_of(kept.url(settings))
    kept.make(engine)
    with engine.begin() as connection:
        for table, row in rows.items():
            connection.execute(table.insert().values(**row))
    engine.dispose()


def all_rows(settings: Settings) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, without the numbers that a database gives to events."""
    found = {}
    for kept in SETS:
        engine = engine_of(kept.url(settings))
        kept.make(engine)
        with engine.begin() as connection:
            for table in kept.tables:
                query = sa.select(
                    *[column for column in table.c if column.name != "id" or table.name != "events"]
                )
                found[table.name] = sorted(
                    (tuple(row) for row in connection.execute(query)), key=repr
                )
        engine.dispose()
    return found


def files_with(settings: Settings, words: str) -> list[str]:
    """Names of the files of a data folder in which words stand."""
    return sorted(
        file.name
        for file in settings.home.rglob("*")
        if file.is_file() and words.encode() in file.read_bytes()
    )


def filled(settings: Settings) -> Settings:
    """All sets of tables with rows, and a key of pseudonyms."""
    Pseudonyms.load(settings)
    asyncio.run(converse(settings, {"x": 1, "y": 0}))
    hold(settings)
    meet(settings)
    return settings
