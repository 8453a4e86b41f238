"""The page for tests."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import cast

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.demo.app import facilitator_app, handset_app
from bot.demo.assistant import AssistantProcess
from bot.demo.hall import Hall
from bot.settings import Settings
from knowledge.store import Store
from tests.bot.demo.desks import Assistant, Desk


@pytest.fixture
def at_desk(
    tmp_path: Path, real_store: Store
) -> Callable[[Callable[[Desk], Awaitable[None]]], None]:
    """Run a test with both applications."""
    settings = Settings(home=tmp_path, db_url=real_store._url, log_level=30)

    async def inside(test: Callable[[Desk], Awaitable[None]]) -> None:
        hall = Hall(settings, cast("AssistantProcess", Assistant()))
        laptop = TestClient(TestServer(facilitator_app(hall)))
        await laptop.start_server()
        hall.listens_at(cast("int", laptop.port))
        handset = TestClient(TestServer(handset_app(hall)))
        await handset.start_server()
        hall.open_to_handsets("127.0.0.1", cast("int", handset.port))
        hall.open_soon()
        await cast("asyncio.Task[None]", hall._opening)
        try:
            await test(Desk(hall, laptop, handset))
        finally:
            await hall.close()
            await laptop.close()
            await handset.close()

    return lambda test: asyncio.run(inside(test))
