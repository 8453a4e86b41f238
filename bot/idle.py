"""Which conversations nobody has gone on with for long."""

from __future__ import annotations

import time
from collections.abc import Callable


class Idle:
    """Remembers when each conversation was used last, the longest ago first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing was used yet.

        Args:
            clock: tells seconds.
        """
        self._clock = clock
        self._used: dict[str, float] = {}

    def note(self, sender: str) -> None:
        """A conversation is used now."""
        self._used.pop(sender, None)
        self._used[sender] = self._clock()

    def drop(self, sender: str) -> None:
        """A conversation is no more."""
        self._used.pop(sender, None)

    def since(self, seconds: float) -> list[str]:
        """Conversations that were not used for so many seconds."""
        limit = self._clock() - seconds
        # In order of use: those after the first young one are younger still.
        idle = []
        for sender, used in self._used.items():
            if used > limit:
                break
            idle.append(sender)
        return idle
