"""Draws the parts of a sheet with fpdf2: titles, rows, lines to write on, boxes to sign in. Knows nothing of what they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from actions.render.fonts import font_file, plain_letters

if TYPE_CHECKING:
    from fpdf import FPDF

# Millimetres and points: large enough for an officer's desk and for eyes that read little.
MARGIN, BOTTOM, LINE, GAP = 18.0, 15.0, 5.4, 2.5
_TITLE, _HEADING, _TEXT, _SMALL = 20, 12.5, 10.5, 8
_SMALL_LINE, _CLOSE = 3.8, 4.7
# What an officer reads and types over.
_ROW, _ROW_LINE = 11.5, 5.9
_THIN, _THICK = 0.2, 0.5
_FONT = "sans"
# A row that is higher than this may run over the end of a page.
_WHOLE = 60.0
_BOX = 42.0
_CHECK, _INDENT = 3.6, 7.0
_UNKNOWN = "□"
# Joiners and variants that show nothing themselves.
_SILENT = {ord(sign): None for sign in "\u200b\u200c\u200d\u2060\ufe0e\ufe0f"}


class Sheet:
    """Pages that are filled from top to bottom."""

    def __init__(self, title: str, foot: str) -> None:
        """Begin a document.

        Args:
            title: in the file's properties.
            foot: at the right of every page's foot; the number of the page is at the left.

        Raises:
            FileNotFoundError: the fonts are missing.
        """
        self.unprinted = False
        self._pdf = _document(title, foot)
        self._letters = frozenset(getattr(self._pdf.fonts[_FONT], "cmap", ()))
        self._width = self._pdf.epw

    def add_page(self) -> None:
        """Begin a page."""
        self._pdf.add_page()

    def bytes(self) -> bytes:
        """The finished file."""
        return bytes(self._pdf.output())

    def keep(self, height: float) -> None:
        """Begin a page where less than this is left of the present one."""
        if self._pdf.will_page_break(height):
            self._pdf.add_page()

    def gap(self, height: float) -> None:
        """Leave some room."""
        self._pdf.ln(height)

    def title(self, text: str, about: str) -> None:
        """A title with a line below it, and what it is about."""
        self._write(text, _TITLE, 9, bold=True)
        self._write(about, _SMALL, _SMALL_LINE)
        self.gap(1)
        self._rule(_THICK)
        self.gap(GAP)

    def heading(self, text: str) -> None:
        """A heading, never alone at the end of a page."""
        self.keep(4 * LINE)
        self.gap(GAP - 1)
        self._write(text, _HEADING, LINE + 1, bold=True)
        self.gap(0.5)

    def text(self, text: str, *, bold: bool = False, small: bool = False) -> None:
        """A paragraph."""
        self._write(
            text, _SMALL if small else _TEXT, _SMALL_LINE if small else _CLOSE + 0.3, bold=bold
        )

    def row(self, label: str, words: str | None, labels: float) -> None:
        """A label and its answer beside it; without an answer a line to write on.

        Args:
            label: at the left.
            words: at the right.
            labels: width of the left column.
        """
        if words is None:
            self.blank(label, labels, LINE + GAP)
            return
        pdf, shown = self._pdf, self._shown(words)
        pdf.set_font(_FONT, "", _ROW)
        width = self._width - labels
        broken = pdf.multi_cell(width, _ROW_LINE, shown, align="L", dry_run=True, output="LINES")
        height = _ROW_LINE * len(cast("list[str]", broken))
        if height < _WHOLE:
            self.keep(height + GAP)
        self._label(label, labels)
        pdf.set_font(_FONT, "", _ROW)
        pdf.multi_cell(
            self._width - labels, _ROW_LINE, shown, align="L", new_x="LMARGIN", new_y="NEXT"
        )
        self.gap(0.7)
        self._rule(_THIN)
        self.gap(0.8)

    def blank(self, label: str, labels: float, height: float) -> None:
        """A label and a line to write on."""
        self.keep(height)
        self.gap(height - LINE)
        self._label(label, labels)
        pdf = self._pdf
        pdf.set_line_width(_THIN)
        foot = pdf.get_y() + LINE - 0.8
        pdf.line(pdf.l_margin + labels, foot, pdf.l_margin + self._width, foot)
        pdf.set_xy(pdf.l_margin, foot + 1.2)

    def boxes(self, *boxes: tuple[str, Sequence[str]]) -> None:
        """Boxes side by side, each with a heading, room to sign or stamp, and lines to write on."""
        pdf = self._pdf
        top, width = pdf.get_y(), (self._width - GAP * 2) / len(boxes)
        pdf.set_line_width(_THIN)
        for number, (heading, lines) in enumerate(boxes):
            left = pdf.l_margin + number * (width + GAP * 2)
            pdf.rect(left, top, width, _BOX)
            pdf.set_xy(left + 2, top + 1.5)
            pdf.set_font(_FONT, "B", _SMALL + 1)
            pdf.cell(width - 4, LINE, heading)
            for place, label in enumerate(reversed(lines)):
                foot = top + _BOX - 3 - place * 8.5
                pdf.set_xy(left + 2, foot - _SMALL_LINE)
                pdf.set_font(_FONT, "", _SMALL)
                pdf.cell(width, _SMALL_LINE, label)
                written = left + 3.5 + pdf.get_string_width(label) + 1
                pdf.line(written, foot, left + width - 3, foot)
        pdf.set_xy(pdf.l_margin, top + _BOX + GAP)

    def place(self, text: str) -> None:
        """A place to contact: its first line stands out, and it is never parted by the end of a page."""
        first, *rest = text.split("\n")
        self._pdf.set_font(_FONT, "", _TEXT)
        self.keep(LINE * (len(rest) + 1))
        self._write(first, _TEXT + 0.5, LINE, bold=True)
        for line in rest:
            if line.startswith("•") and ": " in line:
                self._number(line)
            else:
                self._write(line, _TEXT - 0.5, _CLOSE, indent=_INDENT)
        self.gap(0.8)

    def checks(self, texts: Sequence[str]) -> None:
        """A list to tick off, in two columns."""
        pdf, width = self._pdf, self._width / 2
        for start in range(0, len(texts), 2):
            self.keep(LINE + 1)
            top = pdf.get_y()
            for column, text in enumerate(texts[start : start + 2]):
                left = pdf.l_margin + column * width
                pdf.set_line_width(_THIN)
                pdf.rect(left + 0.3, top + 1, _CHECK, _CHECK)
                pdf.set_xy(left + _CHECK + 2, top)
                pdf.set_font(_FONT, "", _TEXT - 0.5)
                pdf.cell(width - _CHECK - 2, LINE, self._shown(text))
            pdf.set_xy(pdf.l_margin, top + LINE + 0.8)
        self.gap(1.5)

    def _number(self, line: str) -> None:
        """A contact, what is dialled in bold; one that is too long for its line runs on."""
        pdf, width = self._pdf, self._width - _INDENT
        label, _, value = self._shown(line).rpartition(": ")
        pdf.set_font(_FONT, "", _TEXT - 0.5)
        before = pdf.get_string_width(f"{label}: ")
        pdf.set_font(_FONT, "B", _TEXT - 0.5)
        if before + pdf.get_string_width(value) > width:
            self._write(line, _TEXT - 0.5, _CLOSE, indent=_INDENT)
            return
        pdf.set_xy(pdf.l_margin + _INDENT + before, pdf.get_y())
        pdf.cell(width - before, _CLOSE, value)
        pdf.set_font(_FONT, "", _TEXT - 0.5)
        pdf.set_x(pdf.l_margin + _INDENT)
        pdf.cell(before, _CLOSE, f"{label}: ", new_x="LMARGIN", new_y="NEXT")

    def _label(self, text: str, width: float) -> None:
        self._pdf.set_font(_FONT, "B", _TEXT - 1)
        self._pdf.cell(width, LINE, text)

    def _write(
        self, text: str, size: float, line: float, *, bold: bool = False, indent: float = 0
    ) -> None:
        pdf = self._pdf
        pdf.set_font(_FONT, "B" if bold else "", size)
        pdf.set_x(pdf.l_margin + indent)
        width = self._width - indent
        pdf.multi_cell(width, line, self._shown(text), align="L", new_x="LMARGIN", new_y="NEXT")

    def _rule(self, width: float) -> None:
        pdf = self._pdf
        pdf.set_line_width(width)
        pdf.line(pdf.l_margin, pdf.get_y(), pdf.l_margin + self._width, pdf.get_y())

    def _shown(self, text: str) -> str:
        """The text with a box for each letter that the font has not: a word that is missing must be seen to be missing."""
        plain = plain_letters(text.translate(_SILENT)).replace("\t", " ")
        shown = "".join(
            sign if sign == "\n" or ord(sign) in self._letters else _UNKNOWN for sign in plain
        )
        self.unprinted |= shown != plain
        return shown


def _document(title: str, foot: str) -> FPDF:
    """An empty document with our fonts and feet."""
    from fpdf import FPDF

    class Pages(FPDF):
        """Adds the foot of a page."""

        def footer(self) -> None:
            """What was put together when, and which page of how many (see parent class)."""
            self.set_y(-BOTTOM + 4)
            self.set_font(_FONT, "", _SMALL)
            # At the left: how wide the number of pages will be is not known yet.
            self.cell(self.epw / 2, _SMALL_LINE, f"Halaman {self.page_no()} dari {{nb}}")
            self.cell(self.epw / 2, _SMALL_LINE, foot, align="R")

    pdf = Pages(format="A4")
    pdf.set_margins(MARGIN, MARGIN - 5)
    pdf.set_auto_page_break(True, BOTTOM)
    pdf.c_margin = 0
    for bold in (False, True):
        file = font_file(_FONT, bold)
        if not file.is_file():
            raise FileNotFoundError(file.name)
        pdf.add_font(_FONT, "B" if bold else "", file)
    pdf.set_title(title)
    pdf.set_lang("id")
    pdf.set_creator("Mawas")
    return pdf
