"""Words of the assistant as a hall may see them.

In a chat letters are typed ("Balas A langkah"); in a hall letters are keys of the page, and numbered buttons do the same. The word that
hides a screen is for the person who needs it, not for everybody in the room.
"""

from __future__ import annotations

import re

from actions.harmless import SAFE_WORD
from bot.messages import Button

# As in actions/render/offer.py: a hall has seen all signs, one a screen.
SIGNS_PAYLOAD = '/cek_lowongan{"lihat": "tanda"}'

# What an editor writes behind the name of a page that bears no date. Said aloud in a hall it sounds as if nobody had checked the page, and
# when it was checked stands in the same line.
UNDATED = ", tanpa tanggal"
_SOURCES, _ASK_SOURCES = "Sumber: ", " (tulis: sumbernya?)"

# A whole line that tells what to type, and one that ends with it.
_TYPED = re.compile(rf"\s*(?:Balas [A-Z]\b.*|.*\bTulis: {SAFE_WORD}\b.*)\s*")
_TYPED_AT_END = re.compile(r"\s*\bBalas [A-Z] [^.]*\.\s*$")
_GAP = re.compile(r"\n{3,}")
_LETTER = re.compile(r"^[A-Z] (?=\S)")
# The strongest signs, which a hall has seen one by one, and why each is one.
_SIGNS = re.compile(r"Ada (?P<count>\d+) tanda di tawaran ini\.")
_SIGN = re.compile(r"\d+\. ")
_WHY = "Mengapa: "


def hall_text(text: str) -> str:
    """A reply without what is to be typed; "" where nothing is left."""
    lines = [
        _sources(_TYPED_AT_END.sub("", line))
        for line in text.split("\n")
        if not _TYPED.fullmatch(line)
    ]
    return _GAP.sub("\n\n", "\n".join(lines)).strip()


def _sources(line: str) -> str:
    """The line of sources without what can only be typed in a chat; any other line as it is."""
    if not line.startswith(_SOURCES):
        return line
    return line.replace(_ASK_SOURCES, "").replace(UNDATED, "")


def hall_title(button: Button) -> str:
    """The title of a button without the letter that a chat would read."""
    return _LETTER.sub("", button.title)


def without_signs(text: str, seen: int) -> str:
    """A reply without its list of the strongest signs, where as many as it counts were seen one by one."""
    kept: list[str] = []
    is_list = False
    for block in text.split("\n\n"):
        found = _SIGNS.match(block)
        is_list = int(found["count"]) <= seen if found else is_list and bool(_SIGN.match(block))
        if not is_list:
            kept.append(block)
    return "\n\n".join(kept)


def without_reasons(text: str) -> str:
    """A reply without why each sign is one: what a genuine offer says is left."""
    return "\n\n".join(block for block in text.split("\n\n") if not block.startswith(_WHY))
