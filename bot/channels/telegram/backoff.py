"""How long is waited after something failed: longer each time, but never for ever."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Patience:
    """Waits in seconds.

    Attributes:
        reaching: first wait when Telegram cannot be reached.
        answering: first wait when an answer fails; somebody is waiting for it.
        longest: no wait is longer, but for the next.
        refused: wait with a token that Telegram refuses. It may be valid again when Telegram itself was in trouble; nothing is lost by
            waiting.
    """

    reaching: float = 1.0
    answering: float = 0.5
    longest: float = 30.0
    refused: float = 60.0


class Backoff:
    """Waits that double with each failure."""

    def __init__(self, first: float, longest: float) -> None:
        """Nothing failed yet.

        Args:
            first: seconds after the first failure.
            longest: seconds after many.
        """
        self._first = self._next = first
        self._longest = longest

    def wait(self) -> float:
        """Seconds to wait after one more failure."""
        wait = self._next
        self._next = min(2 * wait, self._longest)
        return wait

    def reset(self) -> None:
        """It went well: the next failure is a first one again."""
        self._next = self._first
