"""Titles fit a button: one line, no full stop, not shared by two records of a kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding

NAME = "titles"
SCOPE = ("topic", "crisis", "red_flag", "scene", "roleplay", "check")

LONGEST_ID = 48
"""Bytes. Telegram allows 64 for the data of a button; the rest is for the word in front."""


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield titles that make a bad button, and ids too long for one. Lengths: see the schema."""
    owners: dict[tuple[str, str], str] = {}
    for document in documents:
        if len(document.stem.encode()) > LONGEST_ID:
            message = f"id {len(document.stem)} huruf, paling panjang {LONGEST_ID}."
            yield document.finding(("id",), message, "pilih id yang lebih pendek.", NAME)
        title = document.get("title")
        if not isinstance(title, str):
            continue
        owner = owners.setdefault((document.kind, title.casefold()), document.stem)
        if owner != document.stem:
            message = f"judul '{title}' sama dengan judul {owner}."
            yield document.finding(("title",), message, "beri judul yang berbeda.", NAME)
        if "\n" in title or title != title.strip() or title.endswith("."):
            tip = "satu baris, tanpa titik di akhir."
            yield document.finding(("title",), "judul ini kurang rapi untuk tombol.", tip, NAME)
