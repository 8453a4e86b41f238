"""Breaks words into lines of a width in pixels; what does not fit ends with "…"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from actions.render.card_style import FONT
from actions.render.fonts import font_of

ELLIPSIS = "…"
_CLOSING = "”"


def width_of(text: str, size: int, bold: bool) -> float:
    """How wide words are, in pixels; a blank at the end counts."""
    # Word by word, since the same words are measured again and again while the page is tried in many sizes.
    return sum(_width(word, size, bold) for word in re.split("( )", text))


@lru_cache(maxsize=4096)
def _width(word: str, size: int, bold: bool) -> float:
    return float(font_of(FONT, size, bold).getlength(word))


def forget_words() -> None:
    """Forget what was measured: words of an offer do not outlive its card."""
    _width.cache_clear()


def broken(text: str, size: int, bold: bool, width: float, most: int = 99) -> list[str]:
    """Lines of at most a width.

    Args:
        text: one paragraph.
        size: of the letters.
        bold: weight.
        width: pixels.
        most: lines at most; a text that is cut ends with "…", and with its closing quotation mark if it had one.
    """
    lines: list[str] = []
    words = text.split()
    for number, word in enumerate(words):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold) <= width:
            lines[-1] = longer
            continue
        if len(lines) == most:
            return [*lines[:-1], _ended(lines[-1], text, size, bold, width)]
        if width_of(word, size, bold) > width:
            # A word wider than the page cannot be broken well: its beginning stands for it.
            rest = " ".join(words[number + 1 :])
            ended = _ended(word, text if not rest else "", size, bold, width)
            lines.append(ended)
            continue
        lines.append(word)
    return lines


def balanced(text: str, size: int, bold: bool, width: float, most: int = 99) -> list[str]:
    """Lines as `broken` makes them, about equally long, so that no word is left alone on the last."""
    lines = broken(text, size, bold, width, most)
    whole = text.split()
    if not 1 < len(lines) <= 3 or " ".join(lines).split() != whole:
        return lines
    narrow = width
    while True:
        narrow -= size
        tried = broken(text, size, bold, narrow, most)
        if len(tried) > len(lines) or " ".join(tried).split() != whole:
            return lines
        lines = tried


def fitting_list(
    names: Sequence[str], size: int, width: float, lines: int = 1, joint: str = ", "
) -> str:
    """As many names as fit, in their order, and the number of the others; long ones make way for shorter ones.

    Args:
        names: at least one.
        size: of the letters.
        width: of a line, in pixels.
        lines: how many there are.
        joint: between the names.
    """
    shown: list[int] = []
    for number in range(len(names)):
        tried = _listed(names, [*shown, number], joint)
        if len(broken(tried, size, False, width, lines + 1)) <= lines and not any(
            width_of(word, size, False) > width for word in tried.split()
        ):
            shown.append(number)
    return _listed(names, shown, joint) if shown else broken(names[0], size, False, width, 1)[0]


def _listed(names: Sequence[str], shown: Sequence[int], joint: str) -> str:
    left = len(names) - len(shown)
    rest = [f"dan {left} lainnya"] if left else []
    return joint.join([*(names[number] for number in shown), *rest])


def _ended(line: str, whole: str, size: int, bold: bool, width: float) -> str:
    """The line shortened until "…" fits behind it: at a word, unless it is one long word."""
    end = ELLIPSIS + (_CLOSING if whole.endswith(_CLOSING) else "")
    bare = line.rstrip(f"{_CLOSING}{ELLIPSIS} ,.;:")
    while bare and width_of(bare + end, size, bold) > width:
        cut = bare.rfind(" ")
        bare = (bare[:cut] if cut > 0 else bare[:-1]).rstrip(" ,.;:")
    return bare + end
