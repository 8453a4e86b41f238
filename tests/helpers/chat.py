"""Talks to the real assistant in tests and says clearly what differed."""

from __future__ import annotations

import asyncio
import itertools
from typing import Any

from bot.conversation import Conversation
from bot.messages import Button, Incoming, Turn

_NUMBERS = itertools.count()

EXPECTATIONS = frozenset(
    "intent topics not_topics crisis certain channels first_channel countries provinces"
    " contains excludes buttons no_buttons cites asks".split()
)


class Chat:
    """One conversation of its own."""

    def __init__(self, conversation: Conversation, loop: asyncio.AbstractEventLoop) -> None:
        """Start with nothing remembered."""
        self._conversation = conversation
        self._loop = loop
        self._sender = f"test-{next(_NUMBERS)}"
        self.last: Turn | None = None

    def says(self, text: str) -> Turn:
        """Type a message."""
        return self._send(Incoming(self._sender, text, channel="test"))

    def presses(self, title: str) -> Turn:
        """Press the button of the last reply whose title begins with these words."""
        buttons = self._buttons()
        chosen = next(
            (button for button in buttons if button.title.casefold().startswith(title.casefold())),
            None,
        )
        assert chosen, f"no button {title!r}, there are {[button.title for button in buttons]}"
        return self._send(Incoming(self._sender, chosen.payload, kind="button", channel="test"))

    def expect(self, **expected: Any) -> None:
        """Compare the last turn with what was expected; keys as in tests/dialogs/README.md."""
        assert self.last is not None, "nothing was said yet"
        unknown = set(expected) - EXPECTATIONS
        assert not unknown, f"unknown expectations {sorted(unknown)}"
        for key, value in expected.items():
            problem = getattr(self, f"_check_{key}")(self.last, value)
            assert not problem, (
                f"after {self.last.text!r} (intent {self.last.intent}, topics {self.last.topics}): {problem}"
            )

    def _send(self, incoming: Incoming) -> Turn:
        self.last = self._loop.run_until_complete(self._conversation.turn(incoming))
        return self.last

    def _buttons(self) -> list[Button]:
        return [
            button for reply in (self.last.replies if self.last else ()) for button in reply.buttons
        ]

    @staticmethod
    def _text(turn: Turn) -> str:
        return "\n".join(reply.text for reply in turn.replies).casefold()

    def _check_intent(self, turn: Turn, value: str) -> str:
        return "" if turn.intent == value else f"got intent {turn.intent}, not {value}"

    def _check_topics(self, turn: Turn, value: list[str]) -> str:
        return "" if list(turn.topics) == value else f"got topics {list(turn.topics)}, not {value}"

    def _check_not_topics(self, turn: Turn, value: list[str]) -> str:
        wrong = [topic for topic in value if topic in turn.topics]
        return f"topics {wrong} should not be answered" if wrong else ""

    def _check_crisis(self, turn: Turn, value: str | None) -> str:
        got = turn.crisis[0] if turn.crisis else None
        allowed = value if isinstance(value, list) else [value]
        return "" if got in allowed else f"got crisis {got}, not {value}"

    def _check_certain(self, turn: Turn, value: bool) -> str:
        got = turn.crisis[1] if turn.crisis else None
        return "" if got is value else f"got certain {got}, not {value}"

    def _check_channels(self, turn: Turn, value: list[str]) -> str:
        missing = [channel for channel in value if channel not in turn.channels]
        return f"channels {missing} missing from {list(turn.channels)}" if missing else ""

    def _check_first_channel(self, turn: Turn, value: str) -> str:
        return (
            ""
            if turn.channels[:1] == (value,)
            else f"first channel should be {value}, got {list(turn.channels)}"
        )

    def _check_countries(self, turn: Turn, value: list[str]) -> str:
        return self._entities(turn, "negara", value)

    def _check_provinces(self, turn: Turn, value: list[str]) -> str:
        return self._entities(turn, "provinsi", value)

    @staticmethod
    def _entities(turn: Turn, kind: str, value: list[str]) -> str:
        got = [row["value"] for row in turn.entities if row["entity"] == kind]
        return "" if got == value else f"got {kind} {got}, not {value}"

    def _check_contains(self, turn: Turn, value: list[str]) -> str:
        missing = [words for words in value if words.casefold() not in self._text(turn)]
        return f"missing {missing} in:\n{self._text(turn)}" if missing else ""

    def _check_excludes(self, turn: Turn, value: list[str]) -> str:
        found = [words for words in value if words.casefold() in self._text(turn)]
        return f"should not say {found}:\n{self._text(turn)}" if found else ""

    def _check_buttons(self, turn: Turn, value: list[str]) -> str:
        titles = [button.title.casefold() for button in self._buttons()]
        missing = [
            words
            for words in value
            if not any(title.startswith(words.casefold()) for title in titles)
        ]
        return f"buttons {missing} missing from {titles}" if missing else ""

    def _check_no_buttons(self, turn: Turn, value: bool) -> str:
        return "buttons where none should be" if value and self._buttons() else ""

    def _check_cites(self, turn: Turn, value: bool) -> str:
        cited = (
            bool(turn.sources) and "sumber: " in self._text(turn) and "dicek " in self._text(turn)
        )
        return "" if cited is value else f"sources shown: {cited}, expected {value}"

    def _check_asks(self, turn: Turn, value: bool) -> str:
        return (
            ""
            if ("?" in turn.replies[-1].text) is value
            else f"last bubble asks: {not value}, expected {value}"
        )
