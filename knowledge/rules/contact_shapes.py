"""Addresses have the shape of their type, and what is displayed is the value that is dialled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.numbers import PHONE_TYPES, contacts, same_number

NAME = "contact_shapes"
SCOPE = ("channel",)

ALWAYS = "24/7"
"""The hours that people are told without words of the record."""

ALL_TYPES = frozenset("phone whatsapp sms web email address app social".split())

_SHAPES = {
    "web": (re.compile(r"https?://[^\s/]+\.[^\s]+"), "tulis alamat yang diawali https://."),
    "email": (re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"), "tulis satu alamat surel."),
}


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield addresses of a wrong shape and displays that show another number than the value."""
    for document in documents:
        for path, contact in contacts(document, frozenset(_SHAPES)):
            shape, tip = _SHAPES[contact["type"]]
            if not shape.fullmatch(contact["value"]):
                message = f"'{contact['value']}' bukan {contact['type']}."
                yield document.finding((*path, "value"), message, tip, NAME)
        for path, contact in contacts(document, PHONE_TYPES):
            display = contact.get("display")
            if isinstance(display, str) and not same_number(display, contact["value"]):
                message = f"display '{display}' bukan nomor '{contact['value']}'."
                tip = "ubah value dan display bersama-sama."
                yield document.finding((*path, "display"), message, tip, NAME, value=display)
        yield from _untold_hours(document)


def _untold_hours(document: Document) -> Iterator[Finding]:
    """Yield opening hours that only a program can read: people are shown the words in `hours`."""
    for path, contact in contacts(document, ALL_TYPES):
        opening = contact.get("opening")
        if isinstance(opening, str) and opening != ALWAYS and not document.get("hours"):
            tip = "tulis jam itu juga di hours, dengan kata-kata."
            yield document.finding(
                (*path, "opening"), f"jam '{opening}' belum tertulis.", tip, NAME
            )
