"""Server-sent events: every window hears the new state after every change."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import Counter
from collections.abc import Callable

from aiohttp import web

from bot.demo.part import Json

# A line now and then keeps the connection, and finds out that a window was closed.
_BEAT_SECONDS = 15.0
# Each open window costs a connection. Handsets have theirs apart: however many there are, the wall keeps its own.
MOST_WINDOWS = 100
# Handsets of a full hall.
MOST_HANDSETS = 400
# Handsets behind one router have one address, and one handset must not take the connections of all.
MOST_FROM_ONE = 100
# How long a window waits before it asks again, in milliseconds.
_RETRY = 700
_FULL = "Terlalu banyak jendela yang terbuka. Tutup beberapa, lalu muat ulang."


class Windows:
    """The windows that are open. Used in the thread of the event loop only.

    Args:
        most: windows that may be open.
        most_from_one: of these, from one address.
    """

    def __init__(self, most: int = MOST_WINDOWS, most_from_one: int = MOST_WINDOWS) -> None:
        """No window is open."""
        self._most, self._most_from_one = most, most_from_one
        self._bells: set[asyncio.Event] = set()
        self._from: Counter[str] = Counter()
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
        address = request.remote or ""
        if len(self._bells) >= self._most or self._from[address] >= self._most_from_one:
            raise web.HTTPServiceUnavailable(text=_FULL)
        bell = asyncio.Event()
        bell.set()
        self._bells.add(bell)
        self._from[address] += 1
        try:
            return await self._serve(request, bell, view)
        finally:
            self._bells.discard(bell)
            self._from[address] -= 1
            if not self._from[address]:
                del self._from[address]

    async def _serve(
        self, request: web.Request, bell: asyncio.Event, view: Callable[[], Json]
    ) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream; charset=utf-8",
                "Cache-Control": "no-store",
            }
        )
        await response.prepare(request)
        with contextlib.suppress(ConnectionError):
            await response.write(f"retry: {_RETRY}\n\n".encode())
            while not self._closing:
                await response.write(await _next_line(bell, view))
        return response


async def _next_line(bell: asyncio.Event, view: Callable[[], Json]) -> bytes:
    try:
        await asyncio.wait_for(bell.wait(), _BEAT_SECONDS)
    except asyncio.TimeoutError:
        return b": \n\n"
    bell.clear()
    return b"data: " + json.dumps(view(), ensure_ascii=False).encode() + b"\n\n"
