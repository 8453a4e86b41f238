"""The running service when Telegram, the network or people make trouble: nothing is lost, nothing said twice, nothing secret logged."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from pathlib import Path

import pytest

from bot.messages import Reply
from tests.bot.channels.telegram.scenes import picture
from tests.bot.channels.telegram.stage import (
    BUDI,
    FAST,
    SARI,
    FakeTalk,
    act,
    direct,
    left_in,
    logged,
    running,
    settings_for,
    until,
)
from tests.helpers.telegram_server import NO_LIMITS, TOKEN, Fault, Limits, Plan, TelegramServer


@pytest.mark.parametrize("fault", [Fault.BAD_GATEWAY, Fault.RESET, Fault.TOO_MANY])
def test_an_answer_that_telegram_did_not_take_is_sent_again(tmp_path: Path, fault: Fault) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        server.faults.order("sendMessage", fault, times=2 if fault is not Fault.TOO_MANY else 1)
        sari.says("satu")
        sari.says("dua")
        said = [message["text"] for message in await sari.hears(2)]
        assert said == ["Jawaban: satu", "Jawaban: dua"]
        await sari.hears_nothing(0.1)

    act(tmp_path, scene)
    assert left_in(tmp_path) == 0


def test_an_answer_whose_receipt_was_lost_comes_at_least_once(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        server.faults.order("sendMessage", Fault.RESET_AFTER)
        sari.says("satu")
        sari.says("dua")
        await until(lambda: len(sari.answers()) == 3)
        said = [message["text"] for message in sari.answers()]
        assert said == ["Jawaban: satu", "Jawaban: satu", "Jawaban: dua"]

    act(tmp_path, scene)


@pytest.mark.parametrize(
    "fault", [Fault.BAD_GATEWAY, Fault.RESET, Fault.RESET_AFTER, Fault.TOO_MANY]
)
def test_a_poll_that_fails_loses_nothing(tmp_path: Path, fault: Fault) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        for number in range(3 if fault is not Fault.TOO_MANY else 1):
            server.faults.order("getUpdates", fault)
            sari.says(str(number))
            (said,) = await sari.hears()
            assert said["text"] == f"Jawaban: {number}"
        await sari.hears_nothing(0.1)

    act(tmp_path, scene)


def test_updates_that_come_again_are_not_answered_again(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        people = [server.person(SARI + number) for number in range(5)]
        for number in range(6):
            for person in people:
                person.says(str(number))
            for person in people:
                assert [row["text"] for row in await person.hears()] == [f"Jawaban: {number}"]
        await asyncio.sleep(0.2)
        assert [len(person.answers()) for person in people] == [6] * 5

    # Every poll brings one again.
    server = act(tmp_path, scene, plan=Plan(duplicate=1.0))
    assert server.faults.happened["duplicate"] >= 5


def test_a_slow_telegram_keeps_the_order(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        for number in range(5):
            sari.says(str(number))
        said = [message["text"] for message in await sari.hears(5)]
        assert said == [f"Jawaban: {number}" for number in range(5)]

    act(tmp_path, scene, plan=Plan(seed=3, delay=(0.0, 0.15)))


def test_telegrams_limits_are_kept_without_being_told(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        for number in range(5):
            sari.says(str(number))
        await sari.hears(5)
        for user in range(40):
            server.person(2000 + user).says("halo")
        await until(lambda: all(server.person(2000 + user).answers() for user in range(40)))

    server = act(tmp_path, scene, limits=Limits(), options=type(FAST)())
    assert server.governor.refused == 0


def test_somebody_who_blocks_the_bot_stops_nobody_else(tmp_path: Path) -> None:
    talk = FakeTalk(slow={"halo": 0.1})

    async def scene(server: TelegramServer) -> None:
        sari, budi = server.person(SARI), server.person(BUDI)
        sari.says("halo")
        sari.blocks()
        budi.says("hai")
        await budi.hears()
        await until(lambda: any(call.status == HTTPStatus.FORBIDDEN for call in server.calls))
        sari.blocks(False)
        sari.says("lagi")
        assert (await sari.hears())[-1]["text"] == "Jawaban: lagi"

    act(tmp_path, scene, talk)
    assert left_in(tmp_path) == 0


def test_a_chat_that_is_gone_stops_nobody_else(tmp_path: Path) -> None:
    talk = FakeTalk(slow={"halo": 0.1})

    async def run() -> None:
        async with TelegramServer(NO_LIMITS) as server, running(server, tmp_path, talk):
            server.person(SARI).says("halo")
            await until(lambda: bool(talk.heard))
            del server.world.chats[SARI]
            server.person(BUDI).says("hai")
            await server.person(BUDI).hears()
            await until(lambda: left_in(tmp_path) == 0)
            assert {call.description for call in server.bad_requests} == {
                "Bad Request: chat not found"
            }

    asyncio.run(run())


def test_a_file_that_cannot_be_fetched_is_asked_for_again(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        server.faults.order("getFile", Fault.BAD_GATEWAY)
        server.faults.order("file", Fault.RESET)
        sari.sends_photo(picture())
        assert await sari.hears()

    act(tmp_path, scene)


def test_nothing_secret_stands_in_the_log(tmp_path: Path) -> None:
    talk = FakeTalk(says={"kata rahasia": (Reply("jawaban rahasia"),)})

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        async with running(server, tmp_path, talk, MAWAS_LOG="DEBUG"):
            for method in ("sendMessage", "getUpdates"):
                for fault in (Fault.BAD_GATEWAY, Fault.RESET):
                    server.faults.order(method, fault)
                    sari.says("kata rahasia")
                    await sari.hears()
            talk.error = ValueError("kata rahasia")
            sari.says("kata rahasia")
            await sari.hears()
            assert TOKEN not in repr(settings_for(server, tmp_path))

    with logged() as log:
        direct(scene)
    for secret in (TOKEN, TOKEN.split(":")[1], "rahasia", str(SARI)):
        assert secret not in log.text
    assert "send_failed" in log.text
    assert "trouble" in log.text
