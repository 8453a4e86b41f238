"""Two assistants that answer the same conversation: one after the other, or the second once more."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.conversation import Conversation
from bot.locks import LocalLocks
from bot.messages import Incoming
from bot.settings import Settings
from bot.turns import said_in


@pytest.fixture
def kept(settings: Settings, tmp_path: Path) -> Settings:
    """A data folder of its own with the trained model."""
    for folder in (settings.models, settings.screening):
        (tmp_path / folder.name).symlink_to(folder)
    return replace(settings, home=tmp_path)


def said(conversation: Conversation) -> list[str]:
    return list(said_in(conversation._talks.read("x")).values())


def test_messages_that_come_together_are_answered_in_order(
    kept: Settings, loop: asyncio.AbstractEventLoop
) -> None:
    conversation = Conversation.load(kept, keeps=True)
    texts = ["halo", "berapa gaji di malaysia?", "kalau taiwan?", "kalau hong kong?"]

    async def together() -> list[Any]:
        return await asyncio.gather(
            *(conversation.turn(Incoming("x", text)) for text in texts),
        )

    turns = loop.run_until_complete(together())
    assert [turn.topics for turn in turns[1:]] == [("gaji_negara",)] * 3
    assert said(conversation) == texts


def test_a_turn_that_met_another_is_answered_again(
    kept: Settings,
    loop: asyncio.AbstractEventLoop,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    one = Conversation.load(kept, keeps=True, locks=LocalLocks())
    other = Conversation.load(kept, keeps=True, locks=LocalLocks())
    loop.run_until_complete(one.turn(Incoming("x", "halo")))
    store, saved = one._talks, one._talks.save

    async def late(tracker: Any) -> None:
        monkeypatch.setattr(store, "save", saved)
        await other.turn(Incoming("x", "berapa gaji di malaysia?"))
        await saved(tracker)

    monkeypatch.setattr(store, "save", late)
    with caplog.at_level(logging.WARNING):
        turn = loop.run_until_complete(one.turn(Incoming("x", "kalau taiwan?")))
    # Answered as what it is after the other message.
    assert turn.topics == ("gaji_negara",)
    assert said(one) == ["halo", "berapa gaji di malaysia?", "kalau taiwan?"]
    assert "turn met another one" in caplog.text
    assert "taiwan" not in caplog.text


def test_who_deletes_waits_for_the_turn(kept: Settings, loop: asyncio.AbstractEventLoop) -> None:
    conversation = Conversation.load(kept, keeps=True)

    async def together() -> None:
        await asyncio.gather(conversation.turn(Incoming("x", "halo")), conversation.forget("x"))

    loop.run_until_complete(together())
    assert said(conversation) == []


def test_two_assistants_of_a_process_share_their_locks(
    kept: Settings, loop: asyncio.AbstractEventLoop
) -> None:
    locks = LocalLocks()
    one = Conversation.load(kept, keeps=True, locks=locks)
    other = Conversation.load(kept, keeps=True, locks=locks)

    async def together() -> None:
        async with locks.of("x"):
            waiting = [
                asyncio.create_task(each.turn(Incoming("x", "halo"))) for each in (one, other)
            ]
            await asyncio.sleep(0.05)
            assert not any(task.done() for task in waiting)
        await asyncio.gather(*waiting)

    loop.run_until_complete(together())
    assert said(other) == ["halo", "halo"]


def test_who_stops_lets_go_of_the_locks_and_who_is_replaced_does_not(
    kept: Settings, loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    locks = LocalLocks()
    closed: list[bool] = []

    async def close() -> None:
        closed.append(True)

    monkeypatch.setattr(locks, "close", close)
    conversation = Conversation.load(kept, keeps=True, locks=locks)
    conversation.close()
    assert closed == []
    loop.run_until_complete(conversation.stop())
    assert closed == [True]
