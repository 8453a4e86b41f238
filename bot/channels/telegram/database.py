"""The store of the Telegram channel: one thread that writes, many writes a commit."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, make_url

from bot.channels.telegram.tables import METADATA
from bot.settings import Settings

T = TypeVar("T")
_Job = tuple[Callable[[Connection], Any], "Future[Any]"]
# A commit waits for the disk (4 to 9 ms where this was measured); what comes in meanwhile shares the next.
_MOST_JOBS = 64
_BUSY_SECONDS = 30


def telegram_url(settings: Settings) -> str:
    """Where the channel keeps its tables: a database server, if there is one, else a file of its own.

    A SQLite store of knowledge is no place for them: each build puts a new file in its place.
    """
    if make_url(settings.db_url).get_backend_name() != "sqlite":
        return settings.db_url
    return f"sqlite:///{settings.home / 'telegram.db'}"


class Database:
    """Runs functions on a connection, in the order in which they were handed in, in a thread of its own.

    What `run` returned is on the disk: SQLite with a write-ahead log, synchronous FULL; PostgreSQL with its own default.
    """

    def __init__(self, url: str) -> None:
        """Make the tables that are missing.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be used.
            OSError: the file cannot be made.
        """
        self._engine = _engine(url)
        METADATA.create_all(self._engine)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="telegram-db", daemon=True)
        self._thread.start()

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Run a function in a transaction, which is committed when this returns.

        Args:
            work: gets a connection; may run again when what shared its commit failed.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: as the function or the commit raised it; nothing of it is kept.
        """
        return await asyncio.wrap_future(self.submit(work))

    def submit(self, work: Callable[[Connection], T]) -> Future[T]:
        """As `run`, without waiting."""
        future: Future[T] = Future()
        # A caller that is cancelled must not take what is being written with it.
        future.set_running_or_notify_cancel()
        self._jobs.put((work, future))
        return future

    def close(self) -> None:
        """Finish what was handed in."""
        self._jobs.put(None)
        self._thread.join()
        self._engine.dispose()

    def _work(self) -> None:
        while True:
            batch = [self._jobs.get()]
            while len(batch) < _MOST_JOBS and batch[-1] is not None:
                try:
                    batch.append(self._jobs.get_nowait())
                except queue.Empty:
                    break
            jobs = [job for job in batch if job is not None]
            if jobs and not self._together(jobs):
                for job in jobs:
                    self._alone(job)
            if batch[-1] is None:
                return

    def _together(self, jobs: list[_Job]) -> bool:
        """True when all were done in one transaction; nothing was done otherwise."""
        if len(jobs) == 1 or any(work is _empty_log for work, _ in jobs):
            return False
        try:
            with self._engine.begin() as connection:
                results = [work(connection) for work, _ in jobs]
        except Exception:
            # One failed: each is tried by itself, and tells its own caller.
            return False
        for (_, future), result in zip(jobs, results, strict=True):
            future.set_result(result)
        return True

    def _alone(self, job: _Job) -> None:
        work, future = job
        try:
            with self._engine.begin() as connection:
                result = work(connection)
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)

    async def tidy(self) -> None:
        """Take erased texts out of SQLite's write-ahead log too."""
        if self._engine.dialect.name == "sqlite":
            await self.run(_empty_log)


def _empty_log(connection: Connection) -> None:
    # Not possible inside a transaction, and there is nothing in this one.
    connection.exec_driver_sql("COMMIT")
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()
    connection.exec_driver_sql("BEGIN")


def _engine(url: str) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return sa.create_engine(url, future=True, pool_size=1, pool_pre_ping=True)
    # One connection that stays: the last one that closes would empty the log, at the cost of two more writes.
    engine: Engine = sa.create_engine(
        url,
        future=True,
        poolclass=sa.pool.QueuePool,
        pool_size=1,
        connect_args={"check_same_thread": False},
    )
    file = make_url(url).database
    if file:
        _for_the_owner_only(Path(file))

    sa.event.listen(engine, "connect", _set_up)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _: Any) -> None:
    # The driver's own way of beginning transactions lets two writers meet.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={_BUSY_SECONDS * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",
        # Erased texts are overwritten in the file.
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _for_the_owner_only(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.chmod(0o600)
