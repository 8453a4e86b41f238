from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.channels.telegram import polling as polling_module
from bot.channels.telegram.health import Health
from bot.channels.telegram.polling import Polling
from tests.bot.channels.telegram.updates import message


class FakeBot:
    """Gives what it has, and keeps it until a higher offset confirms it."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.pending = [message(1), message(2)]
        self.offsets: list[int | None] = []

    async def get_updates(
        self, offset: int | None, timeout: int, allowed_updates: Sequence[str]
    ) -> tuple[Update, ...]:
        await asyncio.sleep(0)
        self.offsets.append(offset)
        if self.errors:
            raise self.errors.pop(0)
        self.pending = [row for row in self.pending if row["update_id"] >= (offset or 0)]
        if not self.pending:
            await asyncio.sleep(60)
        return tuple(update for row in self.pending if (update := Update.de_json(row, None)))


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


def _poll(bot: FakeBot, receiver: Receiver, seconds: float = 0.3) -> None:
    async def run() -> None:
        polling = Polling(bot, receiver, lambda: receiver.waiting, Health())  # type: ignore[arg-type]
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(polling.run(), seconds)

    asyncio.run(run())


def test_updates_are_confirmed_after_they_were_written_down() -> None:
    bot, receiver = FakeBot(), Receiver()
    _poll(bot, receiver)
    assert receiver.received == [1, 2]
    assert bot.offsets == [None, 3]


def test_what_could_not_be_written_down_is_fetched_again(impatient: None) -> None:
    bot, receiver = FakeBot(), Receiver(OSError("disk full"))
    _poll(bot, receiver)
    assert receiver.received == [1, 2]
    assert bot.offsets == [None, None, 3]


@pytest.mark.parametrize(
    "error",
    [NetworkError("502"), Conflict("x"), InvalidToken("x"), ValueError("unreadable")],
    ids=lambda error: type(error).__name__,
)
def test_nothing_ends_the_polling(impatient: None, error: Exception) -> None:
    bot, receiver = FakeBot(error, error), Receiver()
    _poll(bot, receiver, 0.6)
    assert receiver.received == [1, 2]


def test_a_time_out_is_no_reason_to_wait_longer_and_longer(impatient: None) -> None:
    bot, receiver = FakeBot(*[TimedOut()] * 3), Receiver()
    _poll(bot, receiver, 0.6)
    assert receiver.received == [1, 2]


def test_telegrams_pause_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    bot, receiver = FakeBot(RetryAfter(1)), Receiver()
    _poll(bot, receiver, 0.5)
    assert receiver.received == []
    assert bot.offsets == [None]


def test_no_more_is_fetched_than_memory_should_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling_module, "_FULL_PAUSE", 0.01)
    bot, receiver = FakeBot(), Receiver()
    receiver.waiting = polling_module.MOST_WAITING
    _poll(bot, receiver, 0.1)
    assert bot.offsets == []
