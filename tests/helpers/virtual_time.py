"""Runs a coroutine on a clock of its own: where everybody only waits, the clock is put forward, so that hours take no time."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
# Work takes a little too (s): who looks again and again until it is time must see it pass.
_TICK = 1e-6


class _Selector(selectors.DefaultSelector):
    """Puts the clock forward instead of waiting.

    Attributes:
        now: seconds since the start.
    """

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        # Without a time to wait for, another thread is waited for.
        found = super().select(None if timeout is None else 0)
        self.now += _TICK if found else max(timeout or 0, _TICK)
        return found


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._clock = _Selector()
        super().__init__(self._clock)

    def time(self) -> float:
        return self._clock.now


def run(work: Coroutine[Any, Any, T]) -> T:
    """As `asyncio.run`, for work that waits for nothing but time: no sockets, no threads."""
    loop = _Loop()
    try:
        return loop.run_until_complete(work)
    finally:
        for task in asyncio.all_tasks(loop):
            task.cancel()
            loop.run_until_complete(asyncio.wait([task]))
        loop.close()
