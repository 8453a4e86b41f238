"""Draws a result card as a PNG. Everything that decides what stands where is in card_layout.py."""

from __future__ import annotations

import io
import math

from PIL import Image, ImageDraw

from actions.render.card import Card
from actions.render.card_layout import Layout, laid_out
from actions.render.card_lines import forget_words
from actions.render.card_style import CAP, FONT, PAGE, PAPER, STYLES, Shape, Style
from actions.render.fonts import font_of

# Shapes are drawn larger and made small again: Pillow draws them without smooth edges.
_FINER = 3


def drawn(card: Card) -> bytes:
    """The card as a PNG file of 1080 x 1350 pixels; the same card gives the same bytes."""
    try:
        return _encoded(picture_of(laid_out(card), STYLES[card.risk]))
    finally:
        forget_words()


def picture_of(layout: Layout, style: Style) -> Image.Image:
    """A layout as a picture."""
    picture = Image.new("RGB", PAGE, PAPER)
    for shape in layout.shapes:
        _put(picture, shape, style)
    draw = ImageDraw.Draw(picture)
    for words in layout.words:
        draw.text(
            (words.x, words.y + words.size * CAP),
            words.text,
            font=font_of(FONT, words.size, words.bold),
            fill=words.ink,
            anchor="ls",
        )
    return picture


def _encoded(picture: Image.Image) -> bytes:
    # 64 colours are enough for letters with smooth edges, and a quarter of the size: many pay by the megabyte.
    small = picture.quantize(64, dither=Image.Dither.NONE)
    file = io.BytesIO()
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


def _put(picture: Image.Image, shape: Shape, style: Style) -> None:
    if shape.kind == "band":
        bottom = round(shape.y + shape.height)
        picture.paste(shape.fill, (0, round(shape.y), round(shape.width), bottom))
        return
    size = (round(shape.width), round(shape.height))
    place = (round(shape.x), round(shape.y))
    if shape.kind in ("panel", "bar"):
        picture.paste(shape.fill, place, _rounded(size, shape.radius))
        return
    outer, inner = _SIGNS[shape.kind](size[0] * _FINER)
    picture.paste(style.band_ink, place, outer.resize(size, Image.Resampling.LANCZOS))
    picture.paste(style.band, place, inner.resize(size, Image.Resampling.LANCZOS))


def _rounded(size: tuple[int, int], radius: float) -> Image.Image:
    large = Image.new("L", (size[0] * _FINER, size[1] * _FINER))
    box = (0, 0, large.width - 1, large.height - 1)
    ImageDraw.Draw(large).rounded_rectangle(box, radius * _FINER, 255)
    return large.resize(size, Image.Resampling.LANCZOS)


Masks = tuple[Image.Image, Image.Image]


def _blank(side: int) -> Masks:
    return Image.new("L", (side, side)), Image.new("L", (side, side))


def _octagon(side: int) -> Masks:
    """A stop sign with an exclamation mark."""
    outer, inner = _blank(side)
    middle, radius = side / 2, side / 2 / math.cos(math.pi / 8)
    corners = [
        (middle + radius * math.cos(angle), middle + radius * math.sin(angle))
        for angle in (math.pi / 8 + number * math.pi / 4 for number in range(8))
    ]
    ImageDraw.Draw(outer).polygon(corners, 255)
    _exclamation(inner, side, 0.22, 0.78)
    return outer, inner


def _triangle(side: int) -> Masks:
    """A warning sign with an exclamation mark."""
    outer, inner = _blank(side)
    draw = ImageDraw.Draw(outer)
    round_ = side * 0.07
    corners = [
        (side / 2, side * 0.05 + round_),
        (side - round_, side * 0.93 - round_),
        (round_, side * 0.93 - round_),
    ]
    draw.polygon(corners, 255)
    draw.line([*corners, corners[0], corners[1]], 255, round(2 * round_), joint="curve")
    for x, y in corners:
        draw.ellipse((x - round_, y - round_, x + round_, y + round_), 255)
    _exclamation(inner, side, 0.33, 0.83)
    return outer, inner


def _lens(side: int) -> Masks:
    """A magnifying glass."""
    outer, inner = _blank(side)
    draw = ImageDraw.Draw(outer)
    draw.line((side * 0.56, side * 0.56, side * 0.9, side * 0.9), 255, round(side * 0.15))
    end = side * 0.075
    draw.ellipse((side * 0.9 - end, side * 0.9 - end, side * 0.9 + end, side * 0.9 + end), 255)
    draw.ellipse((side * 0.03, side * 0.03, side * 0.73, side * 0.73), 255)
    ImageDraw.Draw(inner).ellipse((side * 0.13, side * 0.13, side * 0.63, side * 0.63), 255)
    return outer, inner


def _exclamation(mask: Image.Image, side: int, top: float, bottom: float) -> None:
    draw = ImageDraw.Draw(mask)
    half, dot = side * 0.065, side * 0.075
    middle, foot = side / 2, side * bottom
    draw.rounded_rectangle(
        (middle - half, side * top, middle + half, foot - 2.9 * dot), half, fill=255
    )
    draw.ellipse((middle - dot, foot - 2 * dot, middle + dot, foot), 255)


_SIGNS = {"octagon": _octagon, "triangle": _triangle, "lens": _lens}
