"""Files within limits, and plain words where they cannot be had."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.channels.telegram import files, words
from bot.messages import Unread
from tests.bot.channels.telegram.arrivals import FakeBot


def fetched(bot: FakeBot, size: int | None = None, most: int = 100) -> bytes | Unread:
    attachment = SimpleNamespace(file_id="x", file_size=size)
    return asyncio.run(files.fetched(bot, attachment, most))  # type: ignore[arg-type]


def test_a_file_is_fetched() -> None:
    bot = FakeBot()
    bot.files["x"] = b"isi"
    assert fetched(bot, 3) == b"isi"
    assert fetched(bot) == b"isi"


def test_what_says_that_it_is_too_big_is_not_fetched() -> None:
    bot = FakeBot()
    assert fetched(bot, 101) == Unread(words.TOO_BIG)
    assert bot.fetched == []


def test_what_hides_its_size_is_not_kept() -> None:
    bot = FakeBot()
    bot.files["x"] = b"a" * 101
    assert fetched(bot, 5) == Unread(words.TOO_BIG)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (BadRequest("File is too big"), words.TOO_BIG),
        (BadRequest("Wrong file_id"), words.NOT_FETCHED),
        (NetworkError("down"), words.NOT_FETCHED),
        (TimedOut(), words.NOT_FETCHED),
    ],
)
def test_what_telegram_refuses_is_told(error: TelegramError, why: str) -> None:
    bot = FakeBot()
    bot.error = error
    assert fetched(bot) == Unread(why)


def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    bot = FakeBot()
    bot.files["x"], bot.delay = b"isi", 5
    monkeypatch.setattr(files, "_MOST_SECONDS", 0.01)
    assert fetched(bot) == Unread(words.NOT_FETCHED)
