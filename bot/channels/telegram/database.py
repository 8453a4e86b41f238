"""The store of the Telegram channel: one thread that writes, many writes a commit."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from sqlalchemy.engine import Connection

from bot.database import empty_log, url_beside
from bot.opening import opened
from bot.settings import Settings
from bot.tracker.outage import Outage

T = TypeVar("T")
_Job = tuple[Callable[[Connection], Any], "Future[Any]"]
# A commit waits for the disk (4 to 9 ms where this was measured); what comes in meanwhile shares the next.
_MOST_JOBS = 64


def telegram_url(settings: Settings) -> str:
    """Where the channel keeps its tables (see `url_beside`)."""
    return url_beside(settings, "telegram.db")


class Database:
    """Runs functions on a connection, in the order in which they were handed in, in a thread of its own.

    What `run` returned is on the disk: SQLite with a write-ahead log, synchronous FULL; PostgreSQL with its own default. While the
    database is away, whoever asks is told at once, once it was found out (`bot.tracker.outage`).
    """

    def __init__(self, url: str) -> None:
        """Bring the tables to the newest version.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be used.
            OSError: the file cannot be made.
        """
        self._engine = opened(url, "telegram")
        self._outage = Outage(self._engine)
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
        self._outage.stop()
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
        if len(jobs) == 1 or any(work is empty_log for work, _ in jobs):
            return False
        try:
            with self._outage.noticed(), self._engine.begin() as connection:
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
            with self._outage.noticed(), self._engine.begin() as connection:
                result = work(connection)
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)

    async def tidy(self) -> bool:
        """Take erased texts out of SQLite's write-ahead log too. False when others were reading: they are still there."""
        return await self.run(empty_log)
