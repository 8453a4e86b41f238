"""Nothing that the research marked as unverified reaches a user."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import EDITOR_FIELDS, Document
from knowledge.findings import Finding
from knowledge.kinds import ALL_KINDS

NAME = "no_unverified"
SCOPE = ALL_KINDS

_MARKS = ("belum_terverifikasi", "belum terverifikasi", "[sedang]", "[rendah]", "[tinggi]")
"""How the research files mark confidence inside their notes."""


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield marks of unverified facts outside the fields that only editors read."""
    for document in documents:
        if not any(mark in document.source for mark in _MARKS):
            continue
        for path, text in document.strings:
            if path[0] in EDITOR_FIELDS or path[-1] == "note":
                continue
            if any(mark in text for mark in _MARKS):
                tip = "hapus, atau pindahkan ke catatan untuk editor."
                yield document.finding(path, "memuat fakta yang belum terverifikasi.", tip, NAME)
