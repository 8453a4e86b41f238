"""The trained assistant is replaced by itself."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from bot.conversation import Conversation
from bot.messages import Incoming
from bot.reload.current import Current
from bot.reload.reloader import Reloader
from bot.settings import Settings
from bot.tracker.store import ConversationStore

OFFER = (
    "Lowongan admin game di Kamboja, gaji 15 juta, berangkat minggu ini pakai visa turis,"
    " paspor dipegang kantor."
)
EVENTS = SQLTrackerStore.SQLEvent.__table__


@pytest.fixture
def kept(settings: Settings, tmp_path: Path) -> Settings:
    """The settings with conversations in a folder of the test."""
    (tmp_path / "models").symlink_to(settings.models)
    (tmp_path / "screening").symlink_to(settings.screening)
    return Settings(tmp_path, settings.db_url, settings.log_level)


def senders(folder: Path) -> set[str]:
    engine = sa.create_engine(f"sqlite:///{folder / 'conversations.db'}", future=True)
    with engine.connect() as connection:
        return set(connection.execute(sa.select(EVENTS.c.sender_id)).scalars())


def test_a_conversation_goes_on_over_a_reload_and_the_sample_leaves_nothing(
    kept: Settings, loop: asyncio.AbstractEventLoop
) -> None:
    current = Current(Conversation.load(kept, keeps=True))
    counted: list[str] = []
    current.watch = lambda incoming, turn: counted.append(incoming.text)

    async def run() -> None:
        first = await current.turn(Incoming("sari", "halo"))
        assert not first.failed
        sample = Incoming("nobody", OFFER)
        reloader = Reloader(
            current, lambda: Conversation.load(kept, keeps=True), sample, tell=lambda line: None
        )
        assert await reloader.reload()
        assert counted == ["halo"]
        assert await current.remembered("sari") == 1
        offer = await current.turn(Incoming("sari", OFFER))
        assert offer.screening
        assert offer.screening["risk"] == "tinggi"
        assert await current.remembered("sari") == 2

    loop.run_until_complete(run())
    assert senders(kept.home) == {"sari"}


def test_what_could_not_be_stored_is_stored_before_another_takes_over(
    kept: Settings, loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = Conversation.load(kept, keeps=True)

    def away(*_: object) -> None:
        raise sa.exc.OperationalError("x", {}, Exception("x"))

    async def run() -> None:
        with monkeypatch.context() as patch:
            patch.setattr(ConversationStore, "_save", away)
            await conversation.turn(Incoming("sari", "halo"))
            assert not await conversation.hand_over()
        assert senders(kept.home) == set()
        assert await conversation.hand_over()

    loop.run_until_complete(run())
    assert senders(kept.home) == {"sari"}
    conversation.close()


def test_what_another_process_went_on_with_meanwhile_is_not_stored_over_it(
    kept: Settings, loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = (Conversation.load(kept, keeps=True) for _ in range(2))

    def away(*_: object) -> None:
        raise sa.exc.OperationalError("x", {}, Exception("x"))

    async def run() -> None:
        with monkeypatch.context() as patch:
            patch.setattr(ConversationStore, "_save", away)
            await one.turn(Incoming("sari", "apa itu p3mi"))
        await other.turn(Incoming("sari", "halo"))
        assert await one.hand_over()
        assert await other.remembered("sari") == 1

    loop.run_until_complete(run())
    one.close()
    other.close()


def test_a_broken_model_changes_nothing(kept: Settings, loop: asyncio.AbstractEventLoop) -> None:
    current = Current(Conversation.load(kept, keeps=True))
    (kept.home / "models").unlink()
    kept.models.mkdir()
    (kept.models / "mawas.tar.gz").write_bytes(b"rusak")
    lines: list[str] = []

    async def run() -> None:
        reloader = Reloader(
            current,
            lambda: Conversation.load(kept, keeps=True),
            Incoming("nobody", OFFER),
            tell=lines.append,
        )
        assert not await reloader.reload()
        assert not (await current.turn(Incoming("sari", "halo"))).failed

    loop.run_until_complete(run())
    assert "Model tidak bisa dimuat" in lines[-1]
    assert "Saran" in lines[-1]
