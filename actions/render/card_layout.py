"""Where everything stands on a result card: words are broken and sizes chosen so that all of it fits, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from actions.render.card import Card
from actions.render.card_blocks import Block, lines_of, stacked
from actions.render.card_lines import broken, fitting_list, width_of
from actions.render.card_style import (
    BODY,
    INK,
    INNER,
    LEADING,
    MARGIN,
    MUTED,
    PAGE,
    PAPER,
    STYLES,
    Shape,
    Style,
    Words,
)
from actions.screening.model import LOW

# Sizes are multiplied by these, the largest first; below the last, things are left out.
_SCALES = (1.15, 1.1, 1.05, 1.0, 0.97, 0.94, 0.91, 0.88, 0.85)
# Lines of a quote, number of signs, the smallest scale with them, in the order in which they are given up.
_DETAILS = ((2, 3, 0.91), (1, 3, 0.85), (1, 2, 0.85), (1, 1, 0.85))
_LEAST_GAP, _MOST_GAP = 26, 64
_ICON, _ICON_GAP = 160, 40
_TITLE_LEADING = 1.14
_FOOT_MARGIN = 46
# Number of signs -> lines for what is missing.
_MISSING_LINES = {0: 4, 1: 2}
_BAR, _BAR_GAP = 10, 26
_PANEL_PADDING = 32


@dataclass(frozen=True)
class Layout:
    """A card ready to be drawn: shapes lie below words; `scale` is what the sizes were multiplied by."""

    words: tuple[Words, ...]
    shapes: tuple[Shape, ...]
    scale: float


def laid_out(card: Card) -> Layout:
    """The largest letters with which the whole card fits; where even the smallest do not, quotes and then signs are left out."""
    for quote_lines, signs, smallest in _DETAILS:
        for scale in [scale for scale in _SCALES if scale >= smallest]:
            page = _Page(replace(card, signs=card.signs[:signs]), scale, quote_lines)
            if page.gap >= _LEAST_GAP * scale:
                return page.layout()
    return page.layout()


class _Page:
    """A card at one scale."""

    def __init__(self, card: Card, scale: float, quote_lines: int) -> None:
        self._card = card
        self._scale = scale
        self._quote_lines = quote_lines
        self._style: Style = STYLES[card.risk]
        self._band = self._make_band()
        self._middle = [block for block in self._make_middle() if block.height]
        foot, panel = self._make_foot(), self._make_panel()
        self._foot = foot.at(PAGE[1] - _FOOT_MARGIN - foot.height)
        self._panel_top = PAGE[1] - _FOOT_MARGIN - foot.height - 28 - panel.height
        self._panel = panel.at(self._panel_top)

    @property
    def gap(self) -> float:
        """Space between the parts of the middle, if all of it is shared equally."""
        used = sum(block.height for block in self._middle)
        return (self._panel_top - self._band.height - used) / (len(self._middle) + 1)

    def layout(self) -> Layout:
        """Everything at its place; what space is left over stands evenly above and below the middle."""
        gap = min(self.gap, _MOST_GAP * self._scale)
        y = self._band.height + gap
        y += (self.gap - gap) * (len(self._middle) + 1) / 2
        blocks = [self._band, self._panel, self._foot]
        for block in self._middle:
            blocks.append(block.at(y))
            y += block.height + gap
        return Layout(
            tuple(words for block in blocks for words in block.words),
            tuple(shape for block in blocks for shape in block.shapes),
            self._scale,
        )

    def _make_band(self) -> Block:
        card, style = self._card, self._style
        width = INNER - _ICON - _ICON_GAP
        size = next(
            (
                size
                for size in range(88, 55, -4)
                if len(broken(card.title, size, True, width)) <= (1 if size > 72 else 2)
            ),
            56,
        )
        above = lines_of("above", card.above, 29, width, style.band_ink, most=1)
        title = lines_of(
            "title",
            card.title,
            size,
            width,
            style.band_ink,
            bold=True,
            most=2,
            leading=_TITLE_LEADING,
        )
        fitting = (size for size in range(42, 33, -1) if width_of(card.call, size, False) <= width)
        call = lines_of("call", card.call, next(fitting, 36), width, style.band_ink, most=2)
        block = stacked([above, stacked([title, call], 14)], 6).at(44)
        height = 44 + block.height + 42
        icon = Shape(style.icon, PAGE[0] - MARGIN - _ICON, (height - _ICON) / 2, _ICON, _ICON, "")
        band = Shape("band", 0, 0, PAGE[0], height, style.band)
        strip = self._strip().at(height)
        return Block(
            height + strip.height, (*block.words, *strip.words), (band, icon, *strip.shapes)
        )

    def _strip(self) -> Block:
        """Across the page and in black, so that "rendah" cannot be taken for a seal of approval."""
        text, room = self._card.no_proof, 26
        if not text:
            return Block(0)
        sizes = (size for size in range(40, 31, -1) if width_of(text, size, True) <= INNER)
        words = lines_of("no_proof", text, next(sizes, 32), INNER, PAPER, bold=True, most=2).at(
            room
        )
        height = words.height + 2 * room
        return Block(height, words.words, (Shape("band", 0, 0, PAGE[0], height, INK),))

    def _make_middle(self) -> Iterator[Block]:
        card = self._card
        yield self._text("sentence", card.sentence, 35, most=4)
        signs = [self._sign(sign.title, sign.quote) for sign in card.signs]
        count = f"{card.signs_heading} ({len(signs)} dari {card.signs_count})"
        heading = self._text(
            "signs_heading",
            count if len(signs) < card.signs_count else "",
            28,
            ink=MUTED,
            bold=True,
        )
        accusation = self._text("accusation", card.accusation, 27, ink=MUTED, most=2)
        listed = stacked([heading, stacked([*signs, accusation], 20 * self._scale)], 12)
        yield listed
        yield self._missing()

    def _sign(self, title: str, quote: str) -> Block:
        left = _BAR + _BAR_GAP
        block = stacked(
            [
                self._text("sign", title, 35, bold=True, most=3, left=left),
                self._text("quote", quote, 32, ink=BODY, most=self._quote_lines, left=left),
            ],
            2,
        )
        bar = Shape("bar", MARGIN, 4, _BAR, block.height - 6, self._style.band, _BAR / 2)
        return Block(block.height, block.words, (bar,))

    def _missing(self) -> Block:
        """On one line; where there are few signs there is room for more of it."""
        card, size = self._card, round(32 * self._scale)
        if not card.missing:
            return Block(0)
        heading = f"{card.missing_heading}:"
        # The two checks of "rendah" need the room.
        lines = _MISSING_LINES.get(len(card.signs) + (card.risk == LOW), 1)
        whole = ", ".join(card.missing)
        if lines > 1 and width_of(f"{heading} ", size, True) + width_of(whole, size, False) > INNER:
            names = fitting_list(card.missing, size, INNER, lines)
            rows = [
                self._text("missing_heading", heading, 32, bold=True),
                self._text("missing", names, 32, most=lines),
            ]
            return stacked(rows, 4)
        start = width_of(f"{heading} ", size, True)
        names = fitting_list(card.missing, size, INNER - start)
        words = (
            Words("missing_heading", heading, MARGIN, 0, size, True, INK),
            Words("missing", names, MARGIN + start, 0, size, False, INK),
        )
        return Block(size * LEADING, words)

    def _make_panel(self) -> Block:
        card, padding = self._card, _PANEL_PADDING
        numbered = len(card.steps) > 1
        steps = [
            self._text("step", f"{number}. {step}" if numbered else step, 34, most=4, left=padding)
            for number, step in enumerate(card.steps, start=1)
        ]
        heading = self._text("steps_heading", card.steps_heading, 34, bold=True, left=padding)
        name, value = card.contact
        reached = f"{name}: {value}" if name else ""
        contact = stacked(
            [
                self._text("contact", reached, 33, bold=True, most=2, left=padding),
                self._text(
                    "contact_checked", card.contact_checked, 26, ink=BODY, most=2, left=padding
                ),
            ],
            2,
        )
        todo = stacked([heading, *steps], 10 * self._scale)
        rows = [todo, contact] if contact.height else [todo]
        block = stacked(rows, 20 * self._scale).at(padding * 0.8)
        height = block.height + padding * 1.6
        tint = Shape("panel", MARGIN, 0, INNER, height, self._style.tint, 18)
        return Block(height, block.words, (tint,))

    def _make_foot(self) -> Block:
        card, size = self._card, 22
        about = lines_of("about", card.about, 30, INNER, INK, bold=True)
        if not card.sources:
            return about
        before, after = f"{card.sources_heading}: ", f" ({card.sources_checked})"
        left = INNER - width_of(before + after, size, False)
        line = before + fitting_list(card.sources, size, left, joint="; ") + after
        return stacked([about, lines_of("sources", line, size, INNER, MUTED, most=2)], 6)

    def _text(
        self,
        role: str,
        text: str,
        size: int,
        *,
        ink: str = INK,
        bold: bool = False,
        most: int = 1,
        left: float = 0,
    ) -> Block:
        """A paragraph of the body, `left` from the margin and, in the panel, as far from the other."""
        width = INNER - (2 * left if left == _PANEL_PADDING else left)
        scaled = round(size * self._scale)
        return lines_of(role, text, scaled, width, ink, bold=bold, most=most, left=left)
