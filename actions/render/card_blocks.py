"""Pieces of a result card: lines of words with their shapes, put below each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from actions.render.card_lines import balanced
from actions.render.card_style import LEADING, MARGIN, Shape, Words


@dataclass(frozen=True)
class Block:
    """Something that stands as a whole; places count from its upper edge."""

    height: float
    words: tuple[Words, ...] = ()
    shapes: tuple[Shape, ...] = ()

    def at(self, y: float) -> Block:
        """The same further down."""
        return Block(
            self.height,
            tuple(replace(each, y=each.y + y) for each in self.words),
            tuple(replace(each, y=each.y + y) for each in self.shapes),
        )


def lines_of(
    role: str,
    text: str,
    size: int,
    width: float,
    ink: str,
    *,
    bold: bool = False,
    most: int = 1,
    left: float = 0,
    leading: float = LEADING,
) -> Block:
    """A paragraph.

    Args:
        role: what it is.
        text: the words; without any the block is empty.
        size: of the letters.
        width: pixels.
        ink: colour.
        bold: weight.
        most: lines at most.
        left: distance from the margin.
        leading: distance of the lines, as a part of the size.
    """
    rows = balanced(text, size, bold, width, most) if text else []
    step = size * leading
    return Block(
        step * len(rows),
        tuple(
            Words(role, row, MARGIN + left, number * step, size, bold, ink)
            for number, row in enumerate(rows)
        ),
    )


def stacked(blocks: Sequence[Block], gap: float) -> Block:
    """Blocks below each other; empty ones take no place."""
    words: list[Words] = []
    shapes: list[Shape] = []
    y = 0.0
    for block in [block for block in blocks if block.height]:
        placed = block.at(y + gap if y else 0)
        y = (y + gap if y else 0) + block.height
        words += placed.words
        shapes += placed.shapes
    return Block(y, tuple(words), tuple(shapes))
