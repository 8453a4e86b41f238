"""Log lines of a server: an event and what belongs to it. No text, no token, no id of a person ever stands in one."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

_SILENT = logging.CRITICAL + 1
_SELDOM_SECONDS = 60.0


class EventLines:
    """Writes lines of one server.

    Args:
        name: of its logger.
        talkative: loggers of libraries that write what was received, or secrets, into their lines.
    """

    def __init__(self, name: str, talkative: Sequence[str]) -> None:
        """Nothing is written before `quiet`."""
        self._logger = logging.getLogger(name)
        self._talkative = talkative

    def quiet(self, level: int) -> None:
        """Silence libraries that would write secrets, and let our own events be seen.

        Args:
            level: of the settings; our events are seen at INFO at least, for an operator has nothing else.
        """
        for name in self._talkative:
            logging.getLogger(name).setLevel(_SILENT)
            logging.getLogger(name).propagate = False
        self._logger.setLevel(min(level, logging.INFO))
        if not self._logger.handlers:
            handler = logging.StreamHandler()
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            self._logger.addHandler(handler)
            self._logger.propagate = False

    def event(
        self,
        name: str,
        level: int = logging.WARNING,
        error: BaseException | None = None,
        **fields: str | float | int,
    ) -> None:
        """Write one line: `event=name key=value ...`.

        Args:
            name: what happened.
            level: of the standard library's logging.
            error: only its kind is written; its words may quote a message.
            fields: numbers and fixed words.
        """
        words = {"event": name, **fields}
        if error is not None:
            words["error"] = type(error).__name__
        self._logger.log(level, " ".join(f"{key}={_short(value)}" for key, value in words.items()))

    def lost(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Write a line for an error that nobody waited for; its words may quote a message."""
        self.event("lost_error", logging.ERROR, error=context.get("exception"))


class Seldom:
    """Writes an event that strangers can cause as often as they like: a line a minute at most, or the disk is theirs.

    Args:
        event: of `EventLines`.
        name: of the event; `times` says how often it came since the last line.
        clock: seconds.
    """

    def __init__(
        self, event: Callable[..., None], name: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """None came."""
        self._event, self._name, self._clock = event, name, clock
        self._times, self._next = 0, clock()

    def write(self) -> None:
        """One more came."""
        self._times += 1
        if self._clock() >= self._next:
            self._event(self._name, times=self._times)
            self._times, self._next = 0, self._clock() + _SELDOM_SECONDS


def _short(value: str | float | int) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)
