"""A clock that is set back, or jumps ahead: nobody is left without an answer, and nothing is forgotten that is not idle."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.conversation import Conversation
from bot.keeping.backup import back_up
from bot.keeping.checkup import diagnoses
from bot.messages import Incoming, Turn
from bot.settings import Settings, remembered_seconds

YEAR, WEEK = 365 * 24 * 3600.0, remembered_seconds(7)


class Clock:
    """The clock of the wall; monotonic time goes on by itself."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.off = 0.0
        real = time.time
        monkeypatch.setattr(time, "time", lambda: real() + self.off)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture
def kept(settings: Settings, tmp_path: Path) -> Settings:
    for name in ("models", "screening"):
        (tmp_path / name).symlink_to(settings.home / name)
    return replace(settings, home=tmp_path)


@pytest.fixture
def talk(kept: Settings) -> Iterator[Conversation]:
    conversation = Conversation.load(kept, keeps=True)
    yield conversation
    conversation.close()


def test_a_conversation_goes_on_after_the_clock_was_set_back(
    talk: Conversation, kept: Settings, clock: Clock, loop: asyncio.AbstractEventLoop
) -> None:
    def said(text: str) -> Turn:
        turn = loop.run_until_complete(talk.turn(Incoming("a", text)))
        assert not turn.failed
        return turn

    said("berapa gaji di malaysia?")
    clock.off = -YEAR
    # What was talked about is still known.
    assert "Taiwan" in said("kalau taiwan?").replies[0].text
    assert said("saya dikurung di kamboja, tolong").crisis
    assert loop.run_until_complete(talk.remembered("a")) == 3
    again = Conversation.load(kept, keeps=True)
    assert loop.run_until_complete(again.remembered("a")) == 3
    again.close()


def test_retention_forgets_nobody_too_early_and_everybody_in_the_end(
    talk: Conversation, clock: Clock, loop: asyncio.AbstractEventLoop
) -> None:
    def forgotten() -> int:
        return loop.run_until_complete(talk.forget_idle(WEEK))

    loop.run_until_complete(talk.turn(Incoming("a", "halo")))
    clock.off = -YEAR
    loop.run_until_complete(talk.turn(Incoming("b", "halo")))
    assert forgotten() == 0
    clock.off = WEEK + 60
    assert forgotten() == 2
    assert loop.run_until_complete(talk.remembered("a")) == 0


def test_doctor_knows_no_backup_from_tomorrow(
    talk: Conversation, kept: Settings, clock: Clock, tmp_path: Path
) -> None:
    back_up(kept, tmp_path / "cadangan.mawas", 0)
    clock.off = -YEAR
    (told,) = [each for each in diagnoses(kept) if each.about == "Cadangan"]
    assert told.state.startswith("0 jam lalu")
