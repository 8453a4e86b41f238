"""Deliveries that Telegram did not make, and those that cannot be read."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.telegram.webhook import SECRET_HEADER, webhook_app
from bot.doors import body as body_module
from bot.event_lines import Seldom

SECRET = "rahasia-penguji-1"
UPDATE = {"update_id": 1, "message": {"text": "tolong"}}
Received = list[Mapping[str, Any]]


def play(scene: Callable[[TestClient, Received], Awaitable[None]]) -> None:
    received: Received = []

    async def receive(updates: Sequence[Mapping[str, Any]]) -> None:
        received.extend(updates)

    async def run() -> None:
        app = webhook_app("https://mawas.example/kait", SECRET, receive)
        async with TestClient(TestServer(app)) as client:
            await scene(client, received)

    asyncio.run(run())


@pytest.mark.parametrize(
    "given",
    [
        None,
        "",
        SECRET[:-1],
        SECRET + "x",
        SECRET.upper(),
        f" {SECRET} x",
        "\udcff\udcfe",
        "r\u00e4h",
    ],
)
def test_who_does_not_know_the_secret_is_refused_and_nothing_is_read(given: str | None) -> None:
    async def scene(client: TestClient, received: Received) -> None:
        headers = {} if given is None else {SECRET_HEADER: given}
        async with client.post("/kait", json=UPDATE, headers=headers) as answer:
            assert answer.status == 403
        # Not even its size is looked at.
        async with client.post("/kait", data=b"x" * 2_000_000, headers=headers) as answer:
            assert answer.status == 403
        assert received == []

    play(scene)


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 200_000,
        b'{"update_id": 1e999}',
        b'{"update_id": null}',
        b'{"message": {}}',
        b"\xff\xfe",
        b'"update_id"',
    ],
)
def test_what_cannot_be_read_is_confirmed_for_it_would_come_again_for_a_day(body: bytes) -> None:
    async def scene(client: TestClient, received: Received) -> None:
        async with client.post("/kait", data=body, headers={SECRET_HEADER: SECRET}) as answer:
            assert answer.status == 200
        assert received == []

    play(scene)


def test_a_delivery_that_stops_halfway_is_not_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body_module, "BODY_SECONDS", 0.1)

    async def scene(client: TestClient, received: Received) -> None:
        never = asyncio.Event()

        async def halfway() -> Any:
            yield b'{"update_id": 1'
            await never.wait()

        async with client.post("/kait", data=halfway(), headers={SECRET_HEADER: SECRET}) as answer:
            assert answer.status == 408
        assert received == []

    play(scene)


def test_a_flood_of_forged_deliveries_does_not_fill_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(logging.getLogger("mawas.telegram"), "propagate", True)

    async def scene(client: TestClient, _: Received) -> None:
        for _ in range(50):
            async with client.post("/kait", json=UPDATE) as answer:
                assert answer.status == 403

    play(scene)
    lines = [record.getMessage() for record in caplog.records if "webhook" in record.getMessage()]
    assert lines == ["event=webhook_wrong_secret times=1"]


def test_a_line_says_how_often_it_was_left_out() -> None:
    now = [0.0]
    lines: list[tuple[str, int]] = []
    seldom = Seldom(lambda name, times: lines.append((name, times)), "x", lambda: now[0])
    for now[0] in (0.0, 1.0, 59.0, 60.0, 61.0, 200.0):
        seldom.write()
    assert lines == [("x", 1), ("x", 3), ("x", 2)]
