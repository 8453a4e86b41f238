"""Messages that come faster than they are answered."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp.test_utils import TestClient

from bot.channels.rest import app as app_module
from bot.channels.rest.app import Front
from tests.bot.channels.rest.scenes import HOOK, Echo
from tests.bot.channels.rest.test_app import ask, play


def test_too_many_at_once_are_sent_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_module, "MOST_WAITING", 2)

    async def scene(client: TestClient, front: Front, echo: Echo) -> None:
        echo.gate.clear()
        two = [
            asyncio.create_task(ask(client, {"sender": name, "message": "halo"})) for name in "ab"
        ]
        while front.counts.waiting < 2:
            await asyncio.sleep(0.01)
        async with client.post(HOOK, json={"sender": "c", "message": "halo"}) as answer:
            assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
        echo.gate.set()
        assert [status for status, _ in await asyncio.gather(*two)] == [200, 200]
        assert (await ask(client, {"sender": "c", "message": "halo"}))[0] == 200

    play(scene)


def test_one_person_does_not_take_the_places_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_module, "MOST_OF_ONE", 2)

    async def scene(client: TestClient, front: Front, echo: Echo) -> None:
        echo.gate.clear()
        body = {"sender": "a", "message": "halo"}
        two = [asyncio.create_task(ask(client, body)) for _ in range(2)]
        while front.counts.waiting < 2:
            await asyncio.sleep(0.01)
        assert (await ask(client, body))[0] == 503
        other = asyncio.create_task(ask(client, {"sender": "b", "message": "tolong"}))
        while front.counts.waiting < 3:
            await asyncio.sleep(0.01)
        echo.gate.set()
        answers = await asyncio.gather(*two, other)
        assert [status for status, _ in answers] == [200, 200, 200]
        assert (await ask(client, body))[0] == 200
        # Who does not wait is not remembered.
        assert not front._waiting

    play(scene)
