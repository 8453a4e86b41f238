"""Fonts for pictures that we draw. They come with matplotlib (DejaVu, STIX) and Pillow (Aileron, CC0), so every machine has the same.

Pillow is imported with the first font.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

AILERON = "aileron"
_FILES = {
    "sans": ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    "serif": ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"),
    "mono": ("DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf"),
    "stix": ("STIXGeneral.ttf", "STIXGeneralBol.ttf"),
}
_FOLDER = ("mpl-data", "fonts", "ttf")
# What these fonts can draw: Latin, and the signs of ordinary typing; Aileron has fewer.
_UNDRAWN = re.compile("[^\n -~\u00a0-\u00ff–—‘’“”•…€]")
_NOT_IN_AILERON = {ord(sign): "-" if sign in "–—•" else " " for sign in "–—•€×§²½£¥éàÉñü"}


def font_of(name: str, size: int, bold: bool = False) -> FreeTypeFont:
    """A font by its name, Pillow's own where it is missing.

    Args:
        name: "sans", "serif", "mono", "stix" or "aileron".
        size: pixels.
        bold: not for Aileron, which has one weight here.
    """
    return _font(name, size, bold)


@lru_cache(maxsize=128)
def _font(name: str, size: int, bold: bool) -> FreeTypeFont:
    from PIL import ImageFont

    file = None if name == AILERON else font_file(name, bold)
    if file is not None:
        try:
            return ImageFont.truetype(str(file), size)
        except OSError:
            # Another matplotlib, or none: smaller letters are better than no picture.
            pass
    return cast("FreeTypeFont", ImageFont.load_default(size))


def font_file(name: str, bold: bool = False) -> Path:
    """Where a font of matplotlib is; it need not be there.

    Args:
        name: "sans", "serif", "mono" or "stix".
        bold: the heavier weight.
    """
    return _folder() / _FILES[name][bold]


def _folder() -> Path:
    """Where the fonts are, without importing matplotlib, which takes a second."""
    spec = find_spec("matplotlib")
    found = (spec.submodule_search_locations or [""])[0] if spec else ""
    return Path(found).joinpath(*_FOLDER)


def drawable(text: str, name: str = "sans") -> str:
    """The part of a text that a font can draw: without emoji and foreign letters; lines stay, spaces are made single."""
    if name == AILERON:
        text = text.translate(_NOT_IN_AILERON)
    return "\n".join(" ".join(_UNDRAWN.sub(" ", line).split()) for line in text.splitlines())


def plain_letters(text: str) -> str:
    """Ordinary letters for those that only look different, such as mathematical bold ones ("𝗚𝗔𝗝𝗜")."""
    return _UNDRAWN.sub(lambda sign: unicodedata.normalize("NFKC", sign.group()), text)
