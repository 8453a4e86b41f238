"""Rasa's endpoints about model and conversations: with the operator's token, and only with it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.rest.app import Front
from bot.channels.rest.model_endpoints import ModelEndpoints
from bot.conversation import Conversation
from bot.pseudonym import Pseudonyms
from tests.bot.channels.rest.scenes import HOOK

TOKEN = "kata-rahasia-penguji"
WITH_TOKEN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def play(
    conversation: Conversation, loop: asyncio.AbstractEventLoop
) -> Callable[[Callable[[TestClient], Awaitable[None]]], None]:
    """Plays a scene with a program and the trained assistant."""

    def play(scene: Callable[[TestClient], Awaitable[None]]) -> None:
        async def run() -> None:
            front = Front(conversation, conversation.is_intent, Pseudonyms("kunci-penguji"))
            app = front.app()
            ModelEndpoints(lambda: conversation, front.sender, TOKEN).add_to(app)
            async with TestClient(TestServer(app)) as client:
                await scene(client)

        loop.run_until_complete(run())

    return play


async def get(client: TestClient, path: str, **options: Any) -> tuple[int, Any]:
    async with client.get(path, **options) as answer:
        return answer.status, await answer.json()


@pytest.mark.parametrize(
    "path", ["/domain", "/status", "/version", "/conversations/budi/tracker", "/domain?token=x"]
)
def test_without_the_token_nothing_is_told(play: Any, path: str) -> None:
    async def scene(client: TestClient) -> None:
        for headers in ({}, {"Authorization": "Bearer x"}, {"Authorization": "Bearer ü"}):
            status, told = await get(client, path, headers=headers)
            assert (status, told["reason"]) == (401, "NotAuthenticated")
            assert TOKEN not in str(told)

    play(scene)


def test_a_conversation_is_found_under_the_name_that_the_program_gave(play: Any) -> None:
    async def scene(client: TestClient) -> None:
        path = "/conversations/budi/rt 3/tracker"
        assert (await get(client, path, headers=WITH_TOKEN))[0] == 404
        body = {"sender": "budi/rt 3", "message": "apa itu p3mi"}
        async with client.post(HOOK, json=body) as answer:
            assert answer.status == 200
        status, state = await get(client, path, headers=WITH_TOKEN)
        assert (status, state["sender_id"]) == (200, "budi/rt 3")
        said = [event["text"] for event in state["events"] if event["event"] == "user"]
        assert said == ["apa itu p3mi"]
        _, none = await get(client, f"{path}?include_events=none", headers=WITH_TOKEN)
        assert none["events"] is None
        wrong, told = await get(client, f"{path}?include_events=x", headers=WITH_TOKEN)
        assert (wrong, "Saran:" in told["message"]) == (400, True)

    play(scene)


def test_model_and_domain_are_rasas(play: Any, conversation: Conversation) -> None:
    async def scene(client: TestClient) -> None:
        _, domain = await get(client, f"/domain?token={TOKEN}")
        assert domain["intents"]
        _, status = await get(client, "/status", headers=WITH_TOKEN)
        assert status["model_file"].endswith(".tar.gz")
        async with client.post("/model/parse", json={"text": "halo"}, headers=WITH_TOKEN) as answer:
            parsed = await answer.json()
        assert parsed["intent"]["name"] == parsed["intent_ranking"][0]["name"] == "sapa"
        async with client.post("/model/parse", json={}, headers=WITH_TOKEN) as answer:
            assert answer.status == 400

    play(scene)
