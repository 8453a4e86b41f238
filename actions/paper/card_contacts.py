"""Contacts below each other on half a card, their numbers as large as fits."""

from __future__ import annotations

from collections.abc import Sequence

from actions.paper.canvas import Canvas
from actions.paper.contacts import PaperContact, PaperNumber
from actions.paper.letters import CAPITAL, POINT, TAIL, Box
from actions.paper.parts import dated, dated_width

AREA, SMALL = 6.2, 5.8
"""Points."""

_NAME = 7.5
# Numbers are as large as the other words let them be.
_NUMBERS = (15.0, 13.5, 12.0, 11.0, 10.0)
_PICTURE = 0.33
# Height of their capitals, millimetres a point.
_CAPITALS = POINT * CAPITAL


def draw_contacts(canvas: Canvas, named: Sequence[tuple[PaperContact, str]], box: Box) -> None:
    """Contacts below each other, their numbers as large as fits, spread a little where there is room.

    Args:
        canvas: where.
        named: each with the part of the country that it serves; may be empty.
        box: the room for all of them.
    """
    size = next((size for size in _NUMBERS if _fits(canvas, named, box, size)), _NUMBERS[-1])
    spare = box.height - _total(canvas, named, box.width, size)
    gap = 1.4 + max(0.0, min(2.5, spare / (len(named) + 1)))
    y = box.y
    for contact, area in named:
        y += _contact(canvas, contact, area, Box(box.x, y, box.width, box.foot - y), size) + gap


def _fits(canvas: Canvas, named: Sequence[tuple[PaperContact, str]], box: Box, size: float) -> bool:
    """True when all contacts have room, each label beside its number and hardly higher than it."""
    numbers = [number for contact, _ in named for number in contact.numbers]
    beside = all(
        _label_height(canvas, number, box.width, size) <= size * _CAPITALS + 1.2
        for number in numbers
    )
    return beside and _total(canvas, named, box.width, size) <= box.height


def _label_start(canvas: Canvas, number: PaperNumber, size: float) -> float:
    """Where the words beside a number begin."""
    return size * _PICTURE + 3.2 + canvas.width_of(number.shown, size, bold=True) + 0.1


def _label_height(canvas: Canvas, number: PaperNumber, width: float, size: float) -> float:
    room = width - _label_start(canvas, number, size)
    return canvas.measure(number.label, room, SMALL) if room > 0 else width


def least_height(canvas: Canvas, named: Sequence[tuple[PaperContact, str]], width: float) -> float:
    """The height that contacts need with their numbers as small as they may be, as `draw_contacts` takes them."""
    return _total(canvas, named, width, _NUMBERS[-1])


def _total(
    canvas: Canvas, named: Sequence[tuple[PaperContact, str]], width: float, size: float
) -> float:
    heights = [_height(canvas, contact, area, width, size) for contact, area in named]
    return sum(heights) + 1.4 * (len(heights) - 1)


def _height(canvas: Canvas, contact: PaperContact, area: str, width: float, size: float) -> float:
    height = canvas.measure(contact.name, width, _NAME, bold=True) + 1
    if area:
        height += canvas.measure(area, width, AREA) + 0.9
    height += len(contact.numbers) * _line(size)
    if contact.alert:
        height += canvas.measure(contact.alert, width, SMALL) + 0.7
    if not _beside(canvas, contact, width):
        height += canvas.measure(contact.dated, width, SMALL, bold=contact.warns) + 0.7
    return height


def _contact(canvas: Canvas, contact: PaperContact, area: str, box: Box, size: float) -> float:
    """Name and date in one line where both fit, numbers, what to know.

    Returns:
        The height of all this.
    """
    y = box.y
    used = canvas.text(Box(box.x, y, box.width, 6), contact.name, _NAME, bold=True) + 1
    beside = _beside(canvas, contact, box.width)
    if beside:
        wide = dated_width(canvas, contact, SMALL)
        dated(canvas, contact, Box(box.right - wide, y + 0.4, wide, 3), SMALL)
    y += used
    if area:
        y += canvas.text(Box(box.x, y, box.width, box.foot - y), area, AREA) + 0.9
    for number in contact.numbers:
        across = size * _PICTURE
        canvas.picture(number.picture, box.x, y - size * 0.04, across, colour=canvas.palette.accent)
        wide = canvas.width_of(number.shown, size, bold=True) + 0.1
        canvas.text(Box(box.x + across + 1.4, y, wide, size), number.shown, size, bold=True)
        start = box.x + _label_start(canvas, number, size)
        # Its last line stands on the line of the number.
        height = _label_height(canvas, number, box.width, size)
        top = y + size * _CAPITALS - height + SMALL * POINT * TAIL
        canvas.text(Box(start, top, box.right - start, height), number.label, SMALL)
        y += _line(size)
    if contact.alert:
        y += canvas.text(Box(box.x, y, box.width, box.foot - y), contact.alert, SMALL) + 0.7
    if not beside:
        y += dated(canvas, contact, Box(box.x, y, box.width, 5), SMALL) + 0.7
    return y - box.y


def _line(size: float) -> float:
    """Height of a number with the room below it."""
    return size * _CAPITALS + 1.5


def _beside(canvas: Canvas, contact: PaperContact, width: float) -> bool:
    name = canvas.width_of(contact.name, _NAME, bold=True)
    return name + 3 + dated_width(canvas, contact, SMALL) <= width
