"""Speaks to an application on the loopback."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from typing import Any

from aiohttp import ClientError
from aiohttp.test_utils import TestClient, TestServer

JSON = {"Content-Type": "application/json"}


@contextlib.contextmanager
def client(app: Any) -> Iterator[tuple[TestClient, asyncio.AbstractEventLoop]]:
    loop = asyncio.new_event_loop()

    async def started() -> TestClient:
        found = TestClient(TestServer(app))
        await found.start_server()
        return found

    made = loop.run_until_complete(started())
    yield made, loop
    loop.run_until_complete(made.close())
    loop.close()


async def posted(
    client: TestClient, path: str, sent: bytes, headers: dict[str, str]
) -> tuple[int, str]:
    async with client.post(path, data=sent, headers=headers) as answer:
        return answer.status, await answer.text()


async def got(client: TestClient, path: str, query: dict[str, str]) -> int:
    said = {name: words.encode("utf-8", "replace").decode() for name, words in query.items()}
    try:
        async with client.get(path, params=said) as answer:
            return answer.status
    except (ClientError, ValueError):
        # The client itself refuses some of it.
        return 400
