"""Has several workers load anew, one after the other: the others answer meanwhile, and memory for two models is needed only once.

Nothing heavy is imported here: the parent of the workers stays small.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

# A worker that takes longer than that is left alone (s).
MOST_SECONDS = 180.0


@dataclass(frozen=True)
class Loads:
    """What a worker has said.

    Attributes:
        pid: of its process: another one when it was started again.
        worked: how often it was ready after loading; 0 while it starts.
        failed: how often it could not load, and went on as it was.
    """

    pid: int | None
    worked: int
    failed: int


class Rolling:
    """The order in which workers load anew.

    Args:
        count: of workers.
        loads: what a worker has said so far, by its number.
        send: sends SIGHUP to a worker.
        tell: called with a fixed word when it stops before the last worker, and the worker's number.
        clock: seconds.
    """

    def __init__(
        self,
        count: int,
        loads: Callable[[int], Loads],
        send: Callable[[int], None],
        tell: Callable[[str, int], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Nobody loads."""
        self._count = count
        self._loads = loads
        self._send = send
        self._tell = tell
        self._clock = clock
        self._left: list[int] = []
        # What the worker that loads now had said before; None before it was told to.
        self._before: Loads | None = None
        self._since = 0.0

    def look(self, asked: bool) -> bool:
        """Take the next step.

        Args:
            asked: whether a SIGHUP came that was not answered yet.

        Returns:
            Whether the signal was taken up: one that comes meanwhile is for the time after.
        """
        takes = asked and not self._left
        if takes:
            self._left = list(range(self._count))
            self._since = self._clock()
        if not self._left:
            return takes
        number = self._left[0]
        loads = self._loads(number)
        if self._before is None:
            # One that just starts takes no signal yet.
            if loads.worked:
                self._before, self._since = loads, self._clock()
                self._send(number)
        elif loads.pid == self._before.pid and loads.failed > self._before.failed:
            # The next would fail as well: all stay as they were.
            self._stop("reload_stopped", number)
            return takes
        elif loads.worked and loads != self._before:
            self._next()
            return takes
        if self._clock() - self._since > MOST_SECONDS:
            self._tell("reload_late", number)
            self._next()
        return takes

    def _next(self) -> None:
        self._left.pop(0)
        self._before, self._since = None, self._clock()

    def _stop(self, word: str, number: int) -> None:
        self._tell(word, number)
        self._left.clear()
        self._before = None
