"""Measures how much the sentences of one intent repeat each other: a template with one word swapped teaches nothing new."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

# Two sentences are near-duplicates from this likeness on, by words or by letters.
ALIKE = 0.7
_LETTERS = 3
# Of very short sentences ("cek PT", "cek pt nya") a shared word says little.
_FEWEST_WORDS = 3


def near_duplicates(sentences: Sequence[str]) -> list[tuple[str, str, float]]:
    """Pairs that are nearly the same, with their likeness, most alike first.

    Likeness is the larger of two Jaccard indices: of the words, and of the groups of three letters.

    Args:
        sentences: the sentences of one intent.
    """
    read = [(sentence, *_parts(sentence)) for sentence in sentences]
    long = [row for row in read if len(row[1]) >= _FEWEST_WORDS]
    pairs = [
        (first[0], second[0], likeness)
        for first, second in combinations(long, 2)
        if (likeness := max(_jaccard(first[1], second[1]), _jaccard(first[2], second[2]))) >= ALIKE
    ]
    return sorted(pairs, key=lambda pair: -pair[2])


def share(sentences: Sequence[str]) -> float:
    """Share of the sentences that have a near-duplicate among the others."""
    involved = {
        sentence for first, second, _ in near_duplicates(sentences) for sentence in (first, second)
    }
    return len(involved) / max(len(sentences), 1)


def _parts(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words and letter groups of a sentence, without case and punctuation."""
    words = re.findall(r"\w+", sentence.casefold())
    padded = f" {' '.join(words)} "
    groups = {padded[start : start + _LETTERS] for start in range(len(padded) - _LETTERS + 1)}
    return frozenset(words), frozenset(groups)


def _jaccard(first: frozenset[str], second: frozenset[str]) -> float:
    # The smaller set bounds the index: cheap to see that most pairs cannot be alike.
    if min(len(first), len(second)) < ALIKE * max(len(first), len(second)):
        return 0.0
    both = len(first & second)
    return both / (len(first) + len(second) - both)
