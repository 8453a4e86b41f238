"""Measures and colours of a result card, and the two things that are placed on it."""

from __future__ import annotations

from dataclasses import dataclass

from actions.screening.model import HIGH, LOW, MEDIUM

# Pixels: upright, as phones are held and as WhatsApp shows whole.
PAGE = (1080, 1350)
MARGIN = 72
INNER = PAGE[0] - 2 * MARGIN
# Distance of lines, and the place of the baseline in one, as parts of the letters' size.
LEADING = 1.28
CAP = 1.0

PAPER, INK, BODY, MUTED = "#ffffff", "#161616", "#3a3a3a", "#545454"
FONT = "sans"


@dataclass(frozen=True)
class Style:
    """What a risk looks like: colours, and a shape of its own for eyes and screens without colour."""

    band: str
    band_ink: str
    tint: str
    icon: str


# Blue, not green, for "rendah": green would be read as "safe". Its sign is a lens, which says "look", never a tick.
STYLES = {
    HIGH: Style("#a11220", "#ffffff", "#fbeced", "octagon"),
    MEDIUM: Style("#ffb612", "#1c1400", "#fff5dc", "triangle"),
    LOW: Style("#14467f", "#ffffff", "#e9f0fa", "lens"),
}


@dataclass(frozen=True)
class Words:
    """A line of words.

    Attributes:
        role: what it is, as the fields of `Card`.
        text: the words.
        x: left edge.
        y: upper edge of the line, which is `size * LEADING` high.
        size: of the letters.
        bold: weight.
        ink: colour.
    """

    role: str
    text: str
    x: float
    y: float
    size: int
    bold: bool
    ink: str


@dataclass(frozen=True)
class Shape:
    """A surface: "band", "panel", "bar", or one of the signs "octagon", "triangle", "lens"; a sign has the colours of its risk."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    fill: str
    radius: float = 0
