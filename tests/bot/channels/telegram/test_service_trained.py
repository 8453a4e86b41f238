"""The running service with the trained assistant: what real answers look like in Telegram."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
import yaml

from bot.channels.telegram import cases
from bot.conversation import Conversation
from bot.evaluation.flyers.render import render
from bot.evaluation.flyers.styles import styles
from bot.messages import Incoming
from bot.paths import ROOT
from bot.warming import warm
from tests.bot.channels.telegram.stage import SARI, Scene, hears_text, hears_whole, running, until
from tests.bot.reload.fakes import Loaded
from tests.helpers.telegram_server import NO_LIMITS, TelegramServer, buttons_of
from tests.helpers.telegram_server.formatted import units

OFFER = (
    "Lowongan admin game online di Kamboja. Gaji 15 juta per bulan, tanpa pengalaman. Tiket dan mess ditanggung."
    " Berangkat minggu ini pakai visa turis. Paspor dipegang kantor. Hubungi WA 0812-0000-0000."
)
pytestmark = pytest.mark.usefixtures("unlimited")
FIRST_OF_THE_EXAMPLES = re.compile(r"^- (.+)$", re.MULTILINE)


def act(
    home: Path, loop: asyncio.AbstractEventLoop, conversation: Conversation, scene: Scene
) -> TelegramServer:
    """Play a scene with the trained assistant, on the loop that it belongs to."""

    async def run() -> TelegramServer:
        async with TelegramServer(NO_LIMITS) as server:
            async with running(server, home, conversation):
                await scene(server)
            return server

    server = loop.run_until_complete(run())
    assert [(call.method, call.description) for call in server.bad_requests] == []
    return server


def sentences() -> list[str]:
    """One held-out sentence of every second intent."""
    found = []
    for file in sorted((ROOT / "tests" / "nlu").glob("*.yml"))[::2]:
        rows = yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
        examples = FIRST_OF_THE_EXAMPLES.search(rows[0]["examples"])
        assert examples, file
        found.append(examples.group(1))
    return found


def test_answers_to_many_topics_fit_telegram(
    tmp_path: Path, loop: asyncio.AbstractEventLoop, conversation: Conversation
) -> None:
    asked = sentences()

    async def scene(server: TelegramServer) -> None:
        people = [server.person(SARI + number) for number in range(len(asked))]
        for person, sentence in zip(people, asked, strict=True):
            person.says(sentence)
        await until(lambda: all(person.answers() for person in people), patience=60)
        await until(lambda: not server.updates.pending)

    server = act(tmp_path, loop, conversation, scene)
    assert len(asked) > 40
    for chat in server.world.chats.values():
        for message in chat.screen():
            # Nothing of our own is left of a tag, and nothing is too long.
            assert not re.search(r"</?[a-z]+>|&(amp|lt|gt);", message.get("text", ""))
            assert units(message.get("text", "")) <= 4096


def test_an_offer_is_judged_and_its_buttons_lead_on(
    tmp_path: Path, loop: asyncio.AbstractEventLoop, conversation: Conversation
) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says(OFFER)
        said = await hears_whole(sari, server, tmp_path)
        text = "\n".join(message.get("text", "") for message in said)
        assert "visa" in text.casefold()
        pressed = buttons_of(next(shown for shown in reversed(said) if buttons_of(shown)))[0]
        sari.presses(pressed["text"])
        assert await hears_whole(sari, server, tmp_path)

    act(tmp_path, loop, conversation, scene)


def test_posts_that_were_forwarded_together_get_one_verdict(
    tmp_path: Path,
    loop: asyncio.AbstractEventLoop,
    conversation: Conversation,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cases, "FORWARD_SECONDS", 0.1)
    alone, parts = OFFER, OFFER.split(". ")

    async def scene(server: TelegramServer) -> None:
        for user, texts in ((SARI, [alone]), (SARI + 1, parts)):
            for text in texts:
                server.person(user).forwards(text)
        first, second = [
            await hears_text(server.person(user), server, tmp_path) for user in (SARI, SARI + 1)
        ]
        # How many bubbles it takes is another matter.
        assert "Risiko tinggi" in first
        assert first.splitlines()[0] == second.splitlines()[0]
        assert second.count("Risiko tinggi") == 1

    act(tmp_path, loop, conversation, scene)


def test_a_photo_of_an_offer_is_read_and_judged(
    tmp_path: Path, loop: asyncio.AbstractEventLoop, conversation: Conversation
) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.sends_photo(render(OFFER, styles()[1]), "ini asli?")
        said = [message.get("text", "") for message in await hears_whole(sari, server, tmp_path)]
        assert "Kamboja" in said[0]
        assert any("visa" in text.casefold() for text in said[1:])

    act(tmp_path, loop, conversation, scene)


def test_danger_shows_numbers_that_a_phone_can_call(
    tmp_path: Path, loop: asyncio.AbstractEventLoop, conversation: Conversation
) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("/darurat")
        text = "\n".join(message["text"] for message in await hears_whole(sari, server, tmp_path))
        # Telegram links a number by itself when it is written with its country.
        assert re.search(r"\+62[\d ()-]{7,}", text)

    act(tmp_path, loop, conversation, scene)


def test_the_safe_word_takes_the_conversation_off_the_screen(
    tmp_path: Path, loop: asyncio.AbstractEventLoop, conversation: Conversation
) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("paspor saya ditahan majikan")
        shown = await hears_whole(sari, server, tmp_path)
        sari.says("kopi")
        harmless = await hears_whole(sari, server, tmp_path)
        assert [message["message_id"] for message in sari.chat.screen()] == [
            message["message_id"] for message in harmless
        ]
        # What was pressed before betrays nothing either.
        old = next(message for message in shown if buttons_of(message))
        sari.taps(old, buttons_of(old)[0]["callback_data"])
        sari.says("/privasi")
        text = "\n".join(
            message["text"] for message in await hears_whole(sari, server, tmp_path)
        ).casefold()
        assert "paspor" not in text
        assert "mawas" not in text

    act(tmp_path, loop, conversation, scene)


def test_hapus_leaves_nothing_of_a_real_conversation(
    tmp_path: Path, loop: asyncio.AbstractEventLoop, conversation: Conversation
) -> None:
    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("apa itu p3mi")
        await hears_whole(sari, server, tmp_path)
        sari.says("/hapus")
        (said, *_) = await hears_whole(sari, server, tmp_path)
        assert "1 dihapus, sisa 0" in said["text"]
        assert len(sari.chat.screen()) == 1

    act(tmp_path, loop, conversation, scene)


def test_what_is_loaded_beforehand_is_remembered_and_counted_by_nobody(
    loop: asyncio.AbstractEventLoop, conversation: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def warmed() -> int:
        seen: list[Incoming] = []
        with monkeypatch.context() as patched:
            patched.setattr(conversation, "watch", lambda incoming, _: seen.append(incoming))
            await warm(conversation)
        assert seen == []
        return await conversation.remembered("nobody")

    assert loop.run_until_complete(warmed()) == 0


def test_a_sample_that_fails_is_told_and_ends_nothing(caplog: pytest.LogCaptureFixture) -> None:
    asyncio.run(warm(Loaded("x", fails=True)))
    assert "sample offer could not be answered" in caplog.text
