"""Sizes of sheets, and colours: one accent, or black alone for copiers that swallow every grey."""

from __future__ import annotations

from dataclasses import dataclass

A4, A5 = "A4", "A5"
SIZES = (A4, A5)
_WIDTHS = {A4: (210.0, 297.0), A5: (148.0, 210.0)}


@dataclass(frozen=True)
class Palette:
    """Colours as "#rrggbb".

    Attributes:
        ink: of words.
        accent: of what should be seen first; the ink itself where there is no colour.
        paper: of what stands on a filled shape.
        filled: shapes are filled with the accent, else only outlined: copiers make large black areas blotchy.
    """

    ink: str
    accent: str
    paper: str
    filled: bool


# On white 5.9 : 1 and 17 : 1 (WCAG AA asks for 4.5 : 1); copied in black and white, the red stays dark.
COLOUR = Palette("#1b1b1b", "#b8301c", "#ffffff", True)
BLACK = Palette("#000000", "#000000", "#ffffff", False)


@dataclass(frozen=True)
class Format:
    """How something is printed.

    Attributes:
        size: one of SIZES.
        palette: its colours.
    """

    size: str = A4
    palette: Palette = COLOUR

    def page(self, upright: bool = True) -> tuple[float, float]:
        """Width and height of a page in millimetres."""
        width, height = _WIDTHS[self.size]
        return (width, height) if upright else (height, width)

    @property
    def scale(self) -> float:
        """How much smaller than on A4 a sheet is drawn: both have the same shape."""
        return _WIDTHS[self.size][0] / _WIDTHS[A4][0]
