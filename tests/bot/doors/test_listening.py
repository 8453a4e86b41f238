"""Connections that say nothing are ended, and nobody takes the places of all."""

from __future__ import annotations

import asyncio
import logging
import sys
import zlib
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
from aiohttp import web

from bot.doors import body as body_module
from bot.doors.answers import FOR_PROGRAMS, with_headers
from bot.doors.body import arrived
from bot.doors.listening import Bounds, listening

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Connect = Callable[[], Awaitable[Streams]]
LOOPS = [asyncio.SelectorEventLoop]
if sys.platform != "win32":
    import uvloop

    LOOPS.append(uvloop.new_event_loop)
HEAD = b"POST /kata HTTP/1.1\r\nHost: mawas\r\nContent-Length: 5\r\n\r\n"
PATIENT = Bounds(connections=4, from_one=4)
HASTY = Bounds(connections=4, from_one=4, head_seconds=0.2)


def play(bounds: Bounds, scene: Callable[[Connect], Awaitable[None]]) -> None:
    """With a server that repeats what it gets at /kata; once in each kind of event loop."""

    async def repeat(request: web.Request) -> web.Response:
        return web.Response(text=await (await arrived(request)).text())

    async def fail(_: web.Request) -> web.Response:
        raise ValueError("nomor 081234567890")

    async def run() -> None:
        app = web.Application(client_max_size=100)
        with_headers(app, FOR_PROGRAMS)
        app.router.add_post("/kata", repeat)
        app.router.add_post("/gagal", fail)
        runner = await listening(app, "127.0.0.1", 0, bounds, 1.0)
        port = runner.addresses[0][1]
        opened: list[asyncio.StreamWriter] = []

        async def connect() -> Streams:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            opened.append(writer)
            return reader, writer

        try:
            await scene(connect)
        finally:
            for writer in opened:
                writer.close()
            await runner.cleanup()

    # Rasa makes uvloop the loop of every program that it is loaded in; the facilitator's page has asyncio's own.
    for new_loop in LOOPS:
        loop = new_loop()
        try:
            loop.run_until_complete(asyncio.wait_for(run(), 30))
        finally:
            loop.close()


async def ended(reader: asyncio.StreamReader) -> bool:
    with suppress(ConnectionError):
        return await reader.read() == b""
    return True


async def asked(connect: Connect, request: bytes = HEAD + b"tolon") -> bytes:
    reader, writer = await connect()
    writer.write(request)
    return await reader.readuntil(b"\r\n")


@pytest.mark.parametrize("head", [b"", b"POST /kata HTTP/1.1\r\n", HEAD[:-2], HEAD[:-1]])
def test_who_does_not_end_the_head_of_a_request_is_let_go(head: bytes) -> None:
    async def scene(connect: Connect) -> None:
        reader, writer = await connect()
        writer.write(head)
        assert await ended(reader)

    play(HASTY, scene)


def test_a_letter_now_and_then_wins_no_time() -> None:
    async def scene(connect: Connect) -> None:
        reader, writer = await connect()
        writer.write(b"POST /kata HTTP/1.1\r\nX-Kata: ")
        ending = asyncio.ensure_future(ended(reader))
        with suppress(ConnectionError):
            while not ending.done():
                writer.write(b"a")
                await asyncio.sleep(0.02)
        assert await ending

    play(HASTY, scene)


def test_a_head_that_comes_in_pieces_is_a_head() -> None:
    async def scene(connect: Connect) -> None:
        reader, writer = await connect()
        for letter in HEAD:
            writer.write(bytes([letter]))
            await writer.drain()
            await asyncio.sleep(0)
        # Longer than a head may take: a body has its own time, and so has an answer.
        await asyncio.sleep(3 * HASTY.head_seconds)
        writer.write(b"tolon")
        assert await reader.readuntil(b"\r\n") == b"HTTP/1.1 200 OK\r\n"

    play(HASTY, scene)


