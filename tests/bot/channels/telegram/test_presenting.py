"""What Telegram shows of the bot is set at the start, only where it differs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from telegram import Bot

from bot.channels.telegram.commands import ABOUT, COMMANDS, DESCRIPTION
from bot.channels.telegram.presenting import present
from tests.bot.channels.telegram.scenes import bot_of
from tests.bot.channels.telegram.stage import (
    HASTY,
    SARI,
    FakeTalk,
    direct,
    logged,
    running,
    until,
)
from tests.helpers.telegram_server import NO_LIMITS, Fault, TelegramServer

CHANGES = ("setMyCommands", "setMyDescription", "setMyShortDescription")


def play(scene: Callable[[TelegramServer, Bot], Awaitable[None]]) -> TelegramServer:
    async def run() -> TelegramServer:
        async with TelegramServer(NO_LIMITS) as server, bot_of(server) as bot:
            await scene(server, bot)
            return server

    return asyncio.run(run())


def changes(server: TelegramServer) -> list[str]:
    return [call.method for call in server.calls if call.method in CHANGES]


def test_a_new_bot_is_presented_and_an_unchanged_one_is_left_alone() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        await present(bot, HASTY)
        assert changes(server) == list(CHANGES)
        await present(bot, HASTY)

    server = play(scene)
    assert changes(server) == list(CHANGES)
    assert server.account.descriptions == {"description": DESCRIPTION, "short_description": ABOUT}
    (commands,) = server.account.commands.values()
    assert [(row["command"], row["description"]) for row in commands] == list(COMMANDS)


def test_only_what_differs_is_changed() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        await present(bot, HASTY)
        server.account.descriptions["description"] = "Dulu begini."
        server.calls.clear()
        await present(bot, HASTY)

    server = play(scene)
    assert changes(server) == ["setMyDescription"]
    assert server.account.descriptions["description"] == DESCRIPTION


@pytest.mark.parametrize("refused", ["getMyDescription", "setMyDescription"])
def test_one_that_telegram_refuses_does_not_keep_the_others_away(refused: str) -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        # As a server that does not know the method answers.
        server._methods.pop(refused.lower())
        await present(bot, HASTY)

    with logged() as log:
        server = play(scene)
    assert "event=not_presented" in log.text
    assert server.account.descriptions == {"short_description": ABOUT}


def test_a_broken_line_is_waited_out() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        server.faults.order("getMyShortDescription", Fault.RESET, times=2)
        server.faults.order("setMyShortDescription", Fault.BAD_GATEWAY)
        await present(bot, HASTY)

    assert play(scene).account.descriptions["short_description"] == ABOUT


def test_a_bot_that_cannot_be_presented_answers_all_the_same(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        for change in CHANGES:
            server._methods.pop(change.lower())
        async with running(server, tmp_path, FakeTalk()) as service:
            await until(lambda: log.text.count("event=not_presented") == len(CHANGES))
            server.person(SARI).says("halo")
            await server.person(SARI).hears()
            assert not service.done()

    with logged() as log:
        direct(scene)
