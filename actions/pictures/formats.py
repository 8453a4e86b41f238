"""Tells by its first bytes what a file is; names lie. Imports nothing heavy, for every file that is screened passes here."""

from __future__ import annotations

import re

# Telegram lets a bot fetch files of up to 20 MB.
MOST_BYTES = 20 * 1024 * 1024

_READABLE = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|RIFF.{4}WEBP", re.DOTALL)
# A text may begin with "BM" ("BMI Hong Kong ..."): the zeros tell.
_OTHER_PICTURES = {
    "HEIC": re.compile(rb".{4}ftyp(?:hei|hev|mif1)", re.DOTALL),
    "AVIF": re.compile(rb".{4}ftypavif", re.DOTALL),
    "video": re.compile(rb".{4}ftyp", re.DOTALL),
    "GIF": re.compile(rb"GIF8[79]a"),
    "BMP": re.compile(rb"BM.{4}\0{4}", re.DOTALL),
    "TIFF": re.compile(rb"II\*\0|MM\0\*"),
}
_DOCUMENTS = {
    "PDF": re.compile(rb"%PDF"),
    "dokumen atau ZIP": re.compile(rb"PK\x03\x04"),
    "dokumen Office lama": re.compile(rb"\xd0\xcf\x11\xe0"),
    "dokumen RTF": re.compile(rb"\{\\rtf"),
}


def is_readable(data: bytes) -> bool:
    """Whether bytes begin like a picture of a kind that can be read."""
    return _READABLE.match(data) is not None


def is_picture(data: bytes) -> bool:
    """Whether bytes begin like a picture or a film, of a kind that can be read or not."""
    return is_readable(data) or any(pattern.match(data) for pattern in _OTHER_PICTURES.values())


def is_document(data: bytes) -> bool:
    """Whether bytes begin like a document that holds text in a form of its own."""
    return any(pattern.match(data) for pattern in _DOCUMENTS.values())


def format_named(data: bytes) -> str | None:
    """What people call a kind of file that cannot be read as a picture; None when it is not known."""
    formats = _OTHER_PICTURES | _DOCUMENTS
    return next((name for name, pattern in formats.items() if pattern.match(data)), None)
