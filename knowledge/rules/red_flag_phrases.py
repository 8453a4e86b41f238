"""Red flags and dangers have enough phrases and near misses, and no phrase contradicts another record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding

NAME = "red_flag_phrases"
SCOPE = ("red_flag", "crisis")

FEWEST = {
    "red_flag": {"phrases": 10, "near_misses": 5},
    "crisis": {"phrases": 15, "near_misses": 10},
}
"""Fewer than these and what is noticed can be neither sensitive nor specific."""
_LISTS = ("phrases", "near_misses")
_FROM = {"red_flag": "iklan nyata", "crisis": "cara orang menulis"}


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield missing, repeated and contradicting phrases."""
    owners: dict[tuple[str, str], str] = {}
    for document in documents:
        near = {_plain(text) for text in _texts(document.get("near_misses"))}
        for key, fewest in FEWEST[document.kind].items():
            count = len(_texts(document.get(key)))
            if count < fewest:
                message = f"hanya {count} butir, paling sedikit {fewest}."
                yield document.finding(
                    (key,), message, f"tambah contoh dari {_FROM[document.kind]}.", NAME
                )
        for position, phrase in enumerate(_texts(document.get("phrases"))):
            path = ("phrases", position)
            plain = _plain(phrase)
            owner = owners.setdefault((document.kind, plain), document.stem)
            if plain in near:
                message = f"'{phrase}' juga tertulis di near_misses."
                yield document.finding(path, message, "hapus dari salah satu.", NAME)
            if owner != document.stem:
                message = f"'{phrase}' sudah ada di {owner}."
                yield document.finding(path, message, "pilih satu saja.", NAME, value=plain)
        yield from _repeated(document)


def _repeated(document: Document) -> Iterator[Finding]:
    for key in _LISTS:
        seen: set[str] = set()
        for position, text in enumerate(_texts(document.get(key))):
            if _plain(text) in seen:
                message = f"'{text}' ditulis dua kali."
                yield document.finding((key, position), message, "hapus satu.", NAME)
            seen.add(_plain(text))


def _texts(value: Any) -> list[str]:
    """Return the strings of a list, in place; another shape is reported by the schema."""
    return [str(text) for text in value] if isinstance(value, list) else []


def _plain(text: str) -> str:
    """Return `text` as the matcher sees it: one case, single spaces."""
    return " ".join(text.casefold().split())
