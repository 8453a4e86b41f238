"""What happens after a process died in the middle, and when the conversation or the store fails."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from actions.harmless import CHAT
from bot.channels.telegram import answering, service
from bot.channels.telegram.database import Database
from bot.channels.telegram.inbox import Inbox
from bot.channels.telegram.outgoing import Outgoing
from bot.channels.telegram.people import People
from bot.channels.telegram.thinking import MOST_TRIES
from bot.messages import Button, Reply
from bot.pseudonym import Pseudonyms
from tests.bot.channels.telegram.stage import (
    APOLOGY,
    SARI,
    FakeTalk,
    act,
    left_in,
    running,
    settings_for,
    until,
)
from tests.bot.channels.telegram.updates import SECRET, message
from tests.helpers.telegram_server import NO_LIMITS, TelegramServer
from tests.helpers.telegram_server.world import BOT_ID

REPLIES = tuple(Reply(f"Bagian {n}", (Button("Ya", "/ya"),)) for n in (1, 2, 3))


def _before_the_start(
    home: Path, *tries: int, outgoing: Outgoing | None = None, sent: int = 0
) -> None:
    """What an earlier process left behind: a message that it had in hand so often, or an answer that was sent in part."""

    async def work() -> None:
        database = Database(f"sqlite:///{home / 'telegram.db'}")
        inbox = Inbox(database, bot=BOT_ID)
        await inbox.receive([message(n, SARI, f"pesan {n}") for n in range(len(tries))])
        for number, count in enumerate(tries):
            for _ in range(count):
                await inbox.take([number])
        if outgoing:
            await inbox.answer([0], outgoing.to_text())
            await inbox.sent(0, sent)
        database.close()

    asyncio.run(work())


def _greets(server: TelegramServer) -> None:
    """Telegram lets nobody be written to who never wrote."""
    server.person(SARI).chat.known = True


def test_the_rest_of_an_answer_is_sent_after_a_restart(tmp_path: Path) -> None:
    _before_the_start(tmp_path, 1, outgoing=Outgoing(SARI, "tg-x", REPLIES), sent=1)
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        _greets(server)
        async with running(server, tmp_path, talk):
            heard = await server.person(SARI).hears(2)
            assert [row["text"] for row in heard] == ["Bagian 2", "Bagian 3"]
            await until(lambda: left_in(tmp_path) == 0)

    asyncio.run(_with_server(scene))
    assert talk.heard == []


def test_a_message_that_ended_the_process_again_and_again_gets_an_apology(tmp_path: Path) -> None:
    _before_the_start(tmp_path, MOST_TRIES, MOST_TRIES - 1)
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        _greets(server)
        async with running(server, tmp_path, talk):
            heard = await server.person(SARI).hears(2)
            assert [row["text"] for row in heard] == [APOLOGY, "Jawaban: pesan 1"]

    asyncio.run(_with_server(scene))
    assert [incoming.text for incoming in talk.heard] == ["pesan 1"]


def test_an_apology_does_not_betray_the_harmless_screen(tmp_path: Path) -> None:
    talk = FakeTalk(error=RuntimeError("x"))
    people = People(Pseudonyms.load(settings_for(TelegramServer(), tmp_path)))
    talk.hidden.add(people.chat(SARI))

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("halo")
        (heard,) = await sari.hears()
        assert heard["text"] == CHAT[0]

    act(tmp_path, scene, talk)


def test_a_store_that_fails_for_a_moment_does_not_make_the_conversation_hear_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: list[str] = []
    for name in ("take", "answer"):

        async def fail_once(
            self: Inbox, *words: object, name: str = name, real: object = getattr(Inbox, name)
        ) -> None:
            if name not in failed:
                failed.append(name)
                raise OperationalError("disk full", {}, OSError())
            await real(self, *words)  # type: ignore[operator]

        monkeypatch.setattr(answering.Inbox, name, fail_once)
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("halo")
        (heard,) = await sari.hears()
        assert heard["text"] == "Jawaban: halo"
        await until(lambda: left_in(tmp_path) == 0)

    act(tmp_path, scene, talk)
    assert failed == ["take", "answer"]
    assert len(talk.heard) == 1


def test_soon_after_the_answer_no_file_holds_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "WIPE_SECONDS", 0.05)

    def kept() -> bytes:
        return b"".join(path.read_bytes() for path in tmp_path.glob("telegram.db*"))

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says(SECRET)
        await sari.hears()
        await until(lambda: SECRET.encode() not in kept())

    act(tmp_path, scene)
    assert str(SARI).encode() not in kept()


async def _with_server(scene: object) -> None:
    async with TelegramServer(NO_LIMITS, pause=0.05) as server:
        await scene(server)  # type: ignore[operator]
