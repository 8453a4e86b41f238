"""Draws what was taken for what as a square of shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.whole_file import whole

# Up to so many names, each field carries its number and the picture is small.
MOST_WITH_NUMBERS = 12
# In large pictures this share is already drawn in full color, so that rare confusions show.
STRONGEST = 0.2


@dataclass(frozen=True)
class Confused:
    """How often each of some names was taken for each.

    Attributes:
        names: of rows (right) and columns (predicted).
        counts: one row for each right name.
    """

    names: Sequence[str]
    counts: Sequence[Sequence[int]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]], names: Sequence[str]) -> Confused:
        """Count pairs of right and predicted name."""
        counted = Counter(pairs)
        return cls(names, [[counted[right, other] for other in names] for right in names])

    @property
    def shares(self) -> list[list[float]]:
        """Counts as shares of their row."""
        return [[count / (sum(row) or 1) for count in row] for row in self.counts]


def draw(confused: Confused, path: Path) -> None:
    """Draw shares of each row and write the picture as PNG."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    names = confused.names
    has_numbers = len(names) <= MOST_WITH_NUMBERS
    side = 7.0 if has_numbers else 4 + 0.17 * len(names)
    figure = Figure(figsize=(side, side), dpi=120)
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.imshow(confused.shares, cmap="Blues", vmin=0, vmax=1 if has_numbers else STRONGEST)
    size = 9 if has_numbers else 6
    axes.set_xticks(range(len(names)))
    axes.set_xticklabels(names, rotation=90, fontsize=size)
    axes.set_yticks(range(len(names)))
    axes.set_yticklabels(names, fontsize=size)
    axes.set_xlabel("dipahami sebagai")
    axes.set_ylabel("maksud sebenarnya")
    if has_numbers:
        for y, row in enumerate(confused.counts):
            for x, count in enumerate(row):
                color = "white" if confused.shares[y][x] > 0.5 else "black"
                axes.text(x, y, count or "", ha="center", va="center", color=color, fontsize=size)
    figure.tight_layout()
    with whole(path) as out:
        figure.savefig(out, format="png")
