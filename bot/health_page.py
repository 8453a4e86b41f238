"""A page for whoever watches over a server: how it is, and counts for Prometheus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from aiohttp import web

from bot.doors.answers import FOR_PROGRAMS, with_headers
from bot.doors.listening import Bounds, listening

if TYPE_CHECKING:
    from bot.metrics import Metrics

PATH = "/health"
OK = "ok"
# Only who is in danger is answered: the assistant is being loaded, or cannot be.
FALLBACK = "fallback"
_CLOSING_SECONDS = 1.0
_BOUNDS = Bounds(connections=32, from_one=32)


async def show(
    counts: Callable[[], Mapping[str, int | str]],
    host: str,
    port: int,
    metrics: Metrics | None = None,
) -> web.AppRunner:
    """Serve counts at /health: status 200, or 503 when "status" is not "ok"; with metrics also those, at /metrics.

    Args:
        counts: "status" and numbers.
        host: address to listen on.
        port: 0 for any.
        metrics: of this process.

    Raises:
        OSError: the port is taken.

    Returns:
        What has to be cleaned up at the end.
    """

    async def answer(_: web.Request) -> web.Response:
        now = counts()
        return web.json_response(now, status=200 if now["status"] == OK else 503)

    app = web.Application()
    with_headers(app, FOR_PROGRAMS)
    app.router.add_get(PATH, answer)
    if metrics:
        _add_metrics(app, metrics)
    return await listening(app, host, port, _BOUNDS, _CLOSING_SECONDS)


def _add_metrics(app: web.Application, metrics: Metrics) -> None:
    from bot.metrics import PATH as METRICS_PATH

    async def answer(_: web.Request) -> web.Response:
        page = metrics.page()
        return web.Response(body=page.body, headers={"Content-Type": page.content_type})

    app.router.add_get(METRICS_PATH, answer)
