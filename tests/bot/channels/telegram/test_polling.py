from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.channels.telegram import polling as polling_module
from bot.channels.telegram.health import Health
from bot.channels.telegram.polling import Polling
from tests.bot.channels.telegram.updates import message
from tests.helpers.virtual_time import run as run_virtually


class FakeBot:
    """Gives what it has, and keeps it until a higher offset confirms it."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.pending = [message(1), message(2)]
        self.offsets: list[int | None] = []
        self.at: list[float] = []

    async def fetch_updates(
        self, offset: int | None, timeout: int, allowed_updates: Sequence[str]
    ) -> list[dict[str, Any]]:
        self.offsets.append(offset)
        self.at.append(asyncio.get_running_loop().time())
        if self.errors:
            raise self.errors.pop(0)
        self.pending = [row for row in self.pending if row["update_id"] >= (offset or 0)]
        if not self.pending:
            await asyncio.sleep(timeout)
        return self.pending


class Receiver:
    """Writes updates down, sometimes not."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.received: list[int] = []
        self.waiting = 0

    async def __call__(self, updates: Sequence[Mapping[str, Any]]) -> None:
        if self.errors:
            raise self.errors.pop(0)
        assert all(update["message"]["text"] == "halo" for update in updates)
        self.received += [update["update_id"] for update in updates]


def _poll(bot: FakeBot, receiver: Receiver, seconds: float) -> None:
    async def run() -> None:
        polling = Polling(bot, receiver, lambda: receiver.waiting, Health())  # type: ignore[arg-type]
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(polling.run(), seconds)

    run_virtually(run())


def test_updates_are_confirmed_after_they_were_written_down() -> None:
    bot, receiver = FakeBot(), Receiver()
    _poll(bot, receiver, 10)
    assert receiver.received == [1, 2]
    assert bot.offsets == [None, 3]


def test_what_could_not_be_written_down_is_fetched_again() -> None:
    bot, receiver = FakeBot(), Receiver(OSError("disk full"))
    _poll(bot, receiver, 10)
    assert receiver.received == [1, 2]
    assert bot.offsets == [None, None, 3]


@pytest.mark.parametrize(
    ("error", "waits"),
    [
        (NetworkError("502"), [1, 2]),
        (Conflict("x"), [1, 2]),
        (InvalidToken("x"), [60, 60]),
        (ValueError("unreadable"), [1, 2]),
        # The usual end of a poll on a bad line is no reason to wait longer and longer.
        (TimedOut(), [1, 1]),
        (RetryAfter(7), [7, 7]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_nothing_ends_the_polling(error: Exception, waits: list[float]) -> None:
    bot, receiver = FakeBot(error, error), Receiver()
    _poll(bot, receiver, 200)
    assert receiver.received == [1, 2]
    assert [later - at for at, later in itertools.pairwise(bot.at[:3])] == pytest.approx(
        waits, abs=0.01
    )


def test_pauses_grow_but_not_for_ever() -> None:
    bot, receiver = FakeBot(*[NetworkError("x")] * 7), Receiver()
    _poll(bot, receiver, 120)
    waits = [later - at for at, later in itertools.pairwise(bot.at[:8])]
    assert waits == pytest.approx([1, 2, 4, 8, 16, 30, 30], abs=0.01)


def test_no_more_is_fetched_than_memory_should_hold() -> None:
    bot, receiver = FakeBot(), Receiver()
    receiver.waiting = polling_module.MOST_WAITING
    _poll(bot, receiver, 60)
    assert bot.offsets == []
    receiver.waiting -= 1
    _poll(bot, receiver, 10)
    assert receiver.received == [1, 2]
