"""Databases that must not lose what they were given: where they are, and engines that wait for the disk."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, make_url

from bot import patience
from bot.settings import Settings

_BUSY_SECONDS = 30
# Whoever empties the log has all writers wait while it waits for readers, and a backup reads for seconds.
_TIDY_MS = 200
# Execution option of an engine whose transactions write nothing.
READS_ONLY = "reads_only"
# A connection that was used so lately is taken to be alive (s): to ask costs as much as to read.
_ALIVE_SECONDS = 1.0
# In the order of the array, for it is sorted.
_HOLD = sa.text("SELECT pg_advisory_xact_lock(key) FROM unnest(CAST(:keys AS bigint[])) AS key")


def url_beside(settings: Settings, name: str) -> str:
    """Where tables that are written all the time are kept: a database server, if there is one, else a file of their own.

    A SQLite store of knowledge is no place for them: each build puts a new file in its place.

    Args:
        settings: with the URL of the knowledge store.
        name: of the file in MAWAS_HOME.
    """
    if make_url(settings.db_url).get_backend_name() != "sqlite":
        return settings.db_url
    return f"sqlite:///{settings.home / name}"


def engine_of(url: str, survives_power_loss: bool = True, answers_soon: bool = False) -> Engine:
    """An engine whose commits are on the disk when they return.

    SQLite: a write-ahead log, erased texts overwritten, one writer at a time, and a file that only its owner may read. Others have
    their own default.

    Args:
        url: of the database; "sqlite://" is one in memory.
        survives_power_loss: wait for the disk at each commit (SQLite's synchronous FULL). Without it (NORMAL) a commit survives the end
            of the process, whatever ends it, and costs a tenth; when the power fails, the last seconds may be missing.
        answers_soon: give up on a server that is silent after seconds (`bot.patience`). For programs whose other work waits meanwhile.

    Raises:
        OSError: the file cannot be made.
    """
    # An error of the database must not show what was written.
    always = {"future": True, "hide_parameters": True}
    if make_url(url).get_backend_name() != "sqlite":
        limits = patience.arguments(make_url(url)) if answers_soon else {}
        server = sa.create_engine(url, pool_size=1, connect_args=limits, **always)
        if limits:
            # First: to ask whether it is alive takes as long as anything else.
            patience.watch(server)
        return _asked_before_use(server)
    file = make_url(url).database
    # One connection that stays: the last one that closes would empty the log, at the cost of two more writes, or forget a database in
    # memory.
    pool = (
        {"poolclass": sa.pool.QueuePool, "pool_size": 1}
        if file
        else {"poolclass": sa.pool.StaticPool}
    )
    engine: Engine = sa.create_engine(
        url, connect_args={"check_same_thread": False}, **pool, **always
    )
    if file:
        _for_the_owner_only(Path(file))
    pragmas = (
        f"busy_timeout={_BUSY_SECONDS * 1000}",
        "journal_mode=WAL",
        f"synchronous={'FULL' if survives_power_loss else 'NORMAL'}",
        # Erased texts are overwritten in the file.
        "secure_delete=ON",
    )
    sa.event.listen(engine, "connect", lambda connection, _: _set_up(connection, pragmas))
    sa.event.listen(engine, "begin", _begin)
    return engine


def reading(engine: Engine) -> Engine:
    """The same engine for transactions that write nothing.

    SQLite: they wait for no writer. A database server: each query stands alone, which saves two of three ways to it and back.
    """
    alone = {} if engine.dialect.name == "sqlite" else {"isolation_level": "AUTOCOMMIT"}
    return engine.execution_options(**{READS_ONLY: True}, **alone)


def empty_log(connection: Connection, waits: bool = True) -> bool:
    """Take erased texts out of SQLite's write-ahead log too; ends the transaction, in which nothing else may be.

    Nothing happens in other databases, which have no such log.

    Args:
        connection: with a transaction.
        waits: a moment for others who are reading.

    Returns:
        False when others were reading: the texts are still there.
    """
    if connection.dialect.name != "sqlite":
        return True
    # Not possible inside a transaction, and there is nothing in this one.
    connection.exec_driver_sql("COMMIT")
    connection.exec_driver_sql(f"PRAGMA busy_timeout={_TIDY_MS if waits else 0}").close()
    try:
        is_busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000}").close()
        connection.exec_driver_sql("BEGIN")
    return not is_busy


def hold(connection: Connection, names: Sequence[str]) -> None:
    """Have other transactions that hold one of these names wait for the end of this one.

    SQLite has one writer at a time anyway. Held in order, so that two that hold several do not wait for each other.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_HOLD, {"keys": sorted({_key(name) for name in names})})


def _asked_before_use(engine: Engine) -> Engine:
    """Have a connection that was idle asked whether it is alive: the server may have been started again."""

    def note(_: Any, record: Any) -> None:
        record.info["used"] = time.monotonic()

    def ask(connection: Any, record: Any, _: Any) -> None:
        idle = time.monotonic() - record.info.get("used", time.monotonic())
        if idle > _ALIVE_SECONDS and not engine.dialect.do_ping(connection):
            # The pool makes another one.
            raise sa.exc.DisconnectionError

    sa.event.listen(engine, "checkin", note)
    sa.event.listen(engine, "checkout", ask)
    return engine


def _key(name: str) -> int:
    """A number of 64 bits, as PostgreSQL's advisory locks have."""
    digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _set_up(connection: Any, pragmas: Sequence[str]) -> None:
    # The driver's own way of beginning transactions lets two writers meet.
    connection.isolation_level = None
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get(READS_ONLY)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _for_the_owner_only(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.chmod(0o600)
