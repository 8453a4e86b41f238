"""Fixtures for the tests of the program."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from typing import Any

import pytest

from bot.messages import Incoming, Turn
from tests.helpers.contract import assert_is_answer

_NUMBERS = itertools.count()

Say = Callable[..., Turn]


@pytest.fixture
def say(conversation: Any, loop: asyncio.AbstractEventLoop) -> Say:
    """Send one message; a new conversation unless a sender is named."""

    def send(text: str, kind: Any = "text", sender: str | None = None) -> Turn:
        sender = sender or f"conversation-{next(_NUMBERS)}"
        turn = loop.run_until_complete(
            conversation.turn(Incoming(sender, text, kind=kind, channel="test"))
        )
        assert_is_answer(turn.as_dict())
        assert turn.text == text
        return turn

    return send
