"""Letters on paper: how much room they take, what they cover, and which of them the font has."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

POINT = 25.4 / 72
"""Millimetres."""

# Parts of the letters' size: height of capitals, depth of tails, distance of lines.
CAPITAL, TAIL = 0.72, 0.21
_LEADING, _LARGE, _TIGHT = 1.22, 24.0, 1.05
_LETTERS = str.maketrans({"–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "•": "·", "…": "...", "\u00a0": " "})  # fmt: skip


@dataclass(frozen=True)
class Box:
    """A place on the page in millimetres, from the upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def foot(self) -> float:
        """The lower edge."""
        return self.y + self.height


@dataclass(frozen=True)
class Placed:
    """Words that were placed.

    Attributes:
        page: from 1.
        text: as it is printed, lines apart.
        box: what the letters cover.
        room: what they were given.
        size: of the letters on paper, points.
        wanted: the size they should have had.
    """

    page: int
    text: str
    box: Box
    room: Box
    size: float
    wanted: float


def leading(size: float) -> float:
    """Distance of lines as a part of the size, which is in points of the design: large letters stand closer."""
    return _TIGHT if size >= _LARGE else _LEADING


def height_of(lines: int, size: float) -> float:
    """The height that so many lines cover, millimetres, from the top of the capitals to the tails."""
    return size * POINT * (CAPITAL + leading(size) * (lines - 1) + TAIL)


def printable(text: str) -> str:
    """The text in letters that the font has; accents that it has not are left away."""
    plain = text.translate(_LETTERS)
    return "".join(map(_letter, plain))


def _letter(sign: str) -> str:
    try:
        sign.encode("latin-1")
    except UnicodeEncodeError:
        bare = unicodedata.normalize("NFKD", sign).encode("latin-1", "ignore").decode("latin-1")
        return bare or "?"
    return sign
