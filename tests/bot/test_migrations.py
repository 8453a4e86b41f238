"""Tables of every earlier version become those of this one, with what is in them."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.engine import Engine

from bot.channels.telegram.group_settings import GROUPS
from bot.database import engine_of
from bot.demo.sessions.tables import METADATA as SESSIONS
from bot.errors import MissingError
from bot.migrations import HEADS, migrate, version_of, version_table
from bot.migrations.upgrade import scripts, upgrade
from bot.paths import ROOT
from bot.tracker.rows import EVENTS
from tests.helpers.postgresql import postgresql

TELEGRAM = GROUPS.metadata
METADATA = {"conversations": EVENTS.metadata, "telegram": TELEGRAM, "sessions": SESSIONS}
# As create_all of the version before this one made it: Rasa's index, and none of ours.
EVENTS_BEFORE = """
CREATE TABLE events (
    id {serial} NOT NULL PRIMARY KEY, sender_id VARCHAR(255) NOT NULL, type_name VARCHAR(255) NOT NULL, timestamp FLOAT,
    intent_name VARCHAR(255), action_name VARCHAR(255), data TEXT
)
"""
SERIAL = {"sqlite": "INTEGER", "postgresql": "SERIAL"}
INDEX_BEFORE = "CREATE INDEX ix_events_sender_id ON events (sender_id)"
ROW = "INSERT INTO events (sender_id, type_name, timestamp) VALUES ('x', 'user', 1.5)"

Open = Callable[[], Engine]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgresql() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def open_(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens the same empty database, as several processes would."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'x.db'}"
    else:
        url = request.getfixturevalue("server")
        engine = engine_of(url)
        with engine.begin() as connection:
            connection.execute(sa.text("DROP SCHEMA public CASCADE"))
            connection.execute(sa.text("CREATE SCHEMA public"))
        engine.dispose()
    opened: list[Engine] = []

    def open_() -> Engine:
        opened.append(engine_of(url))
        return opened[-1]

    yield open_
    for engine in opened:
        engine.dispose()


def differences(engine: Engine, name: str) -> Any:
    """What the tables in the database and those in code do not have in common."""
    metadata = METADATA[name]

    def ours(_: Any, table: str | None, kind: str, *__: Any) -> bool:
        return kind != "table" or table in metadata.tables

    with engine.begin() as connection:
        options = {"include_object": ours, "compare_type": True}
        return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)


def run(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))


@pytest.mark.parametrize("name", HEADS)
def test_the_newest_version_is_the_last_of_the_history(name: str) -> None:
    assert scripts(name).get_heads() == [HEADS[name]]


@pytest.mark.parametrize("name", HEADS)
def test_an_empty_database_gets_the_tables_that_the_code_knows(open_: Open, name: str) -> None:
    engine = open_()
    assert version_of(engine, name) is None
    migrate(engine, name)
    assert differences(engine, name) == []
    assert version_of(engine, name) == HEADS[name]


@pytest.mark.parametrize("name", HEADS)
def test_tables_from_before_there_were_versions_are_taken_over(open_: Open, name: str) -> None:
    engine = open_()
    METADATA[name].create_all(engine)
    migrate(engine, name)
    assert differences(engine, name) == []


def test_conversations_of_the_version_before_keep_their_rows(open_: Open) -> None:
    engine = open_()
    table = EVENTS_BEFORE.format(serial=SERIAL[engine.dialect.name])
    run(engine, table, INDEX_BEFORE, ROW)
    migrate(engine, "conversations")
    assert differences(engine, "conversations") == []
    run(engine, ROW)
    with engine.begin() as connection:
        rows = connection.execute(
            sa.text("SELECT id, sender_id, timestamp FROM events ORDER BY id")
        )
        assert rows.all() == [(1, "x", 1.5), (2, "x", 1.5)]


def test_every_version_of_conversations_leads_to_the_newest(open_: Open) -> None:
    engine = open_()
    upgrade(engine, "conversations", "0001")
    run(engine, ROW)
    assert version_of(engine, "conversations") == "0001"
    migrate(engine, "conversations")
    assert differences(engine, "conversations") == []


def test_a_set_that_was_half_made_is_completed(open_: Open) -> None:
    engine = open_()
    some = [table for name, table in TELEGRAM.tables.items() if name != "telegram_shown"]
    TELEGRAM.create_all(engine, tables=some)
    migrate(engine, "telegram")
    assert differences(engine, "telegram") == []


def test_all_sets_fit_into_one_database(open_: Open) -> None:
    engine = open_()
    for name in HEADS:
        migrate(engine, name)
    assert all(version_of(engine, name) == head for name, head in HEADS.items())


def test_two_that_start_at_once_migrate_once(open_: Open) -> None:
    engines = [open_() for _ in range(4)]
    failed: list[BaseException] = []
    begin = threading.Barrier(len(engines))

    def start(engine: Engine) -> None:
        begin.wait()
        try:
            migrate(engine, "conversations")
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=start, args=(engine,)) for engine in engines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert differences(engines[0], "conversations") == []


def test_a_step_that_fails_leaves_everything_as_it_was(open_: Open) -> None:
    engine = open_()
    run(engine, "CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id TEXT)")
    with pytest.raises(sa.exc.SQLAlchemyError):
        migrate(engine, "conversations")
    assert version_of(engine, "conversations") is None
    with engine.begin() as connection:
        assert sa.inspect(connection).get_indexes("events") == []
        assert not sa.inspect(connection).has_table(version_table("conversations"))


def test_tables_of_a_newer_mawas_are_left_alone(open_: Open) -> None:
    engine = open_()
    migrate(engine, "conversations")
    run(engine, "UPDATE conversations_version SET version_num = '9999'")
    with pytest.raises(MissingError, match=r"lebih baru.*Saran"):
        migrate(engine, "conversations")
    assert version_of(engine, "conversations") == "9999"


def test_where_nothing_is_to_do_alembic_is_not_loaded(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    code = (
        "import sys\nfrom bot.database import engine_of\nfrom bot.migrations import migrate\n"
        f"migrate(engine_of({url!r}), 'telegram')\nprint('alembic' in sys.modules)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["True", "False"]
