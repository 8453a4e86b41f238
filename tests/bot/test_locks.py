"""One turn of a conversation at a time, in a process and between processes."""

from __future__ import annotations

import asyncio
import logging
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from bot.locks import LocalLocks, Locks, locks_of
from bot.paths import ROOT
from bot.settings import Settings
from bot.shared_locks import SharedLocks
from tests.helpers.redis import RedisServer

pytestmark = pytest.mark.asyncio

EXPIRY = 0.3


@pytest.fixture(scope="module")
def server() -> Iterator[RedisServer]:
    with RedisServer() as server:
        yield server


@pytest_asyncio.fixture
async def shared(server: RedisServer) -> AsyncIterator[tuple[SharedLocks, SharedLocks]]:
    """The locks of two processes."""
    both = SharedLocks(server.url, EXPIRY), SharedLocks(server.url, EXPIRY)
    yield both
    for each in both:
        await each.close()


async def turn(locks: Locks, sender: str, name: str, log: list[str], pause: float = 0.0) -> None:
    async with locks.of(sender):
        log.append(f"{name} begins")
        await asyncio.sleep(pause)
        log.append(f"{name} ends")


def whole(log: list[str]) -> bool:
    """No turn began inside another."""
    return all(
        begin.replace("begins", "ends") == end
        for begin, end in zip(log[::2], log[1::2], strict=True)
    )


async def test_turns_of_a_conversation_keep_their_order() -> None:
    locks, log = LocalLocks(), list[str]()
    await asyncio.gather(*(turn(locks, "x", str(number), log) for number in range(20)))
    assert [line.split()[0] for line in log[::2]] == [str(number) for number in range(20)]
    assert whole(log)


async def test_conversations_do_not_wait_for_each_other() -> None:
    locks, log = LocalLocks(), list[str]()
    async with locks.of("x"):
        await turn(locks, "y", "y", log)
    assert log == ["y begins", "y ends"]


async def test_nothing_is_kept_of_who_is_idle() -> None:
    locks, log = LocalLocks(), list[str]()
    await asyncio.gather(*(turn(locks, f"x{number % 3}", "t", log) for number in range(9)))
    assert locks.held == 0


async def test_who_gives_up_waiting_holds_nobody_up() -> None:
    locks, log = LocalLocks(), list[str]()
    async with locks.of("x"):
        impatient = asyncio.create_task(turn(locks, "x", "a", log))
        patient = asyncio.create_task(turn(locks, "x", "b", log))
        await asyncio.sleep(0)
        impatient.cancel()
        await asyncio.gather(impatient, return_exceptions=True)
    await patient
    assert log == ["b begins", "b ends"]
    assert locks.held == 0


async def test_a_turn_that_fails_gives_its_lock_back() -> None:
    locks = LocalLocks()
    with pytest.raises(ValueError, match="x"):
        async with locks.of("x"):
            raise ValueError("x")
    await turn(locks, "x", "a", [])


async def test_redis_is_used_where_it_is_named(tmp_path: Path) -> None:
    environment = {"MAWAS_HOME": str(tmp_path)}
    assert isinstance(locks_of(Settings.from_environment(environment)), LocalLocks)
    environment["MAWAS_REDIS_URL"] = "redis://127.0.0.1:1/0"
    assert isinstance(locks_of(Settings.from_environment(environment)), SharedLocks)


async def test_two_processes_take_turns(shared: tuple[SharedLocks, SharedLocks]) -> None:
    log: list[str] = []
    await asyncio.gather(
        *(turn(shared[number % 2], "x", str(number), log, 0.01) for number in range(12))
    )
    assert len(log) == 24
    assert whole(log)


async def test_a_lock_is_kept_as_long_as_its_turn(
    shared: tuple[SharedLocks, SharedLocks], server: RedisServer
) -> None:
    log: list[str] = []
    slow = asyncio.create_task(turn(shared[0], "x", "slow", log, EXPIRY * 4))
    await asyncio.sleep(EXPIRY / 3)
    await turn(shared[1], "x", "other", log)
    await slow
    assert log == ["slow begins", "slow ends", "other begins", "other ends"]


HOLDER = """
import asyncio, sys
from bot.shared_locks import SharedLocks

async def hold():
    async with SharedLocks(sys.argv[1], float(sys.argv[2])).of("x"):
        print("held", flush=True)
        await asyncio.sleep(60)

asyncio.run(hold())
"""


async def test_a_killed_process_holds_nobody_up_for_long(server: RedisServer) -> None:
    words = [sys.executable, "-c", HOLDER, server.url, str(EXPIRY)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE) as killed:
        assert killed.stdout is not None
        assert await asyncio.to_thread(killed.stdout.readline) == b"held\n"
        other, log = SharedLocks(server.url, EXPIRY), list[str]()
        waiting = asyncio.create_task(turn(other, "x", "other", log))
        # It renews its lock as long as it lives.
        await asyncio.sleep(EXPIRY * 3)
        assert log == []
        killed.kill()
    await waiting
    assert log == ["other begins", "other ends"]
    await other.close()


async def test_nobody_can_read_in_redis_who_is_talking(
    shared: tuple[SharedLocks, SharedLocks], server: RedisServer
) -> None:
    client = Redis.from_url(server.url)
    async with shared[0].of("orang-7351"):
        names = await client.keys("*")
    assert len(names) == 1
    assert b"orang-7351" not in names[0]
    assert await client.keys("*") == []
    await client.close()


async def test_while_redis_is_away_turns_go_on_and_then_share_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with RedisServer() as server:
        url = server.url.replace("//", "//:rahasia-7351@")
        locks, log = SharedLocks(server.url, EXPIRY), list[str]()
        async with locks.of("held"):
            server.stop()
        assert locks.is_away
        await asyncio.gather(*(turn(locks, "x", str(number), log, 0.01) for number in range(5)))
        assert whole(log)
        server.start()
        while locks.is_away:
            await asyncio.sleep(0.01)
        other = SharedLocks(server.url, EXPIRY)
        await asyncio.gather(
            *(turn((locks, other)[number % 2], "x", str(number), log, 0.01) for number in range(6))
        )
        assert whole(log)
        for each in (locks, other):
            await each.close()
        wrong = SharedLocks(url, EXPIRY)
        await turn(wrong, "x", "wrong password", log)
        assert wrong.is_away
        await wrong.close()
    assert "locks are away" in caplog.text
    assert "locks are back" in caplog.text
    assert "rahasia-7351" not in caplog.text


async def test_a_redis_that_says_nothing_is_asked_once(caplog: pytest.LogCaptureFixture) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        locks, log = (
            SharedLocks(f"redis://127.0.0.1:{silent.getsockname()[1]}/0", EXPIRY),
            list[str](),
        )
        with caplog.at_level(logging.ERROR):
            for number in range(50):
                await turn(locks, f"x{number}", str(number), log)
        assert len(log) == 100
        assert [record.levelname for record in caplog.records] == ["ERROR"]
        await locks.close()


def test_locks_go_along_to_another_event_loop(server: RedisServer) -> None:
    locks = SharedLocks(server.url, EXPIRY)

    async def once() -> None:
        await turn(locks, "x", "a", [])
        assert not locks.is_away
        await locks.close()

    asyncio.run(once())
    asyncio.run(once())
