"""The running service, end to end: texts, buttons, order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram import thinking
from bot.messages import Incoming, Reply, Turn
from tests.bot.channels.telegram.stage import (
    BUDI,
    SARI,
    FakeTalk,
    act,
    buttons,
    direct,
    running,
    until,
)
from tests.helpers.telegram_server import TelegramServer, buttons_of
from tests.helpers.telegram_server.formatted import units


def test_a_message_is_answered_once_and_its_text_is_kept_nowhere(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("kata rahasia")
        (said,) = await sari.hears()
        assert said["text"] == "Jawaban: kata rahasia"
        await until(lambda: not server.updates.pending)
        await sari.hears_nothing(0.1)

    act(tmp_path, scene)
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert b"rahasia" not in file.read_bytes(), file
            assert str(SARI).encode() not in file.read_bytes(), file


def test_the_sender_is_a_pseudonym_of_the_chat(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        for user in (SARI, BUDI, SARI):
            server.person(user).says("halo")
            await server.person(user).hears()

    act(tmp_path, scene, talk)
    first, second, third = (incoming.sender for incoming in talk.heard)
    assert first == third != second
    assert str(SARI) not in first
    assert {incoming.channel for incoming in talk.heard} == {"telegram"}


@pytest.mark.parametrize(
    "text",
    [
        "5 < 7 & <b>tebal</b>",
        "a &amp; b",
        "</b>",
        "<script>",
        "nama\x00aneh",
        "👨\u200d👩\u200d👧 ok",
    ],
)
def test_what_looks_like_html_is_shown_as_it_is(tmp_path: Path, text: str) -> None:
    talk = FakeTalk(says={"halo": (Reply(text),)})

    async def scene(server: TelegramServer) -> None:
        server.person(SARI).says("halo")
        (said,) = await server.person(SARI).hears()
        assert said["text"] == text.replace("\x00", "")
        assert said["link_preview_options"] == {"is_disabled": True}

    act(tmp_path, scene, talk)


@pytest.mark.parametrize(
    "sentence", ["Cek dulu nomor izinnya. ", "🙏🏽 Tenang & sabar < 5 menit. "]
)
def test_a_long_answer_comes_in_pieces_that_end_with_a_sentence(
    tmp_path: Path, sentence: str
) -> None:
    long = (sentence * 900).strip()
    talk = FakeTalk(says={"halo": (Reply(long, buttons("Lanjut")),)})

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("halo")
        await until(lambda: bool(sari.titles()))
        parts = [message["text"] for message in sari.answers()]
        assert " ".join(parts) == long
        assert len(parts) > 4
        assert all(units(part) <= 4096 and part.endswith(".") for part in parts)
        assert [bool(buttons_of(message)) for message in sari.answers()] == [
            *([False] * (len(parts) - 1)),
            True,
        ]

    act(tmp_path, scene, talk)


def test_a_button_carries_a_short_id_and_brings_its_payload_back(tmp_path: Path) -> None:
    ya, tidak = buttons("Ya", "Tidak")
    talk = FakeTalk(says={"halo": (Reply("Pilih.", (ya, tidak)),)})

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("halo")
        await sari.hears()
        sari.presses("Tidak")
        (said,) = await sari.hears()
        assert said["text"] == f"Jawaban: {tidak.payload}"
        await until(lambda: bool(server.account.answered))
        await until(lambda: "✓ Tidak" in sari.titles())

    act(tmp_path, scene, talk)
    pressed = talk.heard[-1]
    assert (pressed.text, pressed.kind) == (tidak.payload, "button")


def test_a_button_of_an_old_message_still_works_after_a_restart(tmp_path: Path) -> None:
    (ya,) = buttons("Ya")
    talk = FakeTalk(says={"halo": (Reply("Pilih.", (ya,)),)})

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        async with running(server, tmp_path, talk):
            sari.says("halo")
            await sari.hears()
        async with running(server, tmp_path, talk):
            sari.presses("Ya")
            (said,) = await sari.hears()
            assert said["text"] == f"Jawaban: {ya.payload}"

    direct(scene)


def test_a_button_that_nobody_knows_is_called_old_kindly(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("halo")
        (said,) = await sari.hears()
        for data in ("zaman-dulu", "mAAAAAAAAAAAAAAAA", "x' OR 1=1 --"):
            sari.taps(said, data)
            (old,) = await sari.hears()
            assert "sudah lama" in old["text"]
            assert [button["text"] for button in buttons_of(old)] == ["Lihat menu"]
        sari.presses("Lihat menu")
        await sari.hears()

    act(tmp_path, scene, talk)
    assert [incoming.text for incoming in talk.heard] == ["halo", "/bisa_apa"]


def test_a_button_shown_to_somebody_else_means_nothing(tmp_path: Path) -> None:
    talk = FakeTalk(says={"halo": (Reply("Pilih.", buttons("Ya")),)})

    async def scene(server: TelegramServer) -> None:
        sari, budi = server.person(SARI), server.person(BUDI)
        sari.says("halo")
        (said,) = await sari.hears()
        budi.says("hai")
        (other,) = await budi.hears()
        budi.taps(other, buttons_of(said)[0]["callback_data"])
        (old,) = await budi.hears()
        assert "sudah lama" in old["text"]

    act(tmp_path, scene, talk)


def test_one_chat_is_answered_in_order_and_does_not_hold_up_another(tmp_path: Path) -> None:
    talk = FakeTalk(slow={"satu": 0.5})

    async def scene(server: TelegramServer) -> None:
        sari, budi = server.person(SARI), server.person(BUDI)
        for word in ("satu", "dua", "tiga"):
            sari.says(word)
        budi.says("cepat")
        await budi.hears()
        assert sari.answers() == []
        answers = [message["text"] for message in await sari.hears(3)]
        assert answers == ["Jawaban: satu", "Jawaban: dua", "Jawaban: tiga"]

    act(tmp_path, scene, talk)
    assert talk.ended == ["cepat", "satu", "dua", "tiga"]


def test_somebody_waits_less_alone_when_the_answer_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thinking, "TYPING_AFTER", 0.02)

    class Slow(FakeTalk):
        async def turn(self, incoming: Incoming) -> Turn:
            # As long as it takes until somebody is shown that an answer comes.
            await until(lambda: bool(typing()))
            return await super().turn(incoming)

    def typing() -> list[Any]:
        return [event for event in events if event.kind == "action"]

    events: list[Any] = []

    async def scene(server: TelegramServer) -> None:
        nonlocal events
        sari = server.person(SARI)
        events = sari.chat.events
        sari.says("halo")
        await sari.hears()
        assert next(event.kind for event in events if event.kind in ("action", "bot")) == "action"

    act(tmp_path, scene, Slow())


def test_a_conversation_that_fails_is_apologised_for(tmp_path: Path) -> None:
    talk = FakeTalk(error=RuntimeError("kata rahasia"))

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("halo")
        (said,) = await sari.hears()
        assert "rahasia" not in said["text"]
        talk.error = None
        sari.says("lagi")
        (said,) = await sari.hears()
        assert said["text"] == "Jawaban: lagi"

    act(tmp_path, scene, talk)


def test_the_menu_of_commands_is_set_at_the_start(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        await until(lambda: bool(server.account.commands))

    server = act(tmp_path, scene)
    (commands,) = server.account.commands.values()
    expected = "start cek langkah lapor darurat kuis bahasa privasi hapus bantuan"
    assert {command["command"] for command in commands} == set(expected.split())
