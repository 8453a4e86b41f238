"""A conversation outlives the process that held it, and does not grow without end."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from actions.harmless import CHAT
from bot.conversation import CONVERSATIONS, Conversation
from bot.messages import Incoming, Turn
from bot.settings import Settings
from bot.tracker import shorten
from knowledge.store import Store, sqlite_file

OFFER = "LOKER KAMBOJA admin CS gaji 15 juta, visa turis dulu, DP 2 juta ke Pak Hendra WA 0812-0000-1111"
# Small questions about other things, none of them about an offer.
OTHER = ("halo", "apa itu bp3mi?", "terima kasih", "kontrak kerja itu apa?")

Start = Callable[[], Conversation]


@pytest.fixture
def start(settings: Settings, tmp_path: Path) -> Start:
    """Starts the assistant anew on the same data folder."""
    for folder in (settings.models, settings.screening):
        (tmp_path / folder.name).symlink_to(folder)
    kept = replace(settings, home=tmp_path)
    return lambda: Conversation.load(kept, keeps=True)


@pytest.fixture
def say(loop: asyncio.AbstractEventLoop) -> Callable[..., Turn]:
    def say_(conversation: Conversation, *texts: str, kind: str = "text") -> Turn:
        for text in texts:
            turn = loop.run_until_complete(conversation.turn(Incoming("x", text, kind)))  # type: ignore[arg-type]
        return turn

    return say_


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Conversations are shortened after each turn."""
    monkeypatch.setattr(shorten, "MOST_TURNS", 1)
    monkeypatch.setattr(shorten, "KEPT_TURNS", 1)


def test_after_a_restart_the_conversation_goes_on(start: Start, say: Callable[..., Turn]) -> None:
    say(start(), "berapa gaji di malaysia?")
    turn = say(start(), "kalau taiwan?")
    assert turn.topics == ("gaji_negara",)


def test_the_harmless_screen_stays_after_a_restart(start: Start, say: Callable[..., Turn]) -> None:
    say(start(), "kopi")
    again = start()
    assert again.hides("x")
    assert say(again, "nomor kbri berapa").replies[0].text in CHAT


def test_the_words_of_an_offer_are_found_however_long_ago(
    start: Start, say: Callable[..., Turn], short: None
) -> None:
    conversation = start()
    assert say(conversation, OFFER).screening
    say(conversation, *OTHER * 3)
    turn = say(start(), '/tawaran{"lihat": "tanda"}', kind="button")
    quoted = " ".join(reply.text for reply in turn.replies)
    assert "visa turis" in quoted


def test_forgotten_is_forgotten_in_the_file_too(
    start: Start, say: Callable[..., Turn], loop: asyncio.AbstractEventLoop, tmp_path: Path
) -> None:
    conversation = start()
    say(conversation, "nama saya rahasia-7351 dan saya mau ke taiwan")
    assert loop.run_until_complete(conversation.remembered("x")) == 1
    loop.run_until_complete(conversation.forget("x"))
    loop.run_until_complete(conversation.tidy())
    assert loop.run_until_complete(start().remembered("x")) == 0
    for file in tmp_path.glob(f"{CONVERSATIONS}*"):
        assert b"rahasia-7351" not in file.read_bytes()


def test_who_did_not_come_back_is_forgotten_after_a_restart(
    start: Start, say: Callable[..., Turn], loop: asyncio.AbstractEventLoop
) -> None:
    say(start(), "halo")
    again = start()
    assert loop.run_until_complete(again.forget_idle(3600)) == 0
    assert loop.run_until_complete(again.forget_idle(0)) == 1
    assert loop.run_until_complete(again.remembered("x")) == 0


def test_while_the_database_is_away_danger_is_answered(
    start: Start,
    say: Callable[..., Turn],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    conversation = start()
    say(conversation, "halo")

    def away(*_: object, **__: object) -> None:
        raise OperationalError("SELECT rahasia-7351", {}, Exception("rahasia-7351"))

    with monkeypatch.context() as patched:
        patched.setattr(conversation._talks.engine, "begin", away)
        turn = say(conversation, "tolong saya disekap di kamboja, paspor diambil")
        assert turn.crisis == ("darurat_disekap", True)
        assert turn.channels
        assert say(conversation, "apa itu p3mi").replies
    assert say(conversation, "halo").replies
    assert "tolong saya disekap" not in caplog.text


def test_while_the_knowledge_is_away_danger_is_answered_with_the_mission(
    settings: Settings, tmp_path: Path, say: Callable[..., Turn]
) -> None:
    for folder in (settings.models, settings.screening):
        (tmp_path / folder.name).symlink_to(folder)
    file = tmp_path / "knowledge.db"
    shutil.copyfile(sqlite_file(settings.db_url) or "", file)
    url = f"sqlite:///{file}"
    missions = {channel.id for channel in Store(url).missions_for("kh")}
    conversation = Conversation.load(replace(settings, home=tmp_path, db_url=url))
    with sqlite3.connect(file) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (name,) in tables.fetchall():
            database.execute(f"DROP TABLE {name}")
    file.unlink()
    turn = say(conversation, "tolong saya disekap di kamboja, paspor diambil")
    assert turn.crisis == ("darurat_disekap", True)
    assert missions & set(turn.channels)
    assert not turn.failed
