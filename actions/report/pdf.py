"""The report on paper: a sheet to sign and hand in, and one to keep. A4, black on white; fpdf2 is imported with the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from actions.dates import in_words
from actions.report.order import OrderRules
from actions.report.rules import ReportRules
from actions.report.sheet import GAP, LINE, Sheet
from actions.report.text import ReportLine

_LABELS = 52.0
_BLANK = 8.6
_SIGNING = 50.0


@dataclass(frozen=True)
class Paper:
    """Everything that is printed.

    Attributes:
        rules: the words on the sheet.
        order: evidence and what officers may ask.
        lines: the filled report.
        advice: one text a place, in order (`actions.render.report.advice_of`).
        sources: where the advice comes from, in one line.
        today: printed on every page.
    """

    rules: ReportRules
    order: OrderRules
    lines: Sequence[ReportLine]
    advice: Sequence[str]
    sources: str
    today: date


def pdf_of(paper: Paper) -> bytes:
    """The report as a PDF file.

    Raises:
        FileNotFoundError: the fonts are missing.
    """
    words = paper.rules.paper
    sheet = Sheet(words["title"], f"Disusun {in_words(paper.today)}")
    _for_officer(sheet, paper)
    sheet.add_page()
    _for_person(sheet, paper)
    return sheet.bytes()


def _for_officer(sheet: Sheet, paper: Paper) -> None:
    words = paper.rules.paper
    sheet.add_page()
    sheet.title(words["title"], words["about"])
    for line in paper.lines:
        sheet.row(line.label, line.words, _LABELS)
    sheet.heading(words["by_hand"])
    for label in paper.rules.blanks:
        sheet.blank(label, _LABELS, _BLANK)
    if sheet.unprinted:
        sheet.text(words["unprinted"], small=True)
    _signing(sheet, words)


def _signing(sheet: Sheet, words: Mapping[str, str]) -> None:
    """Two boxes side by side, never parted by the end of a page."""
    sheet.keep(_SIGNING)
    sheet.gap(GAP * 2)
    sheet.boxes(
        (words["sign"], (words["place_date"], words["name"])),
        (words["received"], (words["officer"], words["place_date"], words["number"])),
    )


def _for_person(sheet: Sheet, paper: Paper) -> None:
    words, order = paper.rules.paper, paper.order
    sheet.title(words["for_you"], words["keep"])
    sheet.heading(words["order"])
    for text in paper.advice:
        sheet.place(_closer(text))
    sheet.text(order.after.text, bold=True)
    sheet.heading(words["evidence"])
    sheet.checks([each.text for each in order.evidence])
    sheet.text(order.keeping.text)
    sheet.heading(words["asked"])
    for each in order.asked:
        sheet.text(f"• {each.text}")
    sheet.gap(LINE / 3)
    sheet.text(paper.sources, small=True)


def _closer(text: str) -> str:
    """A place with what is said below its numbers as one paragraph: paper has fewer lines than a screen."""
    lines = text.split("\n")
    last = max((number for number, line in enumerate(lines) if line.startswith("•")), default=None)
    if last is None:
        return text
    return "\n".join([*lines[: last + 1], " ".join(lines[last + 1 :])])
