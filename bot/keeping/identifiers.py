"""Covers what leads to somebody before a text is stored: numbers of cards, passports, telephones, bank accounts; mail and account names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from actions.screening.contacts import ACCOUNT, EMAIL, PHONE, contacts_in
from actions.screening.lookalikes import plain
from actions.screening.number_forms import SPOKEN_DIGIT, numbers_in

# Stands for one letter or digit, so that all offsets stay; it is nothing that anybody could dial.
COVER = "•"
_CONTACTS = (PHONE, EMAIL, ACCOUNT)
# Whom a link leads to stands behind the name of the service.
_PROFILE = re.compile(
    r"(?:\b(?:t|telegram|wa|m|line)\.me|\b(?:instagram|facebook|tiktok|whatsapp)\.com)/(?P<who>\S+)",
    re.IGNORECASE,
)
# Something of this is in every identifier. Most of what is stored has none of it, and to look closer was a twentieth of a turn.
_TRACE = re.compile(rf"[\d@:=]|\.(?:me|com)/|\b{SPOKEN_DIGIT}\b", re.IGNORECASE)
# Days and hours lead to nobody.
_TIME = re.compile(
    r"[0-3]?\d[/.-][01]?\d[/.-](?:(?:19|20)\d\d|\d\d)|[012]?\d[.:][0-5]\d\W{1,3}[012]?\d[.:][0-5]\d"
)


def identifiers_in(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the first character and after the last of each; they may overlap.

    Args:
        text: as it was typed.
    """
    read = plain(text)
    for contact in contacts_in(read.text):
        if contact.kind in _CONTACTS:
            yield read.span(contact.evidence.start, contact.evidence.end)
    for start, end in numbers_in(read.text):
        if not _TIME.fullmatch(read.text[start:end].strip()):
            yield read.span(start, end)
    for match in _PROFILE.finditer(read.text):
        yield read.span(*match.span("who"))


def covered(text: str) -> str:
    """The text with each letter and digit of an identifier covered; as long as it was."""
    # Other scripts have other digits, and signs that only look like one.
    if text.isascii() and not _TRACE.search(text):
        return text
    characters: list[str] | None = None
    for start, end in identifiers_in(text):
        characters = characters or list(text)
        for place in range(start, end):
            if characters[place].isalnum() or characters[place] == "_":
                characters[place] = COVER
    return "".join(characters) if characters else text


def all_covered(value: Any) -> Any:
    """Nested values of JSON with all their texts covered; keys stay."""
    if isinstance(value, str):
        return covered(value)
    if isinstance(value, dict):
        return {key: all_covered(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [all_covered(each) for each in value]
    return value
