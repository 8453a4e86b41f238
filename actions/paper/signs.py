"""The sheet of the seven signs."""

from __future__ import annotations

from actions.paper.canvas import Canvas
from actions.paper.letters import Box
from actions.paper.parts import MARGIN, Material, column, foot
from actions.paper.style import Format
from actions.paper.words import SIGNS, PaperLine

_TOP, _FIRST = 57.0, 62.0
_DISC, _TEXT, _DO = 15.5, 38.0, 139.0


def signs_sheet(material: Material, form: Format) -> Canvas:
    """One page: each sign with a pictogram, why it is one, and what to do.

    Raises:
        LookupError: there is no record for a red flag.
    """
    sheet = material.words.sheets[SIGNS]
    said = sheet.said
    canvas = Canvas(f"{said['title']} {said['subtitle']}", form.page(), form.palette, form.scale)
    canvas.add_page()
    _head(canvas, said["title"], said["subtitle"], sheet.lead.text if sheet.lead else "")
    contacts = material.contacts(sheet)
    end = foot(canvas, said["contacts_heading"], contacts, material.small_print(sheet, contacts))
    canvas.text(
        Box(_TEXT, _TOP, 80, 4), said["heading"], 9, bold=True, colour=canvas.palette.accent
    )
    canvas.text(
        Box(_DO, _TOP, 60, 4), said["do_heading"], 9, bold=True, colour=canvas.palette.accent
    )
    step = (end - 3 - _FIRST) / len(sheet.rows)
    for number, row in enumerate(sheet.rows):
        _row(canvas, row, _title(material, row), _FIRST + number * step, step)
    return canvas


def _title(material: Material, row: PaperLine) -> str:
    record = material.store.red_flag(row.flag)
    if record is None:
        raise LookupError(f"tanda bahaya '{row.flag}' tidak ada")
    return record.title


def _head(canvas: Canvas, title: str, subtitle: str, lead: str) -> None:
    """The number stands alone and large: it is what one remembers."""
    number, _, rest = title.partition(" ")
    accent = canvas.palette.accent
    canvas.text(Box(MARGIN - 1, 15, 30, 46), number, 124, bold=True, colour=accent)
    x = MARGIN + 31
    width = canvas.width - MARGIN - x
    canvas.text(Box(x, 15.3, width, 17), rest, 50, bold=True)
    canvas.text(Box(x, 33.2, width, 8), subtitle, 20)
    canvas.text(Box(x, 43.2, width, 6), lead, 12.5, bold=True, colour=accent)


def _row(canvas: Canvas, row: PaperLine, title: str, top: float, height: float) -> None:
    canvas.rule(MARGIN, top, MARGIN + column(canvas), top)
    canvas.disc(row.picture, MARGIN, top + (height - _DISC) / 2, _DISC)
    width, room = _DO - _TEXT - 7, height - 3
    title_height = canvas.measure(title, width, 13.5, bold=True)
    text_height = canvas.measure(row.text, width, 10.3)
    y = top + (height - title_height - text_height - 2) / 2
    used = canvas.text(Box(_TEXT, y, width, room - text_height - 2), title, 13.5, bold=True)
    canvas.text(Box(_TEXT, y + used + 2, width, room - used - 2), row.text, 10.3)
    do_width = canvas.width - MARGIN - _DO
    do_height = canvas.measure(row.do, do_width, 12.5, bold=True)
    canvas.text(
        Box(_DO, top + (height - do_height) / 2, do_width, room), row.do, 12.5, bold=True,
        colour=canvas.palette.accent,
    )  # fmt: skip
