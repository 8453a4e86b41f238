"""Which conversations were read in the turn that goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto


class _Found(Enum):
    """What a turn knows of its conversation."""

    NOT_ASKED = auto()
    NOTHING = auto()
    STORED = auto()


class Reading:
    """Remembers for each turn whether its conversation was read in it.

    Several parts of a turn look at the conversation, and each time the database was asked whether another process had gone on with it:
    6 % of a turn. Asked once it is as sure, for the answer may be out of date as soon as it is there.
    """

    def __init__(self) -> None:
        """No turn goes on."""
        self._turns: dict[str, _Found] = {}

    @contextmanager
    def turn(self, sender: str) -> Iterator[None]:
        """While a message of somebody is answered."""
        self._turns[sender] = _Found.NOT_ASKED
        try:
            yield
        finally:
            self._turns.pop(sender, None)

    def is_done(self, sender: str) -> bool:
        """True when the conversation was read in the turn that goes on."""
        return self._turns.get(sender, _Found.NOT_ASKED) is not _Found.NOT_ASKED

    def is_new(self, sender: str) -> bool:
        """True when the turn that goes on found nothing stored, and nothing was stored since."""
        return self._turns.get(sender) is _Found.NOTHING

    def note(self, sender: str, is_new: bool = False) -> None:
        """The conversation was read, or stored; for nothing outside a turn.

        Args:
            sender: of the conversation.
            is_new: nothing was stored of it.
        """
        if sender in self._turns:
            self._turns[sender] = _Found.NOTHING if is_new else _Found.STORED
