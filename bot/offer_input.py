"""Reads an offer from a file or from standard input: a text or a picture of one, or a plain word why not."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from actions.pictures.formats import MOST_BYTES, is_document, is_picture
from actions.pictures.model import PictureError, PictureText
from actions.pictures.read import read_picture
from bot.errors import UnreadableError

STDIN = "-"
MOST_TEXT_BYTES = 1_000_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# Control characters that stand in no text.
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")


@dataclass(frozen=True)
class OfferInput:
    """One input.

    Attributes:
        text: exactly as it is, for offsets of evidence count its characters; of a picture what was read in it.
        picture: how a picture was read; None for a text.
    """

    text: str
    picture: PictureText | None = None


def read_input(name: str, stdin: BinaryIO | None = None) -> OfferInput:
    """Read one input; its content decides what it is, not its name.

    Args:
        name: path of a file, or "-" for standard input.
        stdin: what "-" reads; default standard input.

    Raises:
        UnreadableError: it cannot be read; the message says why and what to do.
    """
    data = _bytes(name, stdin)
    if not is_picture(data):
        return OfferInput(text_of(data))
    try:
        picture = read_picture(data)
    except PictureError as error:
        raise UnreadableError(f"{error.problem} Saran: {error.remedy}") from error
    return OfferInput(picture.text, picture)


def text_of(data: bytes) -> str:
    """The text that bytes hold.

    Raises:
        UnreadableError: they are no text, or too much of it.
    """
    if is_document(data):
        raise UnreadableError("bukan berkas teks. Saran: salin isinya ke berkas .txt.")
    if len(data) > MOST_TEXT_BYTES:
        raise UnreadableError("lebih dari 1 MB. Saran: simpan hanya teks tawarannya.")
    text = _decoded(data)
    if not text.strip("\ufeff \t\r\n\f\v\x00"):
        raise UnreadableError("kosong. Saran: isi dengan teks tawarannya.")
    return text


def _bytes(name: str, stdin: BinaryIO | None) -> bytes:
    """At most one byte more than is allowed: a device or a pipe may never end."""
    if name == STDIN:
        return (stdin or sys.stdin.buffer).read(MOST_BYTES + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableError("berkas tidak ada. Saran: periksa nama dan foldernya.") from None
    except IsADirectoryError:
        raise UnreadableError("ini folder. Saran: sebutkan berkas di dalamnya.") from None
    except PermissionError:
        raise UnreadableError("tidak boleh dibaca. Saran: periksa izin berkasnya.") from None
    except (OSError, ValueError):
        # A name with a null character, a broken disk.
        raise UnreadableError("tidak bisa dibuka. Saran: salin ke berkas lain.") from None


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF16):
        # Notepad's "Unicode".
        encodings: tuple[str, ...] = ("utf-16",)
    elif _BINARY.intersection(data):
        raise UnreadableError("bukan berkas teks. Saran: salin isinya ke berkas .txt.")
    else:
        # Notepad's "ANSI" for files that are older than UTF-8 there.
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("bukan berkas teks. Saran: simpan sebagai UTF-8.")
