"""The running service in rough moments: floods that must not silence others, restarts in the middle of everything."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.telegram import service
from bot.channels.telegram.database import Database, telegram_url
from bot.channels.telegram.gate import Rates
from bot.channels.telegram.inbox import Inbox
from bot.channels.telegram.outgoing import Outgoing
from bot.channels.telegram.pace import Speed
from bot.messages import Reply
from tests.bot.channels.telegram.stage import (
    BUDI,
    FAST,
    SARI,
    FakeTalk,
    act,
    direct,
    left_in,
    running,
    settings_for,
    until,
)
from tests.helpers.telegram_server import TelegramServer
from tests.helpers.telegram_server.world import BOT_ID


def test_one_who_floods_does_not_silence_the_others(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari, budi = server.person(SARI), server.person(BUDI)
        for number in range(1500):
            sari.says(str(number))
        await until(lambda: len(talk.heard) >= 2)
        budi.says("halo")
        assert (await budi.hears())[0]["text"] == "Jawaban: halo"

    act(tmp_path, scene, talk, options=replace(FAST, speed=Speed(burst=2, every=60)))


def test_an_answer_that_overtook_is_sent_after_a_restart_and_holds_up_nobody(
    tmp_path: Path,
) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        for number in range(3):
            sari.says(f"pesan {number}")
        sari.says("tolong")
        # What a process leaves behind that dies when it has an answer to the cry for help and has not sent it yet.
        database = Database(telegram_url(settings_for(server, tmp_path)))
        inbox = Inbox(database, bot=BOT_ID)
        updates = list(server.updates.pending.values())
        await inbox.receive(updates)
        answer = Outgoing(SARI, "tg-siapa", (Reply("Hubungi ini."),), urgent=True)
        await inbox.answer([updates[-1]["update_id"]], answer.to_text())
        database.close()
        async with running(server, tmp_path, FakeTalk()):
            said = [message["text"] for message in await sari.hears(4)]
            assert sorted(said) == sorted(
                ["Hubungi ini.", *[f"Jawaban: pesan {number}" for number in range(3)]]
            )
            # Whoever is in danger does not wait for the rest again.
            assert said[0] == "Hubungi ini."
            await until(lambda: left_in(tmp_path) == 0)

    direct(scene)


def test_a_reader_that_fails_in_a_flood_leaves_nobody_unanswered(tmp_path: Path) -> None:
    class Unwell(FakeTalk):
        async def ranking(self, text: str) -> list[tuple[str, float]]:
            raise RuntimeError("tidak bisa")

        async def turn(self, incoming):  # type: ignore[no-untyped-def]
            self.heard.append(incoming)
            return replace(await FakeTalk().turn(incoming), ranking=())

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        for number in range(6):
            sari.says(str(number))
        await until(lambda: len(sari.answers()) >= 6)
        assert [
            message["text"] for message in sari.answers() if message["text"].startswith("Jaw")
        ] == [f"Jawaban: {number}" for number in range(6)]

    act(tmp_path, scene, Unwell(), options=replace(FAST, speed=Speed(burst=2, every=0.05)))


def test_a_cry_for_help_overtakes_what_waits_for_telegrams_limit(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        for number in range(7):
            sari.says(str(number))
        sari.says("tolong saya disekap")
        await sari.hears(8)

    # Four at once, then one every 0.4 s.
    narrow = replace(FAST, rates=Rates(overall=1e6, chat=2.5, burst=4, group=1e6))
    server = act(tmp_path, scene, talk, options=narrow)
    said = [message["text"] for message in server.person(SARI).answers()]
    assert said.index("Jawaban: tolong saya disekap") <= 5


def test_a_stopped_service_that_waits_for_telegram_goes_on_after_its_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "STOP_SECONDS", 0.2)

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        async with running(server, tmp_path, FakeTalk()):
            sari.says("halo")
            sari.says("lagi")
            await sari.hears(2)
            server.revoked = True
            sari.says("saat putus")
            await asyncio.sleep(0.05)
            server.revoked = False
            # The service thinks that it is refused and waits; it is stopped meanwhile.
        async with running(server, tmp_path, FakeTalk()):
            (late,) = await sari.hears()
            assert late["text"] == "Jawaban: saat putus"

    direct(scene)
