"""Where a backup is restored to: all sets of tables behind one connection, so that one transaction holds everything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import OperationalError

from bot.channels.telegram.share import is_running
from bot.database import engine_of
from bot.errors import MissingError
from bot.keeping.sets import CONVERSATIONS, SETS, TableSet
from bot.settings import Settings

# Execution option that puts the name of an attached file before every table.
_SCHEMA = "schema_translate_map"
_BUSY_SECONDS = 2
_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND usename = current_user AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""


class Target:
    """A database, or the three files of one installation, in one transaction.

    Args:
        connection: in it.
        schemas: name under which the file of a set is attached; empty for a database.
    """

    def __init__(self, connection: Connection, schemas: dict[str, str]) -> None:
        """Keep the connection."""
        self._connection = connection
        self._schemas = schemas

    def run(self, kept: TableSet, statement: Any, rows: list[dict[str, Any]] | None = None) -> Any:
        """Execute a statement on the tables of a set."""
        options = {_SCHEMA: {None: self._schemas.get(kept.name)}}
        return self._connection.execute(statement, rows or [], execution_options=options)

    def is_empty(self) -> bool:
        """Whether no table has a row."""
        return not any(
            self.run(kept, sa.select(sa.literal(1)).select_from(table).limit(1)).first()
            for kept in SETS
            for table in kept.tables
        )

    def clear(self) -> None:
        """Delete all rows, those that refer to others first."""
        for kept in SETS:
            for table in reversed(kept.tables):
                self.run(kept, table.delete())


@contextmanager
def target(settings: Settings) -> Iterator[Target]:
    """The place for a restore: tables are made, nobody else is in it, and all that is done is committed at the end or not at all.

    Raises:
        MissingError: a bot or another program uses it.
        sqlalchemy.exc.SQLAlchemyError: the database cannot be used.
    """
    if is_running(settings.home):
        raise _used()
    for kept in SETS:
        engine = engine_of(kept.url(settings))
        kept.make(engine)
        # The last connection that closes leaves no log behind.
        engine.dispose()
    url = CONVERSATIONS.url(settings)
    opened = _files(settings) if make_url(url).get_backend_name() == "sqlite" else _server(url)
    with opened as place:
        yield place


@contextmanager
def _files(settings: Settings) -> Iterator[Target]:
    """SQLite commits attached files together, but not with a write-ahead log: each gets the older kind of journal for this."""
    schemas = {kept.name: "main" if kept is CONVERSATIONS else kept.name for kept in SETS}
    engine = sa.create_engine(
        CONVERSATIONS.url(settings), future=True, hide_parameters=True, poolclass=sa.pool.NullPool
    )

    def set_up(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000}").close()
        for kept in SETS:
            schema = schemas[kept.name]
            if schema != "main":
                file = str(settings.home / kept.file)
                connection.execute(f'ATTACH DATABASE ? AS "{schema}"', (file,)).close()
        connection.execute("PRAGMA secure_delete=ON").close()

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN EXCLUSIVE")

    sa.event.listen(engine, "connect", set_up)
    sa.event.listen(engine, "begin", begin)
    with engine.connect() as connection:
        raw = connection.connection
        try:
            # Only possible while nobody else has the file open; a bot opens it with a write-ahead log again.
            for schema in schemas.values():
                raw.execute(f'PRAGMA "{schema}".journal_mode=DELETE').close()
            begun = connection.begin()
        except Exception as error:
            if "locked" in str(error):
                raise _used() from None
            raise
        with begun:
            yield Target(connection, schemas)


@contextmanager
def _server(url: str) -> Iterator[Target]:
    with ExitStack() as stack:
        engine = engine_of(url)
        stack.callback(engine.dispose)
        connection = stack.enter_context(engine.begin())
        if connection.exec_driver_sql(_OTHERS).scalar():
            raise _used()
        names = ", ".join(table.name for kept in SETS for table in kept.tables)
        try:
            connection.exec_driver_sql(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE NOWAIT")
        except OperationalError:
            raise _used() from None
        yield Target(connection, {})


def _used() -> MissingError:
    return MissingError(
        "Basis data sedang dipakai. Saran: hentikan dulu semua mawas telegram, mawas serve, dan mawas demo, lalu ulangi."
    )
