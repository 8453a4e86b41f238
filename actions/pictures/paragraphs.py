"""Joins the lines of a picture: a sentence that was broken for lack of room is one line again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Protocol


class Placed(Protocol):
    """A piece of text with its edges."""

    @property
    def text(self) -> str:
        """What it says."""
        ...

    @property
    def left(self) -> float:
        """Smallest x."""
        ...

    @property
    def right(self) -> float:
        """Largest x."""
        ...

    @property
    def top(self) -> float:
        """Smallest y."""
        ...

    @property
    def bottom(self) -> float:
        """Largest y."""
        ...


# In heights of a line, from middle to middle: beyond this a row does not follow the one above it.
FOLLOWS = 2.2
# Heights that are alike, in parts of the larger one; edges that are, in heights.
ALIKE, SAME_EDGE = 0.65, 0.8
# Distances that differ by this many heights are meant: paragraphs stand further apart than lines.
MEANT = 0.22
# With fewer distances than this nothing can be said of them.
LEAST_STEPS = 2
_ENDS = re.compile(r"[.:;!?]$")
_BEGINS_ANEW = re.compile(r"^(?:[^\w(\"'“‘&+]|\d{1,2}[.)]\s)")
# Nobody ends a line with these on purpose.
_OPEN_END = re.compile(
    r"(?:[,(&/+=–—]|\b(?:dan|atau|di|ke|dari|yang|yg|untuk|utk|per|dengan|dgn|pt|jl))$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^[a-z&(\"“]")

Row = Sequence[Placed]


def joined(rows: Sequence[Row]) -> str:
    """One line of text a row, and one for a sentence that runs over several.

    Args:
        rows: in reading order; the pieces of a row from left to right, at least one.
    """
    lines: list[str] = []
    for block in _blocks(rows):
        width = max(row[-1].right - row[0].left for row in block)
        lines.append(_words(block[0]))
        for number, is_close in enumerate(_closeness(block), start=1):
            if _goes_on(block[number - 1], block[number], width, is_close):
                lines[-1] += " " + _words(block[number])
            else:
                lines.append(_words(block[number]))
    return "\n".join(lines)


def _closeness(block: Sequence[Row]) -> list[bool | None]:
    """Of each row after the first: whether it stands closer to the one above than others do; None when all are alike."""
    steps = [_distance(above[-1], below[0]) for above, below in itertools.pairwise(block)]
    if len(steps) < LEAST_STEPS or max(steps) - min(steps) < MEANT:
        return [None] * len(steps)
    limit = (min(steps) + max(steps)) / 2
    return [step < limit for step in steps]


def _words(row: Row) -> str:
    return " ".join(piece.text for piece in row)


def _blocks(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Rows that stand closely below each other, in one column and one size."""
    start = 0
    for number in range(1, len(rows) + 1):
        if number == len(rows) or not _follows(rows[number - 1], rows[number]):
            yield rows[start:number]
            start = number


def _distance(one: Placed, other: Placed) -> float:
    """From middle to middle, in heights of the larger letters."""
    height = max(one.bottom - one.top, other.bottom - other.top)
    return (other.top + other.bottom - one.top - one.bottom) / 2 / height


def _follows(above: Row, below: Row) -> bool:
    """Whether a row stands right below another, in letters of the same size."""
    one, other = above[-1], below[0]
    high, low = one.bottom - one.top, other.bottom - other.top
    edges = (
        abs(one.left - other.left),
        abs(one.left + one.right - other.left - other.right) / 2,
    )
    return (
        min(high, low) > ALIKE * max(high, low)
        and 0 < _distance(one, other) < FOLLOWS
        and min(edges) < SAME_EDGE * max(high, low)
    )


def _goes_on(above: Row, below: Row, width: float, is_close: bool | None) -> bool:
    """Whether a row continues the sentence of the one before it.

    Args:
        above: a row.
        below: the next one in the same block.
        width: of the block.
        is_close: whether the two are closer than others of the block; None when all distances are alike.
    """
    one, other = above[-1], below[0]
    if _BEGINS_ANEW.match(other.text) or _ENDS.search(one.text):
        return False
    if _OPEN_END.search(one.text):
        return True
    if is_close is False:
        return False
    # Had the next word fitted, it would stand there.
    word = len(other.text.split()[0]) + 1
    room = width - (above[-1].right - above[0].left)
    if room > 1.1 * word * (other.right - other.left) / len(other.text):
        return False
    return bool(is_close or _GOES_ON.match(other.text))
