"""Draws a text as a flyer."""

from __future__ import annotations

import re

from PIL import ImageDraw, ImageFont

from actions.render.fonts import drawable as drawable_signs
from actions.render.fonts import font_of
from bot.evaluation.flyers.effects import encoded, grounded, worn
from bot.evaluation.flyers.styles import Style

WIDTH, HEIGHT = 1080, 1350
MARGIN = 60
LARGEST, SMALLEST = 46, 22
POST_SIZE = 34

COLOURS = {
    "white": "#ffffff",
    "black": "#111111",
    "navy": "#10245a",
    "cream": "#f6eed8",
    "yellow": "#ffd92e",
    "red": "#b3121d",
    "green": "#0d6b3a",
    "purple": "#4b1d7a",
}
_NAMED = re.compile(r"^([^:]{2,22}):\s+(.+)$")

Font = ImageFont.FreeTypeFont
Placed = tuple[float, float, str, Font]


def drawable(text: str, font: str = "") -> str:
    """The part of a text that is drawn: without emoji and letters that the fonts do not have, and without lines of nothing else."""
    lines = drawable_signs(text, font).splitlines()
    return "\n".join(line for line in lines if re.search(r"\w", line))


def render(text: str, style: Style) -> bytes:
    """Draw a text; the same text and style give the same bytes.

    Args:
        text: any; only what `drawable` leaves of it is drawn.
        style: how it looks.

    Returns:
        A picture file.
    """
    ink, paper = (COLOURS[name] for name in style.colours.split(" on "))
    lines = drawable(text, style.font).splitlines()
    placed, height = _fitted(lines, style)
    picture = grounded(style.ground, (WIDTH, height), paper)
    draw = ImageDraw.Draw(picture)
    for x, y, words, font in placed:
        draw.text((x, y), words, font=font, fill=ink)
    return encoded(worn(picture, style, paper), style)


def _fitted(lines: list[str], style: Style) -> tuple[list[Placed], int]:
    """The largest letters with which everything fits; the page grows when even the smallest do not."""
    sizes = [POST_SIZE] if style.layout == "post" else range(LARGEST, SMALLEST - 1, -2)
    for size in sizes:
        placed, bottom = _LAYOUTS[style.layout](lines, style.font, size)
        if bottom <= HEIGHT - MARGIN:
            break
    return placed, HEIGHT if style.layout != "post" else max(int(bottom) + MARGIN, 400)


def _poster(lines: list[str], name: str, size: int) -> tuple[list[Placed], float]:
    placed, y = _block(
        lines[:1], font_of(name, size * 3 // 2, True), MARGIN, WIDTH - MARGIN, MARGIN, True
    )
    body, y = _block(lines[1:], font_of(name, size), MARGIN, WIDTH - MARGIN, y + size)
    return placed + body, y


def _card(lines: list[str], name: str, size: int) -> tuple[list[Placed], float]:
    return _block(lines, font_of(name, size, True), MARGIN, WIDTH - MARGIN, MARGIN, True)


def _post(lines: list[str], name: str, size: int) -> tuple[list[Placed], float]:
    return _block(lines, font_of(name, size), MARGIN, WIDTH - MARGIN, MARGIN)


def _columns(lines: list[str], name: str, size: int) -> tuple[list[Placed], float]:
    """The title, then the body in two columns."""
    placed, y = _block(
        lines[:1], font_of(name, size * 4 // 3, True), MARGIN, WIDTH - MARGIN, MARGIN, True
    )
    body, font = lines[1:], font_of(name, size)
    half = -(-len(body) // 2)
    middle = WIDTH / 2
    left, one = _block(body[:half], font, MARGIN, middle - 40, y + size)
    right, other = _block(body[half:], font, middle + 40, WIDTH - MARGIN, y + size)
    return placed + left + right, max(one, other)


def _table(lines: list[str], name: str, size: int) -> tuple[list[Placed], float]:
    """A line "name: value" with the value at a stop; others as they are."""
    font = font_of(name, size)
    placed: list[Placed] = []
    y: float = MARGIN
    for line in lines:
        named = _NAMED.match(line)
        if named and font.getlength(named[1] + ":") < WIDTH / 3:
            value, bottom = _block([named[2]], font, WIDTH / 2.6, WIDTH - MARGIN, y)
            placed += [(MARGIN, y, named[1] + ":", font), *value]
        else:
            value, bottom = _block([line], font, MARGIN, WIDTH - MARGIN, y)
            placed += value
        y = bottom
    return placed, y


def _block(
    lines: list[str], font: Font, left: float, right: float, top: float, centred: bool = False
) -> tuple[list[Placed], float]:
    """Lines below each other, broken where they are too wide; and where they end."""
    placed: list[Placed] = []
    for line in lines:
        for part in _broken(line, font, right - left):
            x = (left + right - font.getlength(part)) / 2 if centred else left
            placed.append((x, top, part, font))
            top += font.size * 1.3
        top += font.size * 0.3
    return placed, top


def _broken(line: str, font: Font, width: float) -> list[str]:
    parts = [""]
    for word in line.split():
        longer = f"{parts[-1]} {word}".strip()
        if parts[-1] and font.getlength(longer) > width:
            parts.append(word)
        else:
            parts[-1] = longer
    return parts


_LAYOUTS = {"poster": _poster, "card": _card, "post": _post, "columns": _columns, "table": _table}
