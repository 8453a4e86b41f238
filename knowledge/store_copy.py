"""A built store copied into memory."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from knowledge.tables import METADATA


def in_memory(source: Engine) -> Engine:
    """Copy all tables of a store into SQLite in memory: what it says no longer depends on the database it was built in.

    There is one connection, which whoever asks takes and gives back: safe to use from several threads.
    """
    copy: Engine = sa.create_engine(
        "sqlite://",
        future=True,
        poolclass=sa.pool.QueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={"check_same_thread": False},
    )
    if source.dialect.name == "sqlite":
        _copy_file(source, copy)
    else:
        _copy_tables(source, copy)
    return copy


def _copy_file(source: Engine, copy: Engine) -> None:
    taken, given = source.raw_connection(), copy.raw_connection()
    try:
        taken.driver_connection.backup(given.driver_connection)
    finally:
        taken.close()
        given.close()


def _copy_tables(source: Engine, copy: Engine) -> None:
    with source.connect() as taken, copy.begin() as given:
        METADATA.create_all(given)
        # In the order in which a build drops them: a build that begins meanwhile waits, and neither waits for the other in a circle.
        for table in reversed(METADATA.sorted_tables):
            rows = [dict(row) for row in taken.execute(sa.select(table)).mappings()]
            if rows:
                given.execute(sa.insert(table), rows)
