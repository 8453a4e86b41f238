"""The sheet of the official way, drawn as a line with stations."""

from __future__ import annotations

from actions.paper.canvas import Canvas
from actions.paper.letters import Box
from actions.paper.parts import MARGIN, Material, column, foot
from actions.paper.style import Format
from actions.paper.words import PATH, PaperLine

_FIRST = 62.0
_DISC, _TEXT = 15.0, 40.0
_STOP = 15.0


def path_sheet(material: Material, form: Format) -> Canvas:
    """One page: the steps from the first question to the report after arrival."""
    sheet = material.words.sheets[PATH]
    said, accent = sheet.said, form.palette.accent
    canvas = Canvas(f"{said['title']} {said['subtitle']}", form.page(), form.palette, form.scale)
    canvas.add_page()
    width = column(canvas)
    canvas.text(Box(MARGIN, 15.3, width, 17), said["title"], 50, bold=True)
    canvas.text(Box(MARGIN, 33.2, width, 8), said["subtitle"], 20)
    if sheet.lead:
        canvas.text(Box(MARGIN, 43.7, width, 6), sheet.lead.text, 12.5, bold=True, colour=accent)
    contacts = material.contacts(sheet)
    end = foot(canvas, said["contacts_heading"], contacts, material.small_print(sheet, contacts))
    if sheet.stop:
        end -= _STOP + 6
        _stop(canvas, sheet.stop, end)
        end -= 6
    step = (end - _FIRST) / len(sheet.rows)
    middle = MARGIN + _DISC / 2
    canvas.rule(middle, _FIRST + step / 2, middle, end - step / 2, 1.4, colour=accent)
    for number, row in enumerate(sheet.rows):
        _station(canvas, number + 1, row, _FIRST + number * step, step)
    return canvas


def _station(canvas: Canvas, number: int, row: PaperLine, top: float, height: float) -> None:
    canvas.disc(row.picture, MARGIN, top + (height - _DISC) / 2, _DISC)
    width = canvas.width - MARGIN - _TEXT - 10
    y = (
        top
        + (
            height
            - canvas.measure(row.title, width, 17, True)
            - canvas.measure(row.text, width, 11.5)
            - 2
        )
        / 2
    )
    canvas.text(Box(_TEXT, y, 8, 7), str(number), 17, bold=True, colour=canvas.palette.accent)
    used = canvas.text(Box(_TEXT + 10, y, width, 7), row.title, 17, bold=True)
    canvas.text(Box(_TEXT + 10, y + used + 2, width, top + height - y - used - 2), row.text, 11.5)


def _stop(canvas: Canvas, line: PaperLine, top: float) -> None:
    """Framed: whoever skips a step should stumble over it."""
    accent = canvas.palette.accent
    canvas.frame(Box(MARGIN, top, column(canvas), _STOP), 0.9, 3)
    canvas.picture("awas", MARGIN + 5, top + 2.6, 9.8, colour=accent)
    height = canvas.measure(line.text, column(canvas) - 30, 15, True)
    canvas.text(
        Box(MARGIN + 19, top + (_STOP - height) / 2 + 0.4, column(canvas) - 26, _STOP - 2), line.text, 15,
        bold=True, colour=accent,
    )  # fmt: skip
