"""How the bot is: counts for a line a minute, and a page for whoever watches over it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

from bot.channels.telegram.log_lines import event
from bot.health_page import FALLBACK, OK, show

if TYPE_CHECKING:
    from bot.metrics import Metrics

LINE_SECONDS = 60.0
# Telegram answers a poll within half a minute; twice that without a word means trouble.
SILENT_SECONDS = 90.0


@dataclass
class Health:
    """Counts since the start, and when Telegram was last heard.

    Attributes:
        received: updates that came in, each once.
        answered: cases that were answered.
        urgent: of these, answers to somebody who may be in danger.
        troubles: cases that had to be answered with an apology.
        refused: calls that Telegram refused for being too many.
        failed: calls that the network lost.
        unreachable: answers that nobody could get any more.
        unreadable: updates that could not be read or taken in, and were put aside.
        slowed: times that somebody who wrote very fast was made to wait.
        waiting: cases in hand.
        heard_at: when Telegram last answered a poll or delivered an update, by `time.monotonic`.
        is_whole: whether everybody is answered, or only who is in danger.
    """

    received: int = 0
    answered: int = 0
    urgent: int = 0
    troubles: int = 0
    refused: int = 0
    failed: int = 0
    unreachable: int = 0
    unreadable: int = 0
    slowed: int = 0
    waiting: int = 0
    heard_at: float = field(default_factory=time.monotonic)
    is_whole: Callable[[], bool] = lambda: True

    def heard(self) -> None:
        """Note that Telegram was heard."""
        self.heard_at = time.monotonic()

    def as_dict(self, polling: bool) -> dict[str, int | str]:
        """Counts, and "ok", "silent" or "fallback".

        Args:
            polling: whether Telegram must be heard all the time; a webhook is silent when nobody writes.
        """
        silence = time.monotonic() - self.heard_at
        status = OK if self.is_whole() else FALLBACK
        return {
            "status": "silent" if polling and silence > SILENT_SECONDS else status,
            "heard_seconds_ago": round(silence),
            "received": self.received,
            "answered": self.answered,
            "urgent": self.urgent,
            "troubles": self.troubles,
            "refused": self.refused,
            "failed": self.failed,
            "unreachable": self.unreachable,
            "unreadable": self.unreadable,
            "slowed": self.slowed,
            "waiting": self.waiting,
        }


async def write_lines(health: Health, polling: bool, tidy: Callable[[], Awaitable[None]]) -> None:
    """Write a line a minute, for ever, and clean up as often.

    Args:
        health: the counts.
        polling: see `Health.as_dict`.
        tidy: what is cleaned up.
    """
    while True:
        await asyncio.sleep(LINE_SECONDS)
        counts = health.as_dict(polling)
        level = logging.INFO if counts["status"] == OK else logging.WARNING
        event("health", level, None, **counts)
        try:
            await tidy()
        except Exception as error:
            # A full disk is mended by people; meanwhile the others are answered.
            event("tidy_failed", logging.ERROR, error=error)


async def serve(
    health: Health, polling: bool, host: str, port: int, metrics: Metrics | None = None
) -> web.AppRunner:
    """Serve the counts at /health: status 200, or 503 when Telegram is silent; with metrics also at /metrics.

    Args:
        health: the counts.
        polling: see `Health.as_dict`.
        host: address to listen on.
        port: 0 for any.
        metrics: of this process; the counts are added to them.

    Raises:
        OSError: the port is taken.

    Returns:
        What has to be cleaned up at the end.
    """

    def counts() -> dict[str, int | str]:
        return health.as_dict(polling)

    if metrics:
        _add_counts(metrics, counts)
    return await show(counts, host, port, metrics)


def _add_counts(metrics: Metrics, counts: Callable[[], dict[str, int | str]]) -> None:
    def numbers() -> dict[str, int]:
        known = counts()
        up = known.pop("status") == OK
        return {"up": int(up), **{name: int(value) for name, value in known.items()}}

    metrics.add("mawas_telegram", numbers, frozenset({"up", "waiting", "heard_seconds_ago"}))
