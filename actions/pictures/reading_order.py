"""Puts the pieces of text of a picture into the order in which a person reads them: columns, tables, paragraphs."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actions.pictures.model import PictureLine
from actions.pictures.paragraphs import joined

# In heights of a line: the gap that divides columns, and the one that divides two remarks on one row.
GUTTER, APART = 0.9, 3.0
# The part of a line's height that its neighbours may cover.
OVERLAP = 0.35
# Bands in a row where only one of two columns has something.
MOST_ALONE = 3
# Names of a table's rows are short.
LABEL = 14


@dataclass(frozen=True)
class Piece:
    """A line in a straightened picture: edges, and what it says."""

    line: PictureLine
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Of the letters."""
        return self.bottom - self.top

    @property
    def text(self) -> str:
        """What it says."""
        return self.line.text


Row = list[Piece]


def arranged(lines: Sequence[PictureLine]) -> tuple[str, tuple[PictureLine, ...]]:
    """The text in reading order, and the lines in the same order.

    Args:
        lines: in any order.
    """
    rows = list(_ordered(_straightened(lines)))
    return joined(rows), tuple(piece.line for row in rows for piece in row)


def _straightened(lines: Sequence[PictureLine]) -> list[Piece]:
    """Edges as they would be if the picture had been held straight."""
    slope = _slope(lines)
    cos, sin = math.cos(slope), math.sin(slope)
    pieces = []
    for line in lines:
        (a, b, c, d) = ((x * cos + y * sin, y * cos - x * sin) for x, y in line.corners)
        left, right = (a[0] + d[0]) / 2, (b[0] + c[0]) / 2
        top, bottom = (a[1] + b[1]) / 2, (c[1] + d[1]) / 2
        pieces.append(Piece(line, left, top, max(right, left + 1), max(bottom, top + 1)))
    return pieces


def _slope(lines: Sequence[PictureLine]) -> float:
    """Angle of the writing: the median of the long lines, in radians."""
    angles = []
    for line in lines:
        (ax, ay), (bx, by), (cx, cy), _ = line.corners
        if math.hypot(bx - ax, by - ay) > 4 * math.hypot(cx - bx, cy - by):
            angles.append(math.atan2(by - ay, bx - ax))
    return statistics.median(angles) if angles else 0.0


def _ordered(pieces: list[Piece]) -> Iterator[Row]:
    """Rows from top to bottom; columns that stand side by side one after the other."""
    bands = _bands(pieces)
    start = 0
    while start < len(bands):
        end, gutter = _columns(bands, start)
        block = [piece for band in bands[start:end] for piece in band]
        if gutter is None:
            yield from _rows(block)
        else:
            left = [piece for piece in block if piece.right <= gutter]
            right = [piece for piece in block if piece.right > gutter]
            if _is_table(left, right):
                yield from _table(bands[start:end])
            else:
                yield from _ordered(left)
                yield from _ordered(right)
        start = end


def _bands(pieces: Sequence[Piece]) -> list[Row]:
    """Groups of pieces that overlap from top to bottom, so that a straight cut divides one from the next."""
    bands: list[Row] = []
    lowest = -math.inf
    for piece in sorted(pieces, key=lambda one: one.top + OVERLAP * one.height):
        if not bands or piece.top + OVERLAP * piece.height > lowest:
            bands.append([])
            lowest = -math.inf
        bands[-1].append(piece)
        lowest = max(lowest, piece.bottom - OVERLAP * piece.height)
    return bands


def _columns(bands: Sequence[Row], start: int) -> tuple[int, float | None]:
    """How far the columns go that begin with a band, and where the first of them ends."""
    best: tuple[int, float | None] = (start + 1, None)
    for gap in _gaps(bands[start]):
        end, left = _reach(bands, start, gap)
        if end > best[0] or (best[1] is None and _has_several_rows(bands[start], left)):
            best = (end, left)
    return best


