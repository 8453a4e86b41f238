"""Updates that cannot be taken in or read: tried a few times, put aside, and in nobody's way."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels.telegram.careful import MOST_TRIES, Careful
from bot.channels.telegram.health import Health
from bot.channels.telegram.inbox import Waiting
from bot.channels.telegram.received import update_of
from bot.channels.telegram.thinking import Thinking
from tests.bot.channels.telegram.stage import (
    APOLOGY,
    BUDI,
    GROUP,
    SARI,
    act,
    left_in,
    logged,
    until,
)
from tests.bot.channels.telegram.updates import SECRET, message
from tests.helpers.telegram_server import TelegramServer


class Receiver:
    """Takes in all but those that it chokes on."""

    def __init__(self, *bad: int, error: Exception | None = None) -> None:
        self.bad = bad
        self.error = error or UnicodeEncodeError("utf-8", "\ud83d", 0, 1, SECRET)
        self.health = Health()
        self.received: list[int] = []
        self.careful = Careful(self, self.health)

    async def __call__(self, updates: Sequence[Mapping[str, Any]]) -> None:
        if any(update["update_id"] in self.bad for update in updates):
            raise self.error
        self.received += [update["update_id"] for update in updates]

    def take(self, *numbers: int) -> None:
        asyncio.run(self.careful([message(number) for number in numbers]))


def test_what_is_delivered_was_heard_also_when_it_cannot_be_taken_in() -> None:
    receiver = Receiver(2)
    receiver.health.heard_at -= 1000
    with pytest.raises(UnicodeEncodeError):
        receiver.take(2)
    assert receiver.health.as_dict(polling=False)["heard_seconds_ago"] == 0


def test_what_cannot_be_taken_in_is_put_aside_after_a_few_tries() -> None:
    receiver = Receiver(2)
    with logged() as log:
        for _ in range(MOST_TRIES - 1):
            with pytest.raises(UnicodeEncodeError):
                receiver.take(1, 2, 3)
        assert receiver.health.unreadable == 0
        # It may be confirmed now.
        receiver.take(1, 2, 3)
    assert receiver.health.unreadable == 1
    assert set(receiver.received) == {1, 3}
    assert "event=put_aside tries=3 error=UnicodeEncodeError" in log.text
    assert SECRET not in log.text


def test_each_update_has_its_own_tries() -> None:
    receiver = Receiver(1, 2)
    with pytest.raises(UnicodeEncodeError):
        receiver.take(1)
    with pytest.raises(UnicodeEncodeError):
        receiver.take(1, 2)
    with pytest.raises(UnicodeEncodeError):
        receiver.take(1, 2)
    receiver.take(1, 2)
    assert receiver.health.unreadable == 2


@pytest.mark.parametrize(
    "error", [OperationalError("disk full", {}, OSError()), OSError("disk full")]
)
def test_a_full_disk_is_waited_out_as_long_as_it_takes(error: Exception) -> None:
    receiver = Receiver(1, error=error)
    for _ in range(3 * MOST_TRIES):
        with pytest.raises(type(error)):
            receiver.take(1)
    assert receiver.health.unreadable == 0
    receiver.bad = ()
    receiver.take(1)
    assert receiver.received == [1]


def test_what_the_library_cannot_read_is_no_update_and_no_error() -> None:
    body = {"update_id": 1, "message": {"chat": {"id": SARI, "type": "private"}, "text": SECRET}}
    assert update_of(Waiting(1, SARI, body), None) is None  # type: ignore[arg-type]


def _pushes(server: TelegramServer, chat: int, **more: Any) -> None:
    """An update that python-telegram-bot cannot read: no number, no date."""
    kind = "private" if chat > 0 else "supergroup"
    server.updates.push("message", {"chat": {"id": chat, "type": kind}, "text": SECRET, **more})


def test_an_update_that_cannot_be_read_gets_an_apology_and_stops_nobody(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        sari, budi = server.person(SARI), server.person(BUDI)
        sari.chat.known = True
        _pushes(server, SARI)
        sari.says("halo")
        budi.says("hai")
        said = [row["text"] for row in await sari.hears(2)]
        assert said == [APOLOGY, "Jawaban: halo"]
        assert [row["text"] for row in await budi.hears()] == ["Jawaban: hai"]
        await until(lambda: not server.updates.pending and left_in(tmp_path) == 0)

    with logged() as log:
        act(tmp_path, scene)
    assert "event=unreadable" in log.text
    assert SECRET not in log.text
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes()


def test_a_group_hears_nothing_of_an_update_that_cannot_be_read(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        group = server.group(GROUP)
        _pushes(server, GROUP)
        server.person(SARI).says("halo")
        await server.person(SARI).hears()
        await until(lambda: not server.updates.pending and left_in(tmp_path) == 0)
        assert [event for event in group.chat.events if event.kind == "bot"] == []

    act(tmp_path, scene)


def test_an_update_of_no_chat_is_put_aside_and_stops_nobody(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        server.updates.push("message", {"text": SECRET})
        sari = server.person(SARI)
        sari.says("halo")
        await sari.hears()
        # Each try is a poll.
        await until(lambda: not server.updates.pending)

    with logged() as log:
        act(tmp_path, scene)
    assert "event=put_aside tries=3 error=KeyError" in log.text
    assert SECRET not in log.text


@pytest.mark.parametrize("words", [{"a": 1}, ["x"], 7, True])
def test_a_text_that_is_none_is_no_cry_for_help(words: object) -> None:
    """python-telegram-bot reads any value; what waits for a place in the queue must not end it."""
    update = message(1)
    update["message"]["text"] = words
    thinking = Thinking.__new__(Thinking)
    thinking._bot = None  # type: ignore[assignment]
    assert asyncio.run(thinking.is_danger(Waiting(1, SARI, update))) is False
