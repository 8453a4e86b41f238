"""Writing down beside the work: begun in order, waited for at the end."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from types import TracebackType
from typing import Any

from bot.channels.telegram.log_lines import event


class Writes:
    """What is written while an answer is found and sent.

    Each begins in the order in which it was added, for tasks do and the database works in order. One that fails is logged: the answer
    itself must not be looked for or sent again because of it.
    """

    def __init__(self) -> None:
        """Nothing is written yet."""
        self._tasks: list[asyncio.Task[Any]] = []

    def add(self, write: Coroutine[Any, Any, Any]) -> None:
        """Begin one."""
        self._tasks.append(asyncio.create_task(write))

    async def __aenter__(self) -> Writes:
        """Begin."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wait for all."""
        for result in await asyncio.gather(*self._tasks, return_exceptions=True):
            if isinstance(result, BaseException):
                event("write_failed", error=result)