def _reach(bands: Sequence[Row], start: int, gap: tuple[float, float]) -> tuple[int, float]:
    """Follow a gutter down: the band after the last that keeps it free, and its left edge there."""
    end, reached = start + 1, gap
    alone = 0
    for number in range(start + 1, len(bands)):
        narrower = _narrowed(gap, bands[number])
        if narrower is None:
            break
        gap = narrower
        if _is_one_sided(bands[number], gap[0]):
            alone += 1
            if alone > MOST_ALONE:
                break
            if not _goes_on(bands[start:number], bands[number], gap[0]):
                continue
        alone = 0
        end, reached = number + 1, gap
    return end, reached[0]


def _has_several_rows(band: Row, gutter: float) -> bool:
    """Whether a band is more than a row: columns whose lines do not stand at equal heights."""
    return any(
        one.bottom - OVERLAP * one.height < other.top + OVERLAP * other.height
        for one in band
        for other in band
        if (one.right <= gutter) == (other.right <= gutter)
    )


def _is_one_sided(band: Row, gutter: float) -> bool:
    return len({piece.right <= gutter for piece in band}) == 1


def _goes_on(above: Sequence[Row], band: Row, gutter: float) -> bool:
    """Whether a piece that stands alone belongs to one of the columns above it."""
    first = band[0]
    pieces = [piece for row in above for piece in row]
    if first.top - max(piece.bottom for piece in pieces) > first.height:
        return False
    same = [piece for piece in pieces if (piece.right <= gutter) == (first.right <= gutter)]
    return any(abs(piece.left - first.left) < 1.5 * first.height for piece in same)


def _narrowed(gap: tuple[float, float], band: Row) -> tuple[float, float] | None:
    """What a further band leaves of a gutter; None when it crosses it."""
    left, right = gap
    for piece in band:
        if (piece.left + piece.right) / 2 < (left + right) / 2:
            left = max(left, piece.right)
        else:
            right = min(right, piece.left)
    return (left, right) if right - left >= GUTTER * _height(band) else None


def _height(band: Row) -> float:
    return statistics.median(piece.height for piece in band)


def _gaps(band: Row) -> list[tuple[float, float]]:
    """Stretches from left to right where nothing stands."""
    least = GUTTER * _height(band)
    gaps = []
    reach = math.inf
    for piece in sorted(band, key=lambda one: one.left):
        if piece.left - reach > least:
            gaps.append((reach, piece.left))
        reach = piece.right if reach == math.inf else max(reach, piece.right)
    return gaps


def _is_table(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether two columns are names and values that belong together row by row."""
    pairs = [
        (one, other)
        for one in left
        for other in right
        if abs(one.top + one.bottom - other.top - other.bottom) < max(one.height, other.height)
    ]
    if len(pairs) < 0.7 * max(len(left), len(right)):
        return False
    if sum(one.text.endswith(":") or other.text.startswith(":") for one, other in pairs) * 2 > len(
        pairs
    ):
        return True
    bullets = any(not piece.text[0].isalnum() for piece in left)
    return not bullets and statistics.median(len(piece.text) for piece in left) <= LABEL


def _table(bands: Sequence[Row]) -> Iterator[Row]:
    for band in bands:
        yield sorted(band, key=lambda one: one.left)


def _rows(pieces: Sequence[Piece]) -> Iterator[Row]:
    """What stands on one line, from left to right; two remarks far apart are two rows."""
    rest = sorted(pieces, key=lambda one: one.top + one.bottom)
    while rest:
        first = rest[0]
        middle = (first.top + first.bottom) / 2
        row = [one for one in rest if one.top < middle < one.bottom]
        rest = [one for one in rest if one not in row]
        row.sort(key=lambda one: one.left)
        yield from _parted(row)


def _parted(row: Row) -> Iterator[Row]:
    part = [row[0]]
    for piece in row[1:]:
        apart = piece.left - part[-1].right > APART * max(piece.height, part[-1].height)
        if apart and not part[-1].text.endswith(":") and not piece.text.startswith(":"):
            yield part
            part = []
        part.append(piece)
    yield part
