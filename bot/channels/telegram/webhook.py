"""Takes updates that Telegram delivers. Each is in the inbox before Telegram is told that it arrived."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.channels.telegram.log_lines import event
from bot.doors.answers import FOR_PROGRAMS, with_headers
from bot.doors.body import arrived
from bot.doors.listening import Bounds, listening
from bot.event_lines import Seldom

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (a header's name)
# An update carries texts and numbers of files, never files.
_MOST_BYTES = 1024 * 1024
_CLOSING_SECONDS = 1.0
# Telegram opens a hundred connections at most.
_BOUNDS = Bounds(connections=300, from_one=300)

Receive = Callable[[Sequence[Mapping[str, Any]]], Awaitable[None]]


def webhook_app(url: str, secret: str, receive: Receive) -> web.Application:
    """The application that takes deliveries.

    Args:
        url: as Telegram knows it; its path is ours too.
        secret: word that Telegram sends along.
        receive: writes updates down; an update is confirmed when it returned.
    """
    forged = Seldom(event, "webhook_wrong_secret")

    async def take(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        # A header may hold bytes that are no text.
        if not hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode()):
            forged.write()
            return web.Response(status=403)
        try:
            update = await (await arrived(request)).json()
            int(update["update_id"])
        except (ValueError, TypeError, LookupError, OverflowError, RecursionError):
            # Telegram would deliver it again for a day.
            event("webhook_unreadable", logging.ERROR)
            return web.Response(status=200)
        try:
            await receive([update])
        except Exception as error:
            # Telegram delivers it again.
            event("webhook_failed", logging.ERROR, error=error)
            return web.Response(status=503)
        return web.Response(status=200)

    app = web.Application(client_max_size=_MOST_BYTES)
    with_headers(app, FOR_PROGRAMS)
    app.router.add_post(urlsplit(url).path or "/", take)
    return app


async def listen(app: web.Application, host: str, port: int, shared: bool) -> web.AppRunner:
    """Serve it.

    Args:
        app: of `webhook_app`.
        host: address to listen on.
        port: 0 for any.
        shared: other workers listen there too; the system deals deliveries out.

    Raises:
        OSError: the port is taken.

    Returns:
        What has to be cleaned up at the end.
    """
    return await listening(app, host, port, _BOUNDS, _CLOSING_SECONDS, shared)
