"""What the channel makes of turns, with the real conversation."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.channels.telegram.afterwards import has_forgotten, replies_to
from bot.channels.telegram.commands import privacy
from bot.messages import Incoming, Turn


@pytest.fixture
def ask(conversation: Any, loop: asyncio.AbstractEventLoop) -> Any:
    def one(text: str) -> Turn:
        turn: Turn = loop.run_until_complete(conversation.turn(Incoming("afterwards", text)))
        return turn

    return one


def test_who_asks_what_is_kept_hears_what_is_kept_here(ask: Any) -> None:
    turn = ask("data apa yang kamu simpan tentang saya?")
    assert "terminal" in turn.replies[0].text
    texts = [reply.text for reply in replies_to(turn, privacy(7))]
    assert texts.count(privacy(7).text) == 1
    assert "terminal" not in "".join(texts)


def test_other_replies_are_left_as_they_are(ask: Any) -> None:
    turn = ask("apa ciri lowongan palsu?")
    assert replies_to(turn, privacy(7)) == turn.replies
    assert not has_forgotten(turn)


def test_who_asks_in_words_to_be_forgotten_is_noticed(ask: Any) -> None:
    assert has_forgotten(ask("hapus percakapan"))
