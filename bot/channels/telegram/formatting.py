"""Texts as Telegram takes them: HTML, in messages that are short enough, never cut inside a word."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

# Telegram counts UTF-16 units of what is shown, after the tags are read.
MESSAGE_UNITS = 4096
CAPTION_UNITS = 1024
# Where a text may be cut, the best first: between paragraphs, lines, sentences, words.
_CUTS = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?…])[\"')\]]*\s+"),
    re.compile(r"\s+"),
)
# A cut that leaves less than this share of the room would make many short messages of a long one.
_LEAST = 0.5
# The longest sign that people send, a family, has eleven characters.
_LONGEST_LETTER = 64
# Nothing inside may be separated: letters that are one sign, and marks on the letter before.
_JOINS = "\u200d\ufe0f\u20e3"
_FAMILIES = (range(0x0300, 0x0370), range(0x1F3FB, 0x1F400), range(0xE0020, 0xE0080))


def units(text: str) -> int:
    """Length in UTF-16 units, in which Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def as_html(text: str) -> str:
    """A text that means nothing in HTML. Telegram finds addresses and phone numbers in it by itself."""
    return html.escape(_sound(text), quote=False)


def split(text: str, first: int = MESSAGE_UNITS, rest: int = MESSAGE_UNITS) -> list[str]:
    """Cut a text at its paragraphs, else lines, else sentences, else words.

    Args:
        text: any text.
        first: most UTF-16 units of the first part.
        rest: most UTF-16 units of each of the others.

    Returns:
        The parts in order, none of them empty; no part for a text of blanks.
    """
    return list(_parts(_sound(text).strip(), first, rest))


def _parts(text: str, room: int, rest: int) -> Iterator[str]:
    while text and units(text) > room:
        end, after = _cut(text, room)
        yield text[:end].rstrip()
        text, room = text[after:].lstrip(), rest
    if text:
        yield text


def _cut(text: str, room: int) -> tuple[int, int]:
    """Where a part ends and where the next begins."""
    most = _characters(text, room)
    for least in (_LEAST * most, 1):
        for cut in _CUTS:
            best = None
            for found in cut.finditer(text, 0, most + 1):
                if least <= found.start() <= most:
                    best = found
            if best:
                # The closing quote of a sentence belongs to it.
                blank = re.search(r"\s", best.group())
                end = best.start() + (blank.start() if blank else 0)
                if end <= most:
                    return end, best.end()
    # A run without a blank, longer than a message: no word.
    end = most
    while end > max(1, most - _LONGEST_LETTER) and _belongs_to_the_letter_before(text, end):
        end -= 1
    # Marks without an end are no letter; to look for its beginning would make a message of each of them.
    end = most if _belongs_to_the_letter_before(text, end) else end
    return end, end


def _characters(text: str, room: int) -> int:
    """How many characters fit."""
    used = 0
    for number, letter in enumerate(text):
        used += 2 if ord(letter) > 0xFFFF else 1
        if used > room:
            return number
    return len(text)


def _belongs_to_the_letter_before(text: str, place: int) -> bool:
    letter, before = text[place], text[place - 1]
    return (
        letter in _JOINS or before == "\u200d" or any(ord(letter) in family for family in _FAMILIES)
    )


def _sound(text: str) -> str:
    """Without what Telegram refuses: halves of letters, and control signs but line ends and tabs."""
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text.replace("\r\n", "\n"))
