"""The judge of the soak notices what it is for."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError

from tests.bot.channels.telegram.scenes import bot_of
from tests.helpers.telegram_server import NO_LIMITS, Fault, TelegramServer
from tests.helpers.telegram_traffic import FIRST_CHAT, Traffic, Verdict

Answers = Callable[[TelegramServer, Bot, Traffic], Awaitable[None]]


def judged(answers: Answers) -> Verdict:
    """Two people write two messages each; a bot answers as a test wants."""

    async def run() -> Verdict:
        async with TelegramServer(NO_LIMITS) as server, bot_of(server) as bot:
            traffic = Traffic(server, chats=2)
            await traffic.write(4, rate=1000)
            await answers(server, bot, traffic)
            return traffic.verdict()

    return asyncio.run(run())


async def say(bot: Bot, *tags: str) -> None:
    for tag in tags:
        await bot.send_message(FIRST_CHAT + int(tag[0]), f"#{tag} Jawaban")


def test_all_is_well() -> None:
    async def answers(server: TelegramServer, bot: Bot, traffic: Traffic) -> None:
        await say(bot, "0-1", "1-1", "1-2", "0-2")

    verdict = judged(answers)
    assert verdict.faults() == {}
    assert (verdict.sent, len(verdict.waits)) == (4, 4)


def test_silence_and_loss_are_noticed() -> None:
    async def answers(server: TelegramServer, bot: Bot, traffic: Traffic) -> None:
        await say(bot, "0-2")

    verdict = judged(answers)
    assert verdict.lost == ["0-1", "1-1", "1-2"]
    assert verdict.silent == [1]


def test_another_order_is_noticed() -> None:
    async def answers(server: TelegramServer, bot: Bot, traffic: Traffic) -> None:
        await say(bot, "0-2", "0-1", "1-1", "1-2")

    assert judged(answers).faults() == {"disordered": 1}


def test_a_second_answer_is_noticed_and_a_kill_excuses_only_what_was_just_said() -> None:
    async def answers(server: TelegramServer, bot: Bot, traffic: Traffic) -> None:
        await say(bot, "0-1", "1-1", "1-2", "0-2")
        await say(bot, "1-1")
        traffic.kills.append(time.monotonic())
        await say(bot, "0-2")

    verdict = judged(answers)
    assert (verdict.twice, verdict.at_kill) == (["1-1"], ["0-2"])

    async def late(server: TelegramServer, bot: Bot, traffic: Traffic) -> None:
        await say(bot, "0-1", "1-1", "1-2", "0-2")
        traffic.kills.append(time.monotonic() + 10)
        await say(bot, "0-2")

    assert judged(late).twice == ["0-2"]


def test_an_answer_whose_receipt_was_lost_may_come_again() -> None:
    async def answers(server: TelegramServer, bot: Bot, traffic: Traffic) -> None:
        server.faults.order("sendMessage", Fault.RESET_AFTER)
        try:
            await say(bot, "0-1")
        except NetworkError:
            await say(bot, "0-1")
        await say(bot, "1-1", "1-2", "0-2")

    verdict = judged(answers)
    assert verdict.faults() == {}
    assert verdict.unheard == ["0-1"]


def test_a_bad_request_is_noticed() -> None:
    async def answers(server: TelegramServer, bot: Bot, traffic: Traffic) -> None:
        await say(bot, "0-1", "1-1", "1-2", "0-2")
        server.world.chats.clear()
        with pytest.raises(BadRequest):
            await say(bot, "0-1")

    assert judged(answers).bad_requests == ["Bad Request: chat not found"]
