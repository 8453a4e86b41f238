"""The page with a client for this laptop and one for handsets, without a process of the assistant."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient

from bot.demo.hall import Hall
from tests.bot.demo.stages import SetAssistant


class Assistant(SetAssistant):
    """Set by a test; there is no process."""

    def start(self) -> None:
        self.state = "memuat"

    def stop(self) -> None:
        self.state = "berhenti"


class Desk:
    """A hall with a client for this laptop, and one for handsets."""

    def __init__(self, hall: Hall, laptop: TestClient, handset: TestClient) -> None:
        self.hall, self.laptop, self.handset = hall, laptop, handset

    async def act(self, do: str, value: Any = None, target: str = "stage") -> ClientResponse:
        body = {"target": target, "do": do, "value": value}
        return await self.laptop.post("/api/act", json=body)

    async def state(self, client: TestClient | None = None, path: str = "/api/events/layar") -> Any:
        async with (client or self.laptop).get(path) as response:
            return await next_state(response)


async def next_state(response: ClientResponse) -> Any:
    while True:
        line = await asyncio.wait_for(response.content.readline(), 10)
        if line.startswith(b"data: "):
            return json.loads(line[6:])
