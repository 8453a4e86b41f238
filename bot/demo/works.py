"""What is still being done while the page goes on: one thing for the part that is shown, and what parts that are gone left to do."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from bot.demo.part import PartError, Work

logger = logging.getLogger(__name__)

# What parts left to do is short; an assistant that does not answer must not keep the page from ending.
_REST_SECONDS = 2.0
_FAILED = "Ada yang gagal di Mawas. Coba sekali lagi."


class Works:
    """The tasks of a stage. Used in the thread of the event loop only."""

    def __init__(self) -> None:
        """Nothing is being done."""
        self._now: asyncio.Task[None] | None = None
        self._rest: set[asyncio.Task[None]] = set()

    def begin(self, work: Work) -> None:
        """Do something for the part that is shown, instead of what was being done for it."""
        self.stop()
        self._now = asyncio.create_task(work)

    def stop(self) -> None:
        """Stop what is being done for the part that is shown."""
        if self._now is not None:
            self._now.cancel()
            self._now = None

    def leave(self, rest: Work) -> None:
        """Do what a part that is gone left to do."""
        task = asyncio.create_task(_quietly(rest))
        # Until it is done somebody must hold it.
        self._rest.add(task)
        task.add_done_callback(self._rest.discard)

    async def close(self) -> None:
        """Stop what is being done, and finish what is left to do if that is soon."""
        tasks = [*self._rest, *filter(None, [self._now])]
        self.stop()
        if self._rest:
            await asyncio.wait(self._rest, timeout=_REST_SECONDS)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _quietly(rest: Work) -> None:
    # Nobody waits for it, and without an assistant there is nothing to do.
    with contextlib.suppress(PartError):
        await rest


def words_of(error: Exception) -> str:
    """What the facilitator reads of an error."""
    if isinstance(error, PartError):
        return str(error)
    # Its message may quote what somebody typed.
    logger.error("act failed: %s", type(error).__name__)
    return _FAILED
