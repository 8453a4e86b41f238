"""All sets of tables as they are at one instant, while others go on writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.database import READS_ONLY
from bot.keeping.sets import EVENTS, SETS, TableSet, opened
from bot.settings import Settings

# Rows that are in memory at once.
CHUNK = 500
_STREAMED = {"stream_results": True, "max_row_buffer": CHUNK}


@contextmanager
def snapshot(settings: Settings) -> Iterator[list[tuple[TableSet, Connection]]]:
    """A connection for each set of which something is kept; all of them see the same instant.

    SQLite: the files are locked against writers for as long as it takes to begin reading all of them. PostgreSQL: one transaction.

    Raises:
        MissingError: a database cannot be used.
        sqlalchemy.exc.SQLAlchemyError: the same, later.
    """
    with ExitStack() as stack:
        found: list[tuple[TableSet, Engine]] = []
        for kept in SETS:
            engine = opened(settings, kept)
            if engine is not None:
                stack.callback(engine.dispose)
                found.append((kept, engine))
        if found and found[0][1].dialect.name != "sqlite":
            connection = stack.enter_context(_of_server(found[0][1]))
            yield [(kept, connection) for kept, _ in found]
            return
        with ExitStack() as locks:
            for _, engine in found:
                locks.enter_context(engine.begin())
            connections = [(kept, stack.enter_context(_of_file(engine))) for kept, engine in found]
        yield connections


def columns(table: sa.Table) -> list[sa.Column]:
    """The columns that are carried: all but the number that a database gives an event by itself, whose order is kept."""
    return [column for column in table.c if column is not EVENTS.c.id]


def rows(connection: Connection, table: sa.Table) -> Iterator[list[Any]]:
    """The rows of a table in the order of its key, as values of JSON; none where the table was never made."""
    if not sa.inspect(connection).has_table(table.name):
        return
    query = sa.select(*columns(table)).order_by(*table.primary_key)
    result = connection.execute(query, execution_options=_STREAMED)
    for part in result.partitions(CHUNK):
        yield from ([_plain(value) for value in row] for row in part)


def values(table: sa.Table, names: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    """A row of an archive as the table takes it."""
    return {
        name: date.fromisoformat(value)
        if value is not None and isinstance(table.c[name].type, sa.Date)
        else value
        for name, value in zip(names, row, strict=True)
    }


@contextmanager
def _of_server(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        connection = connection.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        with connection.begin():
            # It is the first reading that settles what is seen.
            connection.exec_driver_sql("SELECT 1").close()
            yield connection


@contextmanager
def _of_file(engine: Engine) -> Iterator[Connection]:
    with engine.execution_options(**{READS_ONLY: True}).begin() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").close()
        yield connection


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
