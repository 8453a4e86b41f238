from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram import delivery as delivery_module
from bot.channels.telegram.delivery import Delivery, Moved, Unreachable
from bot.channels.telegram.gate import Gate
from bot.channels.telegram.health import Health


def _call(*errors: Exception) -> tuple[Health, Callable[[], str]]:
    """Calls that fail one after the other and then succeed."""
    health, left = Health(), list(errors)

    async def send() -> str:
        if left:
            raise left.pop(0)
        return "sent"

    return health, lambda: asyncio.run(Delivery(Gate(), health).call(5, False, send))


@pytest.mark.parametrize("error", [NetworkError("502"), TimedOut(), TelegramError("?")])
def test_what_the_network_lost_is_sent_again(impatient: None, error: Exception) -> None:
    health, call = _call(error, error)
    assert call() == "sent"
    assert health.failed == 2


def test_telegrams_pause_is_kept() -> None:
    health, call = _call(RetryAfter(1))
    begin = time.monotonic()
    assert call() == "sent"
    assert time.monotonic() - begin >= 1
    assert health.refused == 1


def test_a_refused_token_is_waited_out(impatient: None) -> None:
    _, call = _call(InvalidToken("geheim"))
    assert call() == "sent"


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot was blocked by the user"),
        BadRequest("Chat not found"),
        BadRequest("Not enough rights to send text messages to the chat"),
        BadRequest("CHAT_WRITE_FORBIDDEN"),
    ],
)
def test_nobody_there_is_not_tried_again(error: Exception) -> None:
    with pytest.raises(Unreachable):
        _call(error)[1]()


def test_a_group_that_moved_says_where() -> None:
    with pytest.raises(Moved) as moved:
        _call(ChatMigrated(-100))[1]()
    assert moved.value.chat == -100


def test_what_telegram_does_not_take_is_told() -> None:
    with pytest.raises(BadRequest):
        _call(BadRequest("Message text is empty"))[1]()


def test_pauses_grow_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(delivery_module.asyncio, "sleep", sleep)
    _call(*[NetworkError("x")] * 9)[1]()
    assert waits[:3] == [0.5, 1.0, 2.0]
    assert waits[-1] == 30.0
