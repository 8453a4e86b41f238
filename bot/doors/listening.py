"""Listens, with bounds: whoever opens connections and says nothing must not keep others out.

aiohttp waits for ever for the first request of a connection; a laptop or a small server has about a thousand connections in all.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_LONGEST_END = 4
# A connection that waits for its next request, and the rest of a body that nobody reads.
_IDLE_SECONDS, _LINGERING_SECONDS = 30.0, 2.0
# Requests of one connection that wait for the answer to an earlier one.
_MOST_QUEUED = 20
# That bring no new request: more than any body that a door takes, and than any head.
_MOST_BYTES = 2 * 1024 * 1024


class _Reticent(logging.Filter):
    """Lines of aiohttp quote what was received: of an error only its kind is written, of what is no HTTP nothing."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            record.msg, record.args = f"{record.msg}: %s", (type(error).__name__,)
            record.exc_info = None
        return not isinstance(error, HttpProcessingError)


_LOGGER = logging.getLogger(__name__)
_LOGGER.addFilter(_Reticent())


@dataclass(frozen=True)
class Bounds:
    """What a door takes.

    Attributes:
        connections: open at once.
        from_one: of these, from one address; behind a proxy all come from one.
        head_seconds: in which the head of a connection's first request has to be there (s).
    """

    connections: int
    from_one: int
    head_seconds: float = 10.0


async def listening(
    app: web.Application,
    host: str,
    port: int,
    bounds: Bounds,
    closing_seconds: float,
    shared: bool = False,
) -> web.AppRunner:
    """Serve an application.

    Args:
        app: what answers.
        host: address to listen on.
        port: 0 for any.
        bounds: of its connections.
        closing_seconds: so long what is in hand may take at the end (s).
        shared: others listen there too; the system deals connections out among them.

    Raises:
        OSError: the port is taken.

    Returns:
        What has to be cleaned up at the end.
    """
    runner = web.AppRunner(
        app,
        access_log=None,
        shutdown_timeout=closing_seconds,
        keepalive_timeout=_IDLE_SECONDS,
        lingering_time=_LINGERING_SECONDS,
        logger=_LOGGER,
        # A few bytes could become gigabytes; nothing that asks here packs its questions.
        auto_decompress=False,
    )
    await runner.setup()
    try:
        await _Site(runner, host, port, bounds, shared).start()
    except OSError:
        await runner.cleanup()
        raise
    return runner


class _Site(web.BaseSite):
    def __init__(
        self, runner: web.AppRunner, host: str, port: int, bounds: Bounds, shared: bool
    ) -> None:
        super().__init__(runner)
        self._host, self._port, self._bounds, self._shared = host, port, bounds, shared

    @property
    def name(self) -> str:
        return f"http://{self._host}:{self._port}"

    async def start(self) -> None:
        await super().start()
        answering = self._runner.server
        assert answering is not None  # noqa: S101 (the runner was set up)
        door = _Door(self._bounds)
        self._server = await asyncio.get_running_loop().create_server(
            lambda: _Connection(answering(), door),
            self._host,
            self._port,
            reuse_port=self._shared or None,
        )


class _Door:
    """Counts connections."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self._from: Counter[str] = Counter()

    def enter(self, address: str) -> bool:
        """Whether one more may come from there; it is counted then."""
        if self._from.total() >= self.bounds.connections:
            return False
        if self._from[address] >= self.bounds.from_one:
            return False
        self._from[address] += 1
        return True

    def leave(self, address: str) -> None:
        """One that was counted is gone."""
        self._from[address] -= 1
        if not self._from[address]:
            del self._from[address]


class _Connection(asyncio.Protocol):
    """Stands before what answers, and hands everything on."""

    def __init__(self, answering: web.RequestHandler, door: _Door) -> None:
        self._answering, self._door = answering, door
        self._transport: asyncio.Transport | None = None
        self._address: str | None = None
        self._bytes = 0
        self._head_timer: asyncio.TimerHandle | None = None
        self._tail = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop, which Rasa brings along, does not derive its own from this.
        transport = cast("asyncio.Transport", transport)
        peer = transport.get_extra_info("peername")
        address = str(peer[0]) if peer else ""
        if not self._door.enter(address):
            transport.abort()
            return
        self._address, self._transport = address, transport
        self._head_timer = asyncio.get_running_loop().call_later(
            self._door.bounds.head_seconds, transport.abort
        )
        self._answering.connection_made(transport)

    def data_received(self, data: bytes) -> None:
        if self._address is None:
            return
        if self._head_timer:
            seen = self._tail + data
            if _END_OF_HEAD.search(seen):
                self._stop_timer()
            self._tail = seen[1 - _LONGEST_END :]
        # Its counts are not public, but aiohttp 3.9 bounds neither and the lock holds no other.
        asked = self._answering._request_count
        self._answering.data_received(data)
        self._bytes = self._bytes + len(data) if self._answering._request_count == asked else 0
        is_flood = len(self._answering._messages) > _MOST_QUEUED or self._bytes > _MOST_BYTES
        if is_flood and self._transport:
            self._transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._address is None:
            return
        self._stop_timer()
        self._door.leave(self._address)
        self._answering.connection_lost(exc)

    def eof_received(self) -> bool | None:
        return self._hand_on(self._answering.eof_received)

    def pause_writing(self) -> None:
        self._hand_on(self._answering.pause_writing)

    def resume_writing(self) -> None:
        self._hand_on(self._answering.resume_writing)

    def _hand_on(self, call: Callable[[], bool | None]) -> bool | None:
        return None if self._address is None else call()

    def _stop_timer(self) -> None:
        if self._head_timer:
            self._head_timer.cancel()
            self._head_timer = None
            self._tail = b""
