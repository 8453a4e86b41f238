from __future__ import annotations

import asyncio
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.telegram.database import Database, telegram_url
from bot.channels.telegram.inbox import Inbox
from bot.channels.telegram.tables import ANSWERED
from bot.settings import Settings
from tests.bot.channels.telegram.updates import SECRET, message
from tests.helpers.postgresql import postgresql


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sub" / "telegram.db"


def _database(file: Path) -> Database:
    return Database(f"sqlite:///{file}")


def test_only_the_owner_may_read_the_file_and_its_log(file: Path) -> None:
    database = _database(file)
    asyncio.run(Inbox(database).receive([message(1)]))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()}
    database.close()
    assert modes.keys() >= {"telegram.db", "telegram.db-wal"}
    assert set(modes.values()) == {0o600}


def test_sqlite_waits_for_the_disk_and_overwrites_what_is_erased(file: Path) -> None:
    database = _database(file)

    async def asked(name: str) -> object:
        return await database.run(
            lambda connection: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
        )

    values = [asyncio.run(asked(name)) for name in ("journal_mode", "synchronous", "secure_delete")]
    database.close()
    assert values == ["wal", 2, 1]


def test_nothing_of_an_answered_message_is_left_in_any_file(file: Path) -> None:
    database = _database(file)
    inbox = Inbox(database)

    async def work() -> None:
        await inbox.receive([message(number, text=f"{SECRET} {number}") for number in range(50)])
        assert SECRET.encode() in b"".join(path.read_bytes() for path in file.parent.iterdir())
        await inbox.answered(range(50))
        await database.tidy()

    asyncio.run(work())
    kept = b"".join(path.read_bytes() for path in file.parent.iterdir())
    database.close()
    assert SECRET.encode() not in kept


def test_one_that_fails_takes_nobody_with_it(file: Path) -> None:
    database = _database(file)

    def insert(number: int) -> object:
        return database.run(
            lambda connection: (
                connection.execute(
                    ANSWERED.insert().values(bot=0, update_id=number, at=1.0)
                ).rowcount
            )
        )

    async def work() -> list[object]:
        # The second of a kind breaks the rule of the table, whatever shares its commit.
        return await asyncio.gather(*map(insert, (1, 2, 2, 3)), return_exceptions=True)

    results = asyncio.run(work())
    count = asyncio.run(
        database.run(lambda c: c.execute(sa.select(sa.func.count()).select_from(ANSWERED)).scalar())
    )
    database.close()
    assert [isinstance(result, SQLAlchemyError) for result in results] == [
        False,
        False,
        True,
        False,
    ]
    assert count == 3


def test_what_was_handed_in_is_written_before_it_closes(file: Path) -> None:
    database = _database(file)
    for number in range(20):
        database.submit(
            lambda connection, number=number: connection.execute(  # type: ignore[misc]
                ANSWERED.insert().values(bot=0, update_id=number, at=1.0)
            ).close()
        )
    database.close()
    again = _database(file)
    count = asyncio.run(
        again.run(lambda c: c.execute(sa.select(sa.func.count()).select_from(ANSWERED)).scalar())
    )
    again.close()
    assert count == 20


def test_a_store_of_knowledge_in_a_file_is_no_place_for_it(tmp_path: Path) -> None:
    environment = {"MAWAS_HOME": str(tmp_path), "MAWAS_DB_URL": f"sqlite:///{tmp_path / 'k.db'}"}
    assert telegram_url(Settings.from_environment(environment)) == (
        f"sqlite:///{tmp_path / 'telegram.db'}"
    )
    server = "postgresql://mawas@localhost/mawas"
    environment["MAWAS_DB_URL"] = server
    assert telegram_url(Settings.from_environment(environment)) == server


@pytest.fixture
def postgres() -> Iterator[str]:
    with postgresql() as url:
        yield url


def test_postgresql_does_as_well(postgres: str) -> None:
    async def work() -> None:
        database = Database(postgres)
        inbox = Inbox(database)
        rows = await inbox.receive([message(1), message(2, chat=-7), message(1)])
        assert [row.update_id for row in rows] == [1, 2]
        await inbox.take([1])
        await inbox.answer([1], "{}")
        await inbox.answered([2])
        await database.tidy()
        (left,) = await inbox.left()
        assert (left.update_id, left.tries, left.replies, left.body) == (1, 1, "{}", {})
        assert await inbox.receive([message(2, chat=-7)]) == []
        await inbox.answered([1])
        assert await inbox.left() == []
        database.close()

    asyncio.run(work())
