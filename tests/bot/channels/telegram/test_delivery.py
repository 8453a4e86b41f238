from __future__ import annotations

import asyncio
import itertools
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

from bot.channels.telegram.delivery import Delivery, Moved, Unreachable
from bot.channels.telegram.gate import Gate, Rates
from bot.channels.telegram.health import Health
from tests.helpers.virtual_time import run as run_virtually

UNLIMITED = Rates(1e6, 1e6, 1000, 1e6)


def _call(*errors: Exception) -> tuple[Health, Callable[[], list[float]]]:
    """Calls that fail one after the other and then succeed; tells the seconds between them."""
    health, left = Health(), list(errors)

    async def run() -> list[float]:
        times: list[float] = []

        async def send() -> str:
            times.append(asyncio.get_running_loop().time())
            if left:
                raise left.pop(0)
            return "sent"

        assert await Delivery(Gate(UNLIMITED), health).call(5, False, send) == "sent"
        return [later - at for at, later in itertools.pairwise(times)]

    return health, lambda: run_virtually(run())


@pytest.mark.parametrize("error", [NetworkError("502"), TimedOut(), TelegramError("?")])
def test_what_the_network_lost_is_sent_again(error: Exception) -> None:
    health, call = _call(error, error)
    assert call() == pytest.approx([0.5, 1], abs=0.01)
    assert health.failed == 2


def test_telegrams_pause_is_kept() -> None:
    health, call = _call(RetryAfter(7))
    assert call() == pytest.approx([7.1], abs=0.01)
    assert health.refused == 1


def test_a_refused_token_is_waited_out() -> None:
    _, call = _call(InvalidToken("geheim"))
    assert call() == pytest.approx([60], abs=0.01)


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


def test_pauses_grow_but_not_for_ever() -> None:
    waits = _call(*[NetworkError("x")] * 9)[1]()
    assert waits == pytest.approx([0.5, 1, 2, 4, 8, 16, 30, 30, 30], abs=0.01)
