"""One emergency card: numbers of that country on the one half, numbers that work from everywhere and what to do on the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from actions.paper.canvas import Canvas
from actions.paper.card_contacts import AREA, SMALL, draw_contacts, least_height
from actions.paper.contacts import PaperContact
from actions.paper.letters import Box
from actions.paper.parts import dated

CARD_WIDTH, CARD_HEIGHT = 85.6, 54.0
"""Millimetres of one half: a bank card (ISO/IEC 7810 ID-1)."""

_EDGE = 4.0
_COUNTRY, _STEP = 14.0, 6.8


@dataclass(frozen=True)
class CardText:
    """What stands on a card.

    Attributes:
        country: its name.
        area: which part of it the card is for; empty for all.
        note: what to know of our missions there; may be empty.
        said: headings by their key.
        there: missions.
        areas: which part each mission serves, by id; empty where that is clear.
        emergency: the local number; None where none is known.
        here: offices in Jakarta.
        steps: what to do.
        printed: when, and until when it holds.
    """

    country: str
    area: str
    note: str
    said: Mapping[str, str]
    there: Sequence[PaperContact]
    areas: Mapping[str, str]
    emergency: PaperContact | None
    here: Sequence[PaperContact]
    steps: Sequence[str]
    printed: str


def draw_card(canvas: Canvas, text: CardText, x: float, y: float) -> None:
    """Both halves side by side.

    Args:
        canvas: with measures as on paper.
        text: what they say.
        x: left edge.
        y: upper edge.
    """
    inner, height = CARD_WIDTH - 2 * _EDGE, CARD_HEIGHT - 2 * _EDGE
    _front(canvas, text, Box(x + _EDGE, y + _EDGE, inner, height))
    _back(canvas, text, Box(x + CARD_WIDTH + _EDGE, y + _EDGE, inner, height))


def fits(canvas: Canvas, text: CardText) -> bool:
    """True when everything has room on the card with numbers of the least size."""
    box = Box(0, 0, CARD_WIDTH - 2 * _EDGE, CARD_HEIGHT - 2 * _EDGE)
    room = box.height - _head_height(canvas, text, box.width)
    if text.emergency:
        room -= _local_height(canvas, text.emergency, box.width) + 1.5
    return least_height(canvas, _named(text), box.width) <= room


def _front(canvas: Canvas, text: CardText, box: Box) -> None:
    accent = canvas.palette.accent
    kind = text.said["title"].upper()
    side = canvas.width_of(kind, 6, bold=True) + 0.1
    title = Box(box.right - side, box.y + 0.2, side, 3)
    canvas.text(title, kind, 6, bold=True, align="R", colour=accent)
    name = Box(box.x, box.y, box.width - side - 3, 5)
    y = box.y + canvas.text(name, text.country, _COUNTRY, bold=True) + 0.8
    canvas.rule(box.x, y, box.right, y, 0.9, colour=accent)
    y += 1.8
    if text.area:
        y += canvas.text(Box(box.x, y, box.width, 8), text.area, AREA, bold=True) + 1
    if text.note:
        y += canvas.text(Box(box.x, y, box.width, 8), text.note, SMALL) + 1
    foot = box.foot
    if text.emergency:
        foot = _local(canvas, text.emergency, box) - 1.5
    draw_contacts(canvas, _named(text), Box(box.x, y, box.width, foot - y))


def _named(text: CardText) -> list[tuple[PaperContact, str]]:
    return [(contact, text.areas.get(contact.channel, "")) for contact in text.there]


def _head_height(canvas: Canvas, text: CardText, width: float) -> float:
    height = canvas.measure(text.country, width, _COUNTRY, bold=True) + 2.6
    if text.area:
        height += canvas.measure(text.area, width, AREA, bold=True) + 1
    if text.note:
        height += canvas.measure(text.note, width, SMALL) + 1
    return height


def _back(canvas: Canvas, text: CardText, box: Box) -> None:
    accent = canvas.palette.accent
    heading = Box(box.x, box.y + 0.2, box.width, 3)
    y = box.y + canvas.text(heading, text.said["here"].upper(), 6, bold=True, colour=accent) + 1.5
    fine = canvas.measure(text.printed, box.width, SMALL)
    # A copier eats thin letters.
    heavy = not canvas.palette.filled
    steps = [canvas.measure(step, box.width - 2.8, _STEP, heavy) + 1 for step in text.steps]
    top = box.foot - fine - 0.4 - sum(steps)
    canvas.text(Box(box.x, box.foot - fine, box.width, fine), text.printed, SMALL)
    canvas.rule(box.x, top - 1.8, box.right, top - 1.8, 0.9, colour=accent)
    draw_contacts(canvas, [(each, "") for each in text.here], Box(box.x, y, box.width, top - 3 - y))
    for step, height in zip(text.steps, steps, strict=True):
        canvas.rule(box.x, top + 0.9, box.x + 1.5, top + 0.9, 0.6, colour=accent)
        canvas.text(Box(box.x + 2.8, top, box.width - 2.8, height), step, _STEP, heavy)
        top += height


def _below(canvas: Canvas, contact: PaperContact, width: float) -> float:
    """Height of what is said below a local number; the sign of doubt stands beside it."""
    words = " ".join(filter(None, [contact.alert, contact.dated]))
    return canvas.measure(words, width - 4, SMALL, bold=contact.warns)


def _local_height(canvas: Canvas, contact: PaperContact, width: float) -> float:
    return _below(canvas, contact, width) + 9.0


def _local(canvas: Canvas, contact: PaperContact, box: Box) -> float:
    """The local numbers side by side at the foot.

    Returns:
        The upper edge.
    """
    small = _below(canvas, contact, box.width)
    y = box.foot - _local_height(canvas, contact, box.width) + 1.6
    canvas.rule(box.x, y - 1.6, box.right, y - 1.6, 0.25)
    needs = [
        max(canvas.width_of(each.label, SMALL), canvas.width_of(each.shown, 10, bold=True)) + 4
        for each in contact.numbers
    ]
    shrink = min(1.0, (box.width + 4) / sum(needs))
    x = box.x
    for number, need in zip(contact.numbers, needs, strict=True):
        width = need * shrink - 4
        canvas.text(Box(x, y, width, 2.4), number.label, SMALL)
        canvas.text(Box(x, y + 2.5, width, 4), number.shown, 10, bold=True)
        x += width + 4
    dated(canvas, contact, Box(box.x, y + 7.4, box.width, small), SMALL, contact.alert)
    return y - 1.6
