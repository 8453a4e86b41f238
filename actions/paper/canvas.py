"""Places words, pictograms and lines on pages; fpdf2 writes the file. Nothing is cut: words that are too many become smaller.

Helvetica is one of the fonts that every reader and printer of PDF has; it holds all letters of Indonesian, and nothing has to be embedded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.paper.letters import CAPITAL, POINT, Box, Placed, height_of, leading, printable
from actions.paper.pictures import GRID, PEN, PICTURES
from actions.paper.style import Palette

if TYPE_CHECKING:
    from fpdf import FPDF

_FONT = "helvetica"
_SHRINK = 0.97
# Nobody could read smaller letters; what still does not fit runs over rather than being cut.
_LEAST = 3.0
# Widths grow with the size, so one is measured.
_MEASURED = 100.0
# Small print of more lines is a block, not a heading.
_EVEN = 3


class Canvas:
    """Pages that are drawn on with the measures of one design and printed at one scale."""

    def __init__(
        self, title: str, page: tuple[float, float], palette: Palette, scale: float = 1.0
    ) -> None:
        """Begin a document.

        Args:
            title: in the file's properties.
            page: width and height on paper, millimetres.
            palette: its colours.
            scale: measures on paper as parts of those of the design.
        """
        from fpdf import FPDF

        self.palette = palette
        self.placed: list[Placed] = []
        self.pictures: list[tuple[int, Box]] = []
        self.width, self.height = page[0] / scale, page[1] / scale
        self._scale = scale
        self._widths: dict[tuple[str, bool], float] = {}
        self._pdf: FPDF = FPDF(format=page)
        self._pdf.set_margin(0)
        self._pdf.set_auto_page_break(False)
        self._pdf.set_title(title)
        self._pdf.set_lang("id")
        self._pdf.set_creator("Mawas")

    def add_page(self) -> None:
        """Begin a page."""
        self._pdf.add_page()

    @property
    def pages(self) -> int:
        """How many there are."""
        return int(self._pdf.pages_count)

    def bytes(self) -> bytes:
        """The finished file."""
        return bytes(self._pdf.output())

    def text(
        self, room: Box, text: str, size: float, bold: bool = False, *, colour: str = "",
        align: str = "L",
    ) -> float:  # fmt: skip
        """Write words into a place, smaller where they are too many; capitals touch its upper edge.

        Args:
            room: where.
            text: words; lines are broken by us, and where it says so.
            size: of the letters, points of the design.
            bold: the heavier weight.
            colour: the palette's ink where none is given.
            align: "L", "C" or "R".

        Returns:
            The height that the letters cover, millimetres of the design.
        """
        text, used = printable(text), size
        lines = self._lines(text, room.width, used, bold)
        while used > _LEAST and (lines is None or height_of(len(lines), used) > room.height + 0.01):
            used *= _SHRINK
            lines = self._lines(text, room.width, used, bold)
        lines = self._even(text, lines or [text], room.width, used, bold)
        pdf, scale = self._pdf, self._scale
        pdf.set_text_color(colour or self.palette.ink)
        widths = [self.width_of(line, used, bold) for line in lines]
        self._set_font(used * scale, bold)
        for number, line in enumerate(lines):
            spare = {"L": 0.0, "C": 0.5, "R": 1.0}[align] * (room.width - widths[number])
            base = room.y + used * POINT * (CAPITAL + leading(used) * number)
            pdf.text((room.x + spare) * scale, base * scale, line)
        height = height_of(len(lines), used)
        left = room.x + {"L": 0.0, "C": 0.5, "R": 1.0}[align] * (room.width - max(widths))
        covered = Box(left, room.y, max(widths), height)
        self.placed.append(
            Placed(self.pages, "\n".join(lines), covered, room, used * scale, size * scale)
        )
        return height

    def measure(self, text: str, width: float, size: float, bold: bool = False) -> float:
        """The height that words of this size cover in a column of this width."""
        lines = self._lines(printable(text), width, size, bold)
        return height_of(len(lines) if lines else 1, size)

    def width_of(self, text: str, size: float, bold: bool = False) -> float:
        """The width of words in one line."""
        key = (text, bold)
        if key not in self._widths:
            self._set_font(_MEASURED, bold)
            self._widths[key] = float(self._pdf.get_string_width(printable(text))) / _MEASURED
        return self._widths[key] * size

    def rule(
        self, x: float, y: float, to_x: float, to_y: float, width: float = 0.25, *,
        colour: str = "", dashed: bool = False,
    ) -> None:  # fmt: skip
        """A straight line."""
        pdf, scale = self._pdf, self._scale
        pdf.set_draw_color(colour or self.palette.ink)
        pdf.set_line_width(width * scale)
        if dashed:
            pdf.set_dash_pattern(dash=1.6 * scale, gap=1.2 * scale)
        pdf.line(x * scale, y * scale, to_x * scale, to_y * scale)
        pdf.set_dash_pattern()

    def frame(self, box: Box, width: float, radius: float, *, filled: bool = False) -> None:
        """A box with round corners in the accent colour: an outline, or filled."""
        pdf, scale = self._pdf, self._scale
        pdf.set_draw_color(self.palette.accent)
        pdf.set_fill_color(self.palette.accent)
        pdf.set_line_width(width * scale)
        pdf.rect(
            box.x * scale, box.y * scale, box.width * scale, box.height * scale,
            style="F" if filled else "D", round_corners=True, corner_radius=radius * scale,
        )  # fmt: skip

    def disc(self, name: str, x: float, y: float, across: float) -> None:
        """A pictogram on a disc: white on the accent, or in outlines where nothing is filled."""
        pdf, scale, palette = self._pdf, self._scale, self.palette
        pdf.set_draw_color(palette.accent)
        pdf.set_fill_color(palette.accent if palette.filled else palette.paper)
        pdf.set_line_width(0.6 * scale)
        pdf.ellipse(x * scale, y * scale, across * scale, across * scale, style="FD")
        inner = across * 0.62
        edge = (across - inner) / 2
        colour = palette.paper if palette.filled else palette.ink
        self.picture(name, x + edge, y + edge, inner, colour=colour)

    def picture(self, name: str, x: float, y: float, across: float, *, colour: str = "") -> None:
        """A pictogram.

        Raises:
            KeyError: there is none of this name.
        """
        from fpdf.drawing import PaintedPath
        from fpdf.drawing_primitives import Transform
        from fpdf.svg import svg_path_converter

        path, step = PaintedPath(), across / GRID * self._scale
        svg_path_converter(path, PICTURES[name])
        path.style.stroke_color = colour or self.palette.ink
        path.style.fill_color = None
        path.style.auto_close = False
        path.style.stroke_width = PEN
        path.style.stroke_cap_style = path.style.stroke_join_style = "round"
        path.transform = Transform.scaling(step, step).translate(x * self._scale, y * self._scale)
        with self._pdf.drawing_context() as context:
            context.add_item(path)
        self.pictures.append((self.pages, Box(x, y, across, across)))

    def squares(self, runs: list[tuple[int, int, int]], x: float, y: float, step: float) -> None:
        """Black squares on a grid, as QR codes have them.

        Args:
            runs: row, first column and number of squares side by side.
            x: left edge of the grid.
            y: its upper edge.
            step: side of a square.
        """
        pdf, scale = self._pdf, self._scale
        pdf.set_fill_color("#000000")
        for row, column, count in runs:
            pdf.rect(
                (x + column * step) * scale, (y + row * step) * scale,
                count * step * scale, step * scale, style="F",
            )  # fmt: skip

    def _set_font(self, size: float, bold: bool) -> None:
        self._pdf.set_font(_FONT, "B" if bold else "", size)

    def _even(
        self, text: str, lines: list[str], width: float, size: float, bold: bool
    ) -> list[str]:
        """As many lines, but of like width: a last word should not stand alone."""
        if not 1 < len(lines) <= _EVEN:
            return lines
        narrow, even = width, lines
        while True:
            narrow *= 0.98
            tried = self._lines(text, narrow, size, bold)
            if tried is None or len(tried) > len(lines):
                return even
            even = tried

    def _lines(self, text: str, width: float, size: float, bold: bool) -> list[str] | None:
        """Words in lines of this width; None where a single word is wider."""
        lines = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split():
                longer = f"{line} {word}".strip()
                if self.width_of(longer, size, bold) <= width + 0.01:
                    line = longer
                    continue
                lines.append(line)
                line = word
            lines.append(line)
        lines = [line for line in lines if line]
        fits = all(self.width_of(line, size, bold) <= width + 0.01 for line in lines)
        return (lines or [""]) if fits else None
