"""A table of figures, and the ways to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.evaluation.scores import Number, Share

Figure = Share | Number | int | str


@dataclass(frozen=True)
class Table:
    """Figures with a name for each row and each column.

    Attributes:
        name: what it is about.
        columns: heads of the columns after the first.
        rows: label of a row -> its figures.
        is_detail: too long for a terminal.
    """

    name: str
    columns: tuple[str, ...]
    rows: dict[str, tuple[Figure, ...]]
    is_detail: bool = False

    def as_dict(self) -> dict[str, dict[str, Any]]:
        """Row -> column -> bare value, for JSON."""
        return {
            label: dict(zip(self.columns, map(_bare, figures), strict=True))
            for label, figures in self.rows.items()
        }


def markdown(table: Table) -> str:
    """The table in Markdown."""
    head = ["", *table.columns]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(cells)} |" for cells in _cells(table)]
    return "\n".join(lines)


def plain(table: Table, say: Callable[[str], str] = lambda words: words) -> str:
    """The table for a terminal, in columns.

    Args:
        table: what to show.
        say: turns names of the table, its rows and columns into the reader's language.
    """
    rows = [
        [say(table.name), *map(say, table.columns)],
        *([say(label), *figures] for label, *figures in _cells(table)),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = cells
    width, *wide = widths
    aligned = [first.ljust(width), *(cell.rjust(w) for cell, w in zip(others, wide, strict=True))]
    return "  ".join(aligned).rstrip()


def _cells(table: Table) -> Iterator[list[str]]:
    for label, figures in table.rows.items():
        yield [label, *map(str, figures)]


def _bare(figure: Figure) -> Any:
    if isinstance(figure, Share):
        return {"share": figure.value, "hits": figure.hits, "of": figure.total}
    return figure.value if isinstance(figure, Number) else figure
