"""A place name points to one country only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.yaml_reader import KeyPath

NAME = "country_aliases"
SCOPE = ("country",)


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield names that are empty, repeated, or claimed by two countries."""
    owners: dict[str, str] = {}
    for document in documents:
        own: set[str] = set()
        for path, name in _names(document):
            plain = " ".join(name.casefold().split())
            owner = owners.setdefault(plain, document.stem)
            if not plain:
                yield document.finding(path, "nama lain kosong.", "hapus butir ini.", NAME)
            elif plain in own:
                message = f"'{name}' ditulis dua kali."
                yield document.finding(path, message, "hapus salah satu.", NAME)
            elif owner != document.stem:
                message = f"'{name}' juga milik negara {owner}."
                tip = "simpan di satu negara saja, atau tulis lebih lengkap."
                yield document.finding(path, message, tip, NAME, value=name)
            own.add(plain)


def _names(document: Document) -> Iterator[tuple[KeyPath, str]]:
    for path, text in document.strings:
        if path == ("name",) or path[0] == "aliases":
            yield path, text
