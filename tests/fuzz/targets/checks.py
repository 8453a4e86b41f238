"""What must hold of whatever comes out."""

from __future__ import annotations

import unicodedata

from tests.fuzz.engine import WrongResult


def must(holds: object, what: str) -> None:
    """Fail with a few words unless something holds."""
    if not holds:
        raise WrongResult(what)


def is_plain(text: str) -> bool:
    """Whether a text has no sign that moves a cursor or turns a line around; line ends are allowed."""
    return all(sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs") for sign in text)
