"""The running service and its token: wrong, revoked, used twice, Telegram out of reach."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.channels.telegram import share
from bot.errors import MissingError
from tests.bot.channels.telegram.scenes import bot_of
from tests.bot.channels.telegram.stage import SARI, FakeTalk, direct, logged, running, until
from tests.helpers.telegram_server import Fault, TelegramServer


def test_two_instances_do_not_end_each_other(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        async with running(server, tmp_path / "a", FakeTalk()) as first:
            async with running(server, tmp_path / "b", FakeTalk()) as second:
                for number in range(5):
                    sari.says(str(number))
                    await sari.hears()
                    await asyncio.sleep(0.05)
                assert not first.done()
                assert not second.done()
            sari.says("terakhir")
            await until(lambda: sari.answers()[-1]["text"] == "Jawaban: terakhir")

    with logged() as log:
        direct(scene)
    assert "another_instance_is_running" in log.text


def test_a_second_process_with_the_same_home_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    acquire = share.Share.acquire
    monkeypatch.setattr(share.Share, "acquire", lambda self: acquire(self, 0.1))

    async def scene(server: TelegramServer) -> None:
        async with running(server, tmp_path, FakeTalk()):
            with pytest.raises(MissingError, match="sudah berjalan"):
                async with running(server, tmp_path, FakeTalk()):
                    pass
            server.person(SARI).says("halo")
            await server.person(SARI).hears()

    direct(scene)


def test_a_wrong_token_ends_with_words_that_help(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        with pytest.raises(MissingError, match="Telegram menolak token") as caught:
            async with running(server, tmp_path, FakeTalk(), MAWAS_TELEGRAM_TOKEN="123:salah"):
                pass
        assert "123:salah" not in str(caught.value)

    direct(scene)


def test_a_token_that_is_revoked_and_given_back_loses_nothing(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        async with running(server, tmp_path, FakeTalk(slow={"satu": 0.2})) as service:
            sari.says("satu")
            await asyncio.sleep(0.1)
            server.revoked = True
            sari.says("dua")
            await asyncio.sleep(0.4)
            assert not service.done()
            assert sari.answers() == []
            server.revoked = False
            said = [message["text"] for message in await sari.hears(2)]
            assert said == ["Jawaban: satu", "Jawaban: dua"]

    with logged() as log:
        direct(scene)
    assert "token_refused" in log.text


def test_telegram_that_cannot_be_reached_at_the_start_is_waited_for(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        server.faults.order("getMe", Fault.BAD_GATEWAY, times=3)
        server.faults.order("deleteWebhook", Fault.RESET, times=2)
        server.faults.order("setMyCommands", Fault.RESET, times=2)
        async with running(server, tmp_path, FakeTalk()):
            server.person(SARI).says("halo")
            await server.person(SARI).hears()
            await until(lambda: bool(server.account.commands))

    direct(scene)


def test_a_webhook_of_somebody_else_is_taken_away_without_losing_updates(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        async with bot_of(server) as bot:
            await bot.set_webhook("https://tempat-lain.example/hook")
        server.webhook.proxy = {"https://tempat-lain.example": "http://127.0.0.1:9"}
        server.person(SARI).says("halo")
        async with running(server, tmp_path, FakeTalk()):
            await server.person(SARI).hears()

    direct(scene)
