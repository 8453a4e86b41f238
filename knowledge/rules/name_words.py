"""A doubtful name is a name, a phrase that is none contains one, and no word says two things about its neighbour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.model import Knowledge

NAME = "name_words"
SCOPE = ("names",)
PLACES = "tempat"


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield words about names that no place, concept or other list knows."""
    for document in documents:
        names = set(map(_plain, _names(document.stem, corpus.knowledge)))
        for key in ("doubtful", "never_alone"):
            for position, word in _items(document, key):
                if _plain(word) not in names:
                    message = f"'{word}' bukan nama {document.stem} yang dikenal."
                    tip = (
                        "hapus, atau tulis dulu namanya di countries/, provinces/, atau concepts/."
                    )
                    yield document.finding((key, position), message, tip, NAME, value=word)
        for position, phrase in _items(document, "not_names"):
            if not any(f" {name} " in f" {_plain(phrase)} " for name in names):
                message = f"'{phrase}' tidak memuat satu pun nama {document.stem}."
                tip = "hapus, atau pindahkan ke jenis nama yang dimuat."
                yield document.finding(("not_names", position), message, tip, NAME, value=phrase)
        deciding = {word for _, word in _items(document, "before")}
        for position, word in _items(document, "not_after"):
            if word in deciding:
                message = f"'{word}' juga tertulis di before."
                tip = "hapus dari salah satu."
                yield document.finding(("not_after", position), message, tip, NAME, value=word)


def _names(kind: str, knowledge: Knowledge) -> Iterable[str]:
    """Every name of a kind that valid records hold."""
    if kind != PLACES:
        for theme in knowledge.concepts.values():
            for concept in theme.concepts:
                if concept.entity == kind:
                    yield from (*concept.all_words, *concept.other_names)
        return
    for country in knowledge.countries.values():
        yield from (country.name, *country.aliases)
    for province in knowledge.provinces.values():
        yield from (province.name, *province.aliases)
        for district in province.districts:
            yield from (district.name, district.everyday_name, *district.aliases)


def _items(document: Document, key: str) -> Iterator[tuple[int, str]]:
    items: Any = document.get(key)
    yield from enumerate(map(str, items if isinstance(items, list) else ()))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
