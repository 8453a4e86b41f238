"""Reads an offer from a file or from standard input: bytes of unknown kind to text, or a plain word why not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from bot.errors import UnreadableError

STDIN = "-"
MOST_BYTES = 1_000_000
# How these begin; an ending may be wrong or missing.
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_DOCUMENTS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# Control characters that stand in no text.
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")


def read_input(name: str, stdin: BinaryIO | None = None) -> str:
    """The text of one input, exactly as it is: offsets of evidence count its characters.

    Args:
        name: path of a file, or "-" for standard input.
        stdin: what "-" reads; default standard input.

    Raises:
        UnreadableError: it cannot be read as text; the message says why and what to do.
    """
    return text_of(_bytes(name, stdin))


def text_of(data: bytes) -> str:
    """The text that bytes hold.

    Raises:
        UnreadableError: they are no text, or too much of it.
    """
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise UnreadableError("gambar belum bisa dibaca. Saran: ketik atau salin teksnya.")
    if data.startswith(_DOCUMENTS):
        raise UnreadableError("bukan berkas teks. Saran: salin isinya ke berkas .txt.")
    if len(data) > MOST_BYTES:
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
