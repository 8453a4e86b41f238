"""The running service and somebody who writes very fast: slowed, told so once; danger is never held up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.channels.telegram import notices
from bot.channels.telegram.gate import Rates
from bot.channels.telegram.pace import Speed
from tests.bot.channels.telegram.stage import BUDI, FAST, SARI, FakeTalk, act
from tests.helpers.telegram_server import TelegramServer

SLOW = replace(FAST, speed=Speed(burst=3, every=0.15))


def test_a_flood_is_answered_slowly_in_order_and_told_so_once(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        sari, budi = server.person(SARI), server.person(BUDI)
        for number in range(8):
            sari.says(str(number))
        budi.says("hai")
        await budi.hears()
        said = [message["text"] for message in await sari.hears(9)]
        assert [text for text in said if text != notices.TOO_FAST.text] == [
            f"Jawaban: {number}" for number in range(8)
        ]
        assert said.count(notices.TOO_FAST.text) == 1

    act(tmp_path, scene, options=SLOW)


def test_a_cry_for_help_in_a_flood_is_answered_first(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        for number in range(8):
            sari.says(str(number))
        sari.says("tolong saya disekap")
        said = [message["text"] for message in await sari.hears(10)]
        assert len(said) == 10

    act(tmp_path, scene, talk, options=SLOW)
    # Those of the burst were answered before it; it overtakes all that wait.
    assert talk.ended.index("tolong saya disekap") <= 4


def test_a_cry_for_help_does_not_wait_for_what_is_said_to_others(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        others = [server.person(3000 + number) for number in range(30)]
        for person in others:
            person.says("halo")
        sari = server.person(SARI)
        sari.says("tolong saya disekap")
        await sari.hears()
        answered = sum(bool(person.answers()) for person in others)
        assert answered < len(others)
        for person in others:
            await person.hears()

    narrow = replace(FAST, rates=Rates(overall=15, chat=1e6, burst=1000))
    act(tmp_path, scene, talk, options=narrow)
