"""Which conversations were read in the turn that goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Reading:
    """Remembers for each turn whether its conversation was read in it.

    Several parts of a turn look at the conversation, and each time the database was asked whether another process had gone on with it:
    6 % of a turn. Asked once it is as sure, for the answer may be out of date as soon as it is there.
    """

    def __init__(self) -> None:
        """No turn goes on."""
        self._turns: dict[str, bool] = {}

    @contextmanager
    def turn(self, sender: str) -> Iterator[None]:
        """While a message of somebody is answered."""
        self._turns[sender] = False
        try:
            yield
        finally:
            self._turns.pop(sender, None)

    def is_done(self, sender: str) -> bool:
        """True when the conversation was read in the turn that goes on."""
        return self._turns.get(sender, False)

    def note(self, sender: str) -> None:
        """The conversation was read; for nothing outside a turn."""
        if sender in self._turns:
            self._turns[sender] = True
