"""What sheets have in common: the head, contacts at the foot, the small print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from actions.dates import in_words
from actions.paper.canvas import Canvas
from actions.paper.contacts import PaperContact, fresh_until, paper_contacts, printed
from actions.paper.letters import Box
from actions.paper.words import PaperWords, SheetWords
from knowledge.store import Store

MARGIN = 16.0
GUTTER = 6.0
FINE = 7.4
_NUMBER = 17.0
# A sign of doubt, millimetres a point of the letters beside it.
_SIGN, _SIGN_GAP = 0.46, 0.8


@dataclass(frozen=True)
class Material:
    """What every sheet is made of.

    Attributes:
        store: where records are read.
        words: on the sheets.
        today: the day of printing.
    """

    store: Store
    words: PaperWords
    today: date

    def contacts(self, sheet: SheetWords) -> list[PaperContact]:
        """The contacts at the foot of a sheet that hangs in Indonesia."""
        return paper_contacts(self.store.channels(sheet.contacts), self.today, abroad=False)

    def small_print(self, sheet: SheetWords, contacts: Sequence[PaperContact]) -> str:
        """Sources, and when what was checked."""
        labels = "; ".join(each.label for each in self.store.sources(sheet.cited))
        checked = in_words(self.words.checked_on)
        until = fresh_until(contacts, self.words.review_by, self.today)
        return f"Sumber: {labels}. Dicek {checked}. {printed(self.today, min(until, self.words.review_by))}"


def column(canvas: Canvas) -> float:
    """Width between the margins."""
    return canvas.width - 2 * MARGIN


def foot(
    canvas: Canvas, heading: str, contacts: Sequence[PaperContact], fine: str, about: str = ""
) -> float:
    """Draw contacts and small print at the foot of a page.

    Args:
        canvas: where.
        heading: above or beside the contacts.
        contacts: up to three, side by side.
        fine: the small print.
        about: a line between them; may be empty.

    Returns:
        The upper edge of all this.
    """
    width = column(canvas)
    fine_height = canvas.measure(fine, width, FINE)
    top = canvas.height - 11 - fine_height
    canvas.text(Box(MARGIN, top, width, fine_height), fine, FINE)
    if about:
        top -= 8
        canvas.text(Box(MARGIN, top, width, 6), about, 10.5, bold=True)
    top -= 27
    canvas.rule(MARGIN, top, MARGIN + width, top, 1.1, colour=canvas.palette.accent)
    beside = len(contacts) < 3
    columns = len(contacts) + beside
    step = (width + GUTTER) / columns
    if beside:
        canvas.text(
            Box(MARGIN, top + 6, step - GUTTER, 18), heading.replace("? ", "?\n"), 20, bold=True
        )
    else:
        top -= 9
        canvas.text(Box(MARGIN, top, width, 7), heading, 17, bold=True)
        top, below = top, top + 9
        _contacts(canvas, contacts, MARGIN, below + 5, step)
        return top
    _contacts(canvas, contacts, MARGIN + step, top + 6, step)
    return top


def _contacts(
    canvas: Canvas, contacts: Sequence[PaperContact], x: float, y: float, step: float
) -> None:
    width = step - GUTTER
    for contact in contacts:
        number = contact.numbers[0]
        canvas.text(Box(x, y, width, 4), contact.name, 9, bold=True)
        canvas.text(Box(x, y + 5.2, width, 6.5), number.shown, _NUMBER, bold=True)
        canvas.text(Box(x, y + 11.6, width, 3), number.label, 7.5)
        dated(canvas, contact, Box(x, y + 15.2, width, 6), 7.5)
        x += step


def dated(canvas: Canvas, contact: PaperContact, room: Box, size: float, before: str = "") -> float:
    """Write when a contact was confirmed, with a sign where it is to be doubted.

    Args:
        canvas: where.
        contact: whose.
        room: on the canvas.
        size: of the letters.
        before: said in the same breath; may be empty.

    Returns:
        The height that this covers.
    """
    words = f"{before} {contact.dated}".strip()
    if not contact.warns:
        return canvas.text(room, words, size)
    across = size * _SIGN
    canvas.picture("awas", room.x, room.y - across * 0.22, across, colour=canvas.palette.accent)
    indent = across + _SIGN_GAP
    beside = Box(room.x + indent, room.y, room.width - indent, room.height)
    return canvas.text(beside, words, size, bold=True)


def dated_width(canvas: Canvas, contact: PaperContact, size: float) -> float:
    """The width that `dated` needs to stay in one line."""
    words = canvas.width_of(contact.dated, size, bold=contact.warns) + 0.1
    return words + size * _SIGN + _SIGN_GAP if contact.warns else words
