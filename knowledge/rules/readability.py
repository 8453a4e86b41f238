"""Sentences of at most 20 words, and at most 12 on average over a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import SENTENCE_FIELDS, Document, field_of
from knowledge.findings import Finding
from knowledge.kinds import ALL_KINDS

NAME = "readability"
SCOPE = ALL_KINDS

LONGEST_SENTENCE = 20
HIGHEST_AVERAGE = 12
"""Words, decided in the architecture: what a primary-school reader follows."""

_BREAK = re.compile(r"(?<=[.!?])\s+|\n+")
_LIST_MARK = re.compile(r"^(?:-|\d+\.)(?:\s+|$)")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line of a list is one, its `-` or `1.` is not counted."""
    pieces = (_LIST_MARK.sub("", piece.strip()) for piece in _BREAK.split(text))
    return [piece for piece in pieces if piece]


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield sentences that are too long and texts whose sentences are long on average."""
    for document in documents:
        for path, text in document.prose:
            if field_of(path) not in SENTENCE_FIELDS:
                continue
            counts = []
            for sentence in sentences(text):
                counts.append(len(sentence.split()))
                if counts[-1] > LONGEST_SENTENCE:
                    start = " ".join(sentence.split()[:6])
                    message = f'kalimat {counts[-1]} kata (paling banyak 20): "{start} ...".'
                    yield document.finding(path, message, "pecah menjadi dua kalimat.", NAME)
            average = sum(counts) / len(counts) if counts else 0
            if average > HIGHEST_AVERAGE and len(counts) > 1:
                message = f"rata-rata {average:.1f} kata per kalimat (paling banyak 12)."
                yield document.finding(path, message, "pendekkan kalimatnya.", NAME)
