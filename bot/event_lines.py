"""Log lines of a server: an event and what belongs to it. No text, no token, no id of a person ever stands in one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

_SILENT = logging.CRITICAL + 1


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


def _short(value: str | float | int) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)
