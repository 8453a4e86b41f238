"""Plain composed Unicode: no look-alike letters, invisible characters, tabs or leftover TODOs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.kinds import ALL_KINDS

NAME = "unicode"
SCOPE = ALL_KINDS

_LOOKALIKE_SCRIPTS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL")
"""Scripts with letters that look Latin; Thai or Hangul in an alias is no danger."""

_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_LEFTOVER = re.compile(r"\b(?:TODO|FIXME|XXX|TBD)\b")


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield characters that a reader cannot see or would misread."""
    for document in documents:
        yield from _tabs(document)
        if _LEFTOVER.search(document.source):
            yield from _leftovers(document)
        if document.source.isascii() and "\\" not in document.source:
            continue  # nothing below can be wrong; spares most files the slow look
        for path, text in document.strings:
            fault = _fault(text)
            if fault:
                yield document.finding(path, fault[0], fault[1], NAME)


def _tabs(document: Document) -> Iterator[Finding]:
    if "\t" in document.source:
        for number, line in enumerate(document.source.splitlines(), start=1):
            if "\t" in line:
                yield document.finding((), "ada tab.", "ganti dengan spasi.", NAME, line=number)


def _leftovers(document: Document) -> Iterator[Finding]:
    for path, text in document.strings:
        match = _LEFTOVER.search(text)
        if match:
            message = f"masih ada '{match.group()}'."
            yield document.finding(path, message, "selesaikan atau hapus.", NAME)


def _fault(text: str) -> tuple[str, str] | None:
    if not unicodedata.is_normalized("NFC", text):
        return "huruf bertanda tersusun dari dua bagian.", "ketik ulang huruf itu (bentuk NFC)."
    for mark in text:
        if mark == "\n" or " " <= mark <= "~":
            continue
        code = f"U+{ord(mark):04X}"
        if unicodedata.category(mark) in _INVISIBLE or (mark.isspace() and mark != " "):
            return f"ada tanda tak tampak {code}.", "hapus dan ketik ulang bagian itu."
        if mark.isalpha() and unicodedata.name(mark, "").startswith(_LOOKALIKE_SCRIPTS):
            return f"huruf '{mark}' ({code}) hanya mirip huruf Latin.", "ketik ulang kata itu."
    return None
