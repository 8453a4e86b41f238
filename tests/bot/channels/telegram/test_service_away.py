"""The running service while its database server is silent or gone: people are answered all the same, once, and nothing is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.channels.telegram import service
from bot.channels.telegram.tables import ANSWERED, WAITING
from bot.messages import Button, Reply
from tests.bot.channels.telegram.stage import (
    BUDI,
    DANGER,
    SARI,
    FakeTalk,
    logged,
    running,
    until,
)
from tests.helpers.postgresql import gone, postgresql, standing_still
from tests.helpers.telegram_server import NO_LIMITS, TelegramServer, buttons_of

Away = Callable[[str], AbstractContextManager[None]]
SECRET = "kata-rahasia"
# A statement that waits for a silent server is given up after three seconds.
PATIENCE = 60.0


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    with postgresql() as url:
        yield url


@pytest.fixture(autouse=True)
def settles_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "WIPE_SECONDS", 0.1)


def count(url: str, table: sa.Table) -> int:
    engine = sa.create_engine(url, future=True)
    with engine.connect() as connection:
        found = int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())
    engine.dispose()
    return found


def clear(url: str) -> None:
    """Each server of Telegram's begins with the same numbers of updates."""
    engine = sa.create_engine(url, future=True)
    with engine.begin() as connection:
        for table in (WAITING, ANSWERED):
            if sa.inspect(connection).has_table(table.name):
                connection.execute(table.delete())
    engine.dispose()


@pytest.mark.parametrize("away", [standing_still, gone])
def test_everybody_is_answered_once_while_the_database_is_away(
    database: str, away: Away, tmp_path: Path
) -> None:
    clear(database)
    talk = FakeTalk()

    async def scene() -> None:
        async with TelegramServer(NO_LIMITS, pause=0.05) as server:
            sari, budi = server.person(SARI), server.person(BUDI)
            async with running(server, tmp_path, talk, MAWAS_DB_URL=database):
                sari.says("sebelum")
                await until(lambda: len(sari.answers()) == 1)
                with away(database):
                    # The same person twice: the second must not wait until the first is noted.
                    sari.says("satu")
                    sari.says(f"{DANGER} dua")
                    await until(lambda: len(sari.answers()) == 3, PATIENCE)
                    budi.says(f"{DANGER} {SECRET}")
                    await until(lambda: bool(budi.answers()), PATIENCE)
                await until(lambda: not server.updates.pending, PATIENCE)
                await until(lambda: count(database, ANSWERED) == 4, PATIENCE)
                assert count(database, WAITING) == 0
                sari.says("sesudah")
                await until(lambda: len(sari.answers()) == 4, PATIENCE)
            # Another process finds nothing that it would answer again.
            async with running(server, tmp_path, talk, MAWAS_DB_URL=database):
                sari.says("lagi")
                await until(lambda: len(sari.answers()) == 5, PATIENCE)
            said = [message["text"] for message in sari.answers()]
            words = ("sebelum", "satu", f"{DANGER} dua", "sesudah", "lagi")
            assert said == [f"Jawaban: {word}" for word in words]
            assert len(budi.answers()) == 1

    with logged() as log:
        asyncio.run(scene())
    assert "poll_not_stored" in log.text
    assert SECRET not in log.text


def test_a_button_that_was_shown_before_works_while_the_database_is_silent(
    database: str, tmp_path: Path
) -> None:
    clear(database)
    talk = FakeTalk(says={"halo": (Reply("Ada apa?", (Button("Bahaya", "/bahaya"),)),)})

    async def scene() -> None:
        async with (
            TelegramServer(NO_LIMITS, pause=0.05) as server,
            running(server, tmp_path, talk, MAWAS_DB_URL=database),
        ):
            sari = server.person(SARI)
            sari.says("halo")
            await until(lambda: bool(sari.answers()))
            (shown,) = sari.answers()
            assert buttons_of(shown)
            with standing_still(database):
                sari.presses("Bahaya")
                await until(lambda: len(sari.answers()) == 2, PATIENCE)
            assert sari.answers()[-1]["text"] == "Jawaban: /bahaya"

    asyncio.run(scene())
