"""A word stands in one concept only, however it is typed, and a near miss contains one of the words of its concept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.spelling import normalize_word
from knowledge.yaml_reader import KeyPath

NAME = "concept_words"
SCOPE = ("concepts",)

_PART = re.compile(r"\w+|[^\w\s]")


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield ids used twice, words of two concepts, words that say nothing and idle near misses."""
    places: dict[str, str] = {}
    owners: dict[str, tuple[str, str]] = {}
    for document in documents:
        for position, concept in enumerate(_items(document.get("concepts"))):
            if not isinstance(concept, dict):
                continue
            path: KeyPath = ("concepts", position)
            name = str(concept.get("id"))
            if name in places:
                message = f"id '{name}' sudah dipakai di tema {places[name]}."
                tip = "beri id lain, atau gabungkan kedua konsep itu."
                yield document.finding((*path, "id"), message, tip, NAME)
            places.setdefault(name, document.stem)
            yield from _words(document, path, concept, owners)
            yield from _near_misses(document, path, concept)


def _words(
    document: Document, path: KeyPath, concept: dict[str, Any], owners: dict[str, tuple[str, str]]
) -> Iterator[Finding]:
    name = str(concept.get("id"))
    for where, word in _with_paths(concept):
        plain = _plain(word)
        owner, other = owners.setdefault(plain, (name, word))
        if len(plain) < 2 or plain.replace(" ", "").isdigit():
            message = f"'{word}' hanya satu huruf atau hanya angka."
            tip = "hapus: Mawas tidak dapat membedakannya dari kata lain."
            yield document.finding((*path, *where), message, tip, NAME)
        elif owner != name:
            message = f"'{word}' dibaca sama dengan '{other}' di konsep {owner}."
            tip = "simpan di satu konsep saja, atau tulis frasa yang lebih panjang."
            yield document.finding((*path, *where), message, tip, NAME, value=word)


def _near_misses(document: Document, path: KeyPath, concept: dict[str, Any]) -> Iterator[Finding]:
    words = {_plain(word) for _, word in _with_paths(concept)}
    for position, phrase in enumerate(_items(concept.get("near_misses"))):
        plain = _plain(str(phrase))
        where: KeyPath = (*path, "near_misses", position)
        if plain in words:
            message = f"'{phrase}' juga tertulis sebagai kata konsep ini."
            yield document.finding(
                where, message, "hapus dari salah satu.", NAME, value=str(phrase)
            )
        elif not any(f" {word} " in f" {plain} " for word in words):
            message = f"'{phrase}' tidak memuat satu pun kata konsep ini."
            tip = "hapus, atau pindahkan ke konsep yang katanya dimuat."
            yield document.finding(where, message, tip, NAME, value=str(phrase))


def _with_paths(concept: dict[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    """Yield every word of a concept, of all languages, with its path inside the concept."""
    for position, word in enumerate(_items(concept.get("words"))):
        yield ("words", position), str(word)
    regional = concept.get("regional")
    for language, words in (regional if isinstance(regional, dict) else {}).items():
        for position, word in enumerate(_items(words)):
            yield ("regional", language, position), str(word)


def _items(value: Any) -> list[Any]:
    """Return a list as it is and nothing for any other shape, which the schema reports."""
    return value if isinstance(value, list) else []


def _plain(text: str) -> str:
    """Return `text` as it is read in a message: everyday spelling resolved, single spaces."""
    return " ".join(map(normalize_word, _PART.findall(text)))
