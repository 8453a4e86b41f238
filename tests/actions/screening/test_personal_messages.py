"""How much that is personal is found in messages as people type them, and how often ordinary words are taken for it.

Of `personal_messages.txt` most pieces in braces must be hidden, of `plain_messages.txt` nearly nothing. The bounds are what was measured:
a change that loses more must be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from actions.screening.known_places import place_words
from actions.screening.private import all_hidden_in
from knowledge.store import Store

_HERE = Path(__file__).parent
_BRACED = re.compile(r"\{([^{}]*)\}")
_WORD = re.compile(r"[^\W_]+")


@pytest.fixture(scope="module")
def places(real_store: Store) -> frozenset[str]:
    return place_words(real_store)


def lines(name: str) -> list[str]:
    rows = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]


def hidden_words(text: str, places: frozenset[str]) -> Iterator[tuple[int, int]]:
    spans = all_hidden_in(text, places)
    for word in _WORD.finditer(text):
        if any(start < word.end() and word.start() < end for start, end, _ in spans):
            yield word.span()


def judged(row: str, places: frozenset[str]) -> tuple[list[str], int, list[str]]:
    """Pieces that are shown though they should not be, how many pieces there are, and words that are hidden though they need not be."""
    pieces, text, done = [], "", 0
    for found in _BRACED.finditer(row):
        text += row[done : found.start()]
        pieces.append((len(text), len(text) + len(found[1])))
        text += found[1]
        done = found.end()
    text += row[done:]
    hidden = set(hidden_words(text, places))
    personal = {
        word.span()
        for word in _WORD.finditer(text)
        if any(start <= word.start() < end for start, end in pieces)
    }
    missed = [
        text[start:end]
        for start, end in pieces
        if any(start <= word[0] < end for word in personal - hidden)
    ]
    return missed, len(pieces), [text[start:end] for start, end in sorted(hidden - personal)]