def test_a_body_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body_module, "BODY_SECONDS", 0.1)

    async def scene(connect: Connect) -> None:
        assert b" 408 " in await asked(connect, HEAD + b"to")

    play(PATIENT, scene)


def test_a_body_that_is_too_large_is_refused() -> None:
    async def scene(connect: Connect) -> None:
        large = HEAD.replace(b" 5\r\n", b" 101\r\n") + b"x" * 101
        assert b" 413 " in await asked(connect, large)
        chunked = HEAD.replace(b"Content-Length: 5", b"Transfer-Encoding: chunked")
        assert b" 413 " in await asked(connect, chunked + b"65\r\n" + b"x" * 101 + b"\r\n0\r\n\r\n")

    play(PATIENT, scene)


def test_a_packed_body_stays_packed() -> None:
    async def scene(connect: Connect) -> None:
        packed = zlib.compress(b"a" * 10_000_000)[:90]
        head = HEAD.replace(b" 5\r\n", b" 90\r\nContent-Encoding: deflate\r\n")
        reader, writer = await connect()
        writer.write(head + packed)
        # No text any more, and no bomb either.
        assert b" 500 " in await reader.readuntil(b"\r\n")

    play(PATIENT, scene)


@pytest.mark.parametrize(
    "flood",
    [
        b"POST /tidak-ada HTTP/1.1\r\nHost: mawas\r\nContent-Length: 0\r\n\r\n" * 5000,
        HEAD[:-2] + b"X-Kata: tolong\r\n" * 200_000,
        HEAD.replace(b"Content-Length: 5", b"Transfer-Encoding: chunked")
        + b"1\r\na\r\n0\r\n"
        + b"X-Kata: tolong\r\n" * 200_000,
    ],
    ids=["requests at once", "a head without end", "a trailer without end"],
)
def test_who_sends_without_end_is_let_go(flood: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body_module, "BODY_SECONDS", 1000)

    async def scene(connect: Connect) -> None:
        reader, writer = await connect()
        with suppress(ConnectionError):
            writer.write(flood)
            await writer.drain()
        with suppress(ConnectionError):
            assert len(await reader.read()) < 100_000
        assert b" 200 " in await asked(connect)

    # Not because it took too long.
    play(Bounds(9, 9, head_seconds=1000), scene)


def test_what_follows_an_upgrade_is_no_request() -> None:
    async def scene(connect: Connect) -> None:
        head = b"GET /tidak-ada HTTP/1.1\r\nHost: mawas\r\n"
        upgrade = b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        reader, writer = await connect()
        writer.write(head + upgrade + b"\r\n" + head + b"\r\n")
        with suppress(ConnectionError):
            assert (await reader.read()).count(b"HTTP/1.1 ") == 1

    play(PATIENT, scene)


@pytest.mark.parametrize("bounds", [Bounds(2, 9), Bounds(9, 2)], ids=["in all", "of one"])
def test_one_connection_too_many_is_let_go_and_a_place_that_is_free_is_given(
    bounds: Bounds,
) -> None:
    async def scene(connect: Connect) -> None:
        _, first = await connect()
        await connect()
        reader, _ = await connect()
        assert await ended(reader)
        first.close()
        await first.wait_closed()
        for _ in range(100):
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                assert b" 200 " in await asked(connect)
                return
            await asyncio.sleep(0.02)
        raise AssertionError("the place was not given")

    play(bounds, scene)


def test_an_error_is_named_and_nothing_that_was_sent_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def scene(connect: Connect) -> None:
        assert b" 400 " in await asked(connect, b"rahasia\x00 / HTTP/1.1\r\n\r\n")
        assert b" 500 " in await asked(connect, HEAD.replace(b"/kata", b"/gagal") + b"tolon")

    with caplog.at_level(logging.DEBUG):
        play(PATIENT, scene)
    assert [record.getMessage() for record in caplog.records if record.levelno > logging.DEBUG] == [
        "Error handling request: ValueError"
    ] * len(LOOPS)
    assert "0812" not in caplog.text
    assert "rahasia" not in caplog.text
