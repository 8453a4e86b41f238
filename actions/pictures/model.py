"""What is read in a picture, and why one cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]


class PictureError(Exception):
    """The picture cannot be read; the message tells the sender why.

    Attributes:
        reason: one of "kosong", "bukan_gambar", "rusak", "terlalu_besar", "terlalu_kecil", "tanpa_teks", "gagal".
        problem: what is wrong, an Indonesian sentence.
        remedy: what the sender can do about it, another.
    """

    def __init__(self, reason: str, problem: str, remedy: str) -> None:
        """Both sentences make the message."""
        super().__init__(f"{problem} {remedy}")
        self.reason = reason
        self.problem = problem
        self.remedy = remedy


@dataclass(frozen=True)
class PictureLine:
    """A piece of text as it stands in the picture.

    Attributes:
        text: the words.
        confidence: of the reader, 0 to 1.
        corners: clockwise from the first letter's upper corner, in pixels of the picture as read (`PictureText.size`).
    """

    text: str
    confidence: float
    corners: Corners


@dataclass(frozen=True)
class PictureText:
    """What was read.

    Attributes:
        text: in reading order; a sentence that runs over several lines of the picture is one line here.
        lines: the pieces, in the same order.
        size: width and height of the picture as read: upright, enlarged or reduced.
        turned: by how many degrees it was turned counterclockwise before it was read: 0, 90, 180 or 270.
        is_complete: False when there was more than is read of one picture; its lower part is missing then.
        seconds: how long reading took.
    """

    text: str
    lines: tuple[PictureLine, ...]
    size: tuple[int, int]
    turned: int
    is_complete: bool
    seconds: float

    @property
    def confidence(self) -> float:
        """Mean of the lines, each weighing as much as it has letters."""
        letters = sum(len(line.text) for line in self.lines)
        return sum(line.confidence * len(line.text) for line in self.lines) / max(letters, 1)
