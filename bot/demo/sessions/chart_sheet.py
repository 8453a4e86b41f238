"""Draws figures on a sheet (`actions.report.sheet`): large numbers side by side, and bars, before above after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from actions.report.sheet import GAP, Sheet

if TYPE_CHECKING:
    from fpdf import FPDF

# Millimetres, points, and grey from 0 to 255: a copier must keep them apart, so no colours.
_FONT = "sans"
_BIG, _TEXT, _SMALL, _FACT = 23, 9.5, 8, 11
_FIGURE, _BAR, _BAR_GAP, _LINE = 23.5, 3.6, 0.9, 4.5
_BARS_SHARE, _VALUES = 0.42, 23.0
_DARK, _LIGHT, _TRACK, _SOFT, _INK = 35, 150, 234, 85, 0
_ROW_GAP, _BELOW, _THIN = 2.4, 3.8, 0.2


@dataclass(frozen=True)
class Bar:
    """One bar.

    Attributes:
        percent: 0 to 100; None draws no bar.
        value: what stands at its right.
        is_dark: the one that counts; the light one is what it is compared with.
    """

    percent: int | None
    value: str
    is_dark: bool = True


class ChartSheet(Sheet):
    """A sheet with figures."""

    def facts(self, *facts: tuple[str, str]) -> None:
        """Facts in two columns, each with its label above."""
        pdf: FPDF = self._pdf
        column = (self._width - 2 * GAP) / 2
        for start in range(0, len(facts), 2):
            top = bottom = pdf.get_y()
            for number, (label, value) in enumerate(facts[start : start + 2]):
                pdf.set_xy(pdf.l_margin + number * (column + 2 * GAP), top)
                self._soft(label, column, _SMALL, 3.8)
                pdf.set_x(pdf.l_margin + number * (column + 2 * GAP))
                pdf.set_font(_FONT, "", _FACT)
                pdf.multi_cell(column, 5.2, self._shown(value), align="L", new_y="NEXT")
                bottom = max(bottom, pdf.get_y())
            pdf.set_xy(pdf.l_margin, bottom + GAP)

    def figures(self, *figures: tuple[str, str]) -> None:
        """Large numbers side by side between two lines, each with what it says below."""
        pdf: FPDF = self._pdf
        self.keep(_FIGURE + 2 * GAP)
        self._rule(_THIN)
        top, width = pdf.get_y(), self._width / len(figures)
        for number, (value, label) in enumerate(figures):
            left = pdf.l_margin + number * width
            pdf.set_xy(left, top + 3)
            pdf.set_font(_FONT, "B", _BIG)
            pdf.cell(width - 4, 9, self._shown(value))
            pdf.set_xy(left, top + 13)
            self._soft(label, width - 6, _SMALL + 0.5, 4)
        pdf.set_xy(pdf.l_margin, top + _FIGURE)
        self._rule(_THIN)
        self.gap(GAP)

    def legend(self, *words: tuple[str, bool]) -> None:
        """What the bars stand for.

        Args:
            words: each with whether its bar is dark.
        """
        pdf = self._pdf
        top, left = pdf.get_y(), pdf.l_margin
        pdf.set_font(_FONT, "", _SMALL)
        for text, is_dark in words:
            self._fill(left, top + 0.5, 6, 3, _DARK if is_dark else _LIGHT)
            pdf.set_xy(left + 7.5, top)
            pdf.cell(pdf.get_string_width(text) + 2, 4, text)
            left += pdf.get_string_width(text) + 16
        pdf.set_xy(pdf.l_margin, top + 6)

    def bars(self, text: str, below: str, bars: Sequence[Bar]) -> None:
        """A text with a few words below it at the left, and its bars at the right, never parted by the end of a page."""
        pdf, shown = self._pdf, self._shown(text)
        bars_left = pdf.l_margin + self._width * (1 - _BARS_SHARE)
        texts = bars_left - pdf.l_margin - 5
        pdf.set_font(_FONT, "", _TEXT)
        broken = pdf.multi_cell(texts, _LINE, shown, align="L", dry_run=True, output="LINES")
        lines = len(cast("list[str]", broken))
        height = max(lines * _LINE + _BELOW, len(bars) * (_BAR + _BAR_GAP) + 0.6)
        self.keep(height + _ROW_GAP)
        top = pdf.get_y()
        pdf.multi_cell(texts, _LINE, shown, align="L", new_x="LMARGIN", new_y="NEXT")
        self._soft(below, texts, _SMALL, _BELOW)
        track = self._width * _BARS_SHARE - _VALUES
        for number, bar in enumerate(bars):
            level = top + 0.6 + number * (_BAR + _BAR_GAP)
            if bar.percent is not None:
                self._fill(bars_left, level, track, _BAR, _TRACK)
                self._fill(
                    bars_left,
                    level,
                    track * bar.percent / 100,
                    _BAR,
                    _DARK if bar.is_dark else _LIGHT,
                )
            pdf.set_xy(bars_left + track + 2, level - 0.4)
            pdf.set_font(_FONT, "B" if bar.is_dark else "", _SMALL)
            pdf.cell(_VALUES - 2, _BAR + 0.8, self._shown(bar.value))
        pdf.set_xy(pdf.l_margin, top + height + _ROW_GAP)

    def _fill(self, left: float, top: float, width: float, height: float, grey: int) -> None:
        if width > 0:
            self._pdf.set_fill_color(grey)
            self._pdf.rect(left, top, width, height, style="F")
            self._pdf.set_fill_color(_INK)

    def _soft(self, text: str, width: float, size: float, line: float) -> None:
        """A text in grey, and the next line."""
        self._pdf.set_font(_FONT, "", size)
        self._pdf.set_text_color(_SOFT)
        self._pdf.multi_cell(
            width, line, self._shown(text), align="L", new_x="LMARGIN", new_y="NEXT"
        )
        self._pdf.set_text_color(_INK)
