"""Locks of a Redis that answers too late, or not at all: none is left that nobody gives back."""

from __future__ import annotations

import asyncio

import pytest
from redis.asyncio import Redis

from bot.shared_locks import SharedLocks
from tests.bot.test_locks import turn
from tests.helpers.redis import RedisServer

pytestmark = pytest.mark.asyncio


async def test_a_lock_that_redis_gave_too_late_is_given_back() -> None:
    with RedisServer() as server:
        # So long that it would not expire by itself.
        locks = SharedLocks(server.url, 60.0)
        async with locks.of("x"):
            pass
        log: list[str] = []
        server.pause()
        await turn(locks, "x", "late", log)
        assert locks.is_away
        assert len(log) == 2
        server.go_on()
        while locks.is_away:
            await asyncio.sleep(0.01)
        client = Redis.from_url(server.url)
        while await client.keys("*"):
            await asyncio.sleep(0.01)
        assert locks._server is not None
        assert locks._server._owed == []
        await client.close()
        await locks.close()


async def test_what_was_never_sent_is_not_owed() -> None:
    with RedisServer() as server:
        locks = SharedLocks(server.url, 60.0)
        server.stop()
        await turn(locks, "x", "a", [])
        assert locks.is_away
        await turn(locks, "x", "b", [])
        assert locks._server is not None
        assert len(locks._server._owed) == 1
        await locks.close()
