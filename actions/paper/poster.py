"""The poster with the way to the bot."""

from __future__ import annotations

from actions.paper.canvas import Canvas
from actions.paper.letters import Box
from actions.paper.parts import GUTTER, MARGIN, Material, column, foot
from actions.paper.qr import QUIET, runs_of, start_link, typed_link
from actions.paper.style import Format
from actions.paper.words import POSTER, PaperLine

_GAP, _CODE = 12.0, 98.0
_BESIDE = MARGIN + _CODE + 10
_DISC = 16.0


def poster_sheet(material: Material, form: Format, link: str, session: str | None = None) -> Canvas:
    """One page: a question, the code, what to do, and people to ask.

    Args:
        material: records, words, day.
        form: size and colours.
        link: address of the bot.
        session: code of a session.

    Raises:
        ValueError: the code of the session has wrong signs.
    """
    sheet = material.words.sheets[POSTER]
    said, accent = sheet.said, form.palette.accent
    canvas = Canvas(f"{said['title']} {said['subtitle']}", form.page(), form.palette, form.scale)
    canvas.add_page()
    width = column(canvas)
    y = 16 + canvas.text(Box(MARGIN, 16, width, 44), said["title"], 50, bold=True) + 3
    y += canvas.text(Box(MARGIN, y, width, 17), said["subtitle"], 50, bold=True, colour=accent)
    contacts = material.contacts(sheet)
    fine = material.small_print(sheet, contacts)
    end = foot(canvas, said["contacts_heading"], contacts, fine, said["about"])
    top = y + _GAP - 4
    _code(canvas, start_link(link, session), top)
    _beside(canvas, said["scan"], said["typed"], typed_link(link), top)
    below = top + _CODE + _GAP
    step = (width + GUTTER) / len(sheet.rows)
    for number, row in enumerate(sheet.rows):
        room = Box(MARGIN + number * step, below, step - GUTTER, end - below - 6)
        _step(canvas, number + 1, row, room)
    return canvas


def _code(canvas: Canvas, link: str, top: float) -> None:
    """The code in a frame that keeps free what a reader needs around it."""
    count, runs = runs_of(link)
    canvas.frame(Box(MARGIN, top, _CODE, _CODE), 1.4, 5)
    step = _CODE / (count + 2 * QUIET + 1)
    inner = (_CODE - step * count) / 2
    canvas.squares(runs, MARGIN + inner, top + inner, step)


def _beside(canvas: Canvas, scan: str, typed: str, address: str, top: float) -> None:
    """What to do with it, and the address for phones that cannot."""
    width, accent = canvas.width - MARGIN - _BESIDE, canvas.palette.accent
    canvas.picture("panah", _BESIDE - 1, top + 1, 15, colour=accent)
    canvas.text(Box(_BESIDE, top + 20, width, 34), scan, 19, bold=True)
    y = top + _CODE - 15
    canvas.text(Box(_BESIDE, y, width, 5), typed, 11)
    canvas.text(Box(_BESIDE, y + 7, width, 8), address, 18, bold=True, colour=accent)


def _step(canvas: Canvas, number: int, row: PaperLine, room: Box) -> None:
    canvas.disc(row.picture, room.x, room.y, _DISC)
    figure = Box(room.x + _DISC + 4, room.y + 5, 12, 9)
    canvas.text(figure, str(number), 22, bold=True, colour=canvas.palette.accent)
    y = room.y + _DISC + 4
    canvas.text(Box(room.x, y, room.width, room.foot - y), row.text, 13, bold=True)
