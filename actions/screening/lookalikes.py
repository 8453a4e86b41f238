"""Reads a text as an eye does: other spaces, dashes and digits as the plain ones, without what no eye sees. For finding only."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

# Signs like a full stop between digits.
_DOTS = "\u00b7\u2024\u2027\u30fb\u2219"
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_TO_ASCII = 0xFEE0
# "0️⃣" is a digit with two marks.
_MARKS = frozenset(["Cf", "Mn", "Me"])


@dataclass(frozen=True)
class Plain:
    """A text as it is read.

    Attributes:
        text: n characters.
        places: for each of them its offset in the text as it was typed, and that text's length: n + 1 numbers that rise.
    """

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters start..end of the plain text stand in the text as it was typed, with what no eye sees behind them."""
        return self.places[start], self.places[end]


def plain(text: str) -> Plain:
    """The plain reading of a text."""
    if text.isascii():
        return Plain(text, tuple(range(len(text) + 1)))
    kept = [(place, _plain(char)) for place, char in enumerate(text)]
    kept = [(place, char) for place, char in kept if char]
    return Plain("".join(char for _, char in kept), (*(place for place, _ in kept), len(text)))


def _plain(char: str) -> str:
    """One character, or none."""
    if char.isascii():
        return char
    category = unicodedata.category(char)
    if category in _MARKS:
        return ""
    if category == "Zs":
        return " "
    if category == "Pd" or char == "\u2212":
        return "-"
    if char in _DOTS:
        return "."
    if ord(char) in _FULL_WIDTH:
        return chr(ord(char) - _TO_ASCII)
    digit = unicodedata.digit(char, None)
    return char if digit is None else str(digit)
