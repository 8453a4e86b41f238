"""Running text names no phone number, e-mail or web address: channels show those themselves.

A number in a text is not found when the channel's number changes, and a wrong one can cost a life.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.kinds import ALL_KINDS
from knowledge.numbers import phone_like

NAME = "no_contacts_in_text"
SCOPE = ALL_KINDS

ALLOWED_ADDRESS = "siskop2mi.bp2mi.go.id"
"""The registration system: people need its address to do the step itself."""

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_WEB = re.compile(
    r"https?://\S+|\bwww\.\S+"
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:id|com|org|net|int|gov|info|me|co|io|ly|asia)\b",
    re.IGNORECASE,
)
_MAYBE_ADDRESS = re.compile(r"[a-z0-9]\.[a-z]|@", re.IGNORECASE)
_SHORT_CODE = re.compile(
    r"\b(?:telepon|hubungi|panggil|tekan|hotline|sms|wa|whatsapp)(?: ke)?(?: nomor)? (\d{3,6})\b",
    re.IGNORECASE,
)
_NAMES = frozenset({("channel", "name"), ("source", "label")})
"""A channel may be called by its number (`Polri 110`), a source by its site."""


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield contacts that stand in running text."""
    for document in documents:
        for path, text in document.prose:
            if (document.kind, path[-1]) in _NAMES:
                continue
            for found in contacts_in(text):
                tip = "sebut nama kanalnya saja dan tambahkan id-nya di channels."
                message = f"kalimat memuat kontak '{found}'."
                yield document.finding(path, message, tip, NAME, value=found)


def contacts_in(text: str) -> Iterator[str]:
    """Yield the phone numbers, short codes, e-mail and web addresses in a text."""
    yield from phone_like(text)
    yield from (match.group(1) for match in _SHORT_CODE.finditer(text))
    if not _MAYBE_ADDRESS.search(text):
        return
    yield from _MAIL.findall(text)
    for address in _WEB.findall(_MAIL.sub(" ", text)):
        if address.lower().rstrip(".,;") != ALLOWED_ADDRESS:
            yield address
