"""Server-sent events: every window hears the new state after every change."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable

from aiohttp import web

from bot.demo.part import Json

# A line now and then keeps the connection, and finds out that a window was closed.
_BEAT_SECONDS = 15.0
# Handsets of a full hall; each open window costs a connection.
MOST_WINDOWS = 400
# How long a window waits before it asks again, in milliseconds.
_RETRY = 700
_FULL = "Terlalu banyak jendela yang terbuka. Tutup beberapa, lalu muat ulang."


class Windows:
    """The windows that are open. Used in the thread of the event loop only."""

    def __init__(self) -> None:
        """No window is open."""
        self._bells: set[asyncio.Event] = set()
        self._closing = False

    def changed(self) -> None:
        """Show the new state in every window."""
        for bell in self._bells:
            bell.set()

    def close(self) -> None:
        """End all connections."""
        self._closing = True
        self.changed()

    async def serve(self, request: web.Request, view: Callable[[], Json]) -> web.StreamResponse:
        """Show a window the state now and after every change, until it is closed.

        Args:
            request: of the window.
            view: makes what it shows. A slow window misses states in between and never the last one.
        """
        if len(self._bells) >= MOST_WINDOWS:
            raise web.HTTPServiceUnavailable(text=_FULL)
        response = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream; charset=utf-8",
                "Cache-Control": "no-store",
            }
        )
        await response.prepare(request)
        bell = asyncio.Event()
        bell.set()
        self._bells.add(bell)
        with contextlib.suppress(ConnectionError):
            try:
                await response.write(f"retry: {_RETRY}\n\n".encode())
                while not self._closing:
                    await response.write(await _next_line(bell, view))
            finally:
                self._bells.discard(bell)
        return response


async def _next_line(bell: asyncio.Event, view: Callable[[], Json]) -> bytes:
    try:
        await asyncio.wait_for(bell.wait(), _BEAT_SECONDS)
    except asyncio.TimeoutError:
        return b": \n\n"
    bell.clear()
    return b"data: " + json.dumps(view(), ensure_ascii=False).encode() + b"\n\n"
