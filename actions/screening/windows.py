"""Cuts an offer into the pieces that are judged by themselves, and says what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from actions.screening.model import Evidence
from actions.screening.reading import Reading

# Words of a sentence that is judged whole; voice messages know no full stops and are cut.
_LONGEST, _STEP, _PIECE = 45, 20, 30
# Short lines say something only together with the next one ("Visa:" / "turis dulu").
_TOGETHER = 22


def windows(reading: Reading) -> Iterator[tuple[int, int]]:
    """First word and word after the last of each piece; pieces overlap."""
    sentences = [(start, end) for start, end in reading.sentences if end - start > 1]
    for number, (start, end) in enumerate(sentences):
        if end - start > _LONGEST:
            yield from ((first, min(end, first + _PIECE)) for first in range(start, end, _STEP))
        else:
            yield start, end
        if number + 1 < len(sentences) and sentences[number + 1][1] - start <= _TOGETHER:
            yield start, sentences[number + 1][1]


def features_in(
    reading: Reading, start: int, end: int, said: Mapping[str, list[Evidence]]
) -> Counter[str]:
    """Counts of features of a piece: words, pairs, letter groups, base forms, concepts, and the flags whose patterns match there."""
    counts = reading.features(start, end)
    first, last = reading.offsets_of(start, end)
    for flag, evidence in said.items():
        if any(each.start < last and each.end > first for each in evidence):
            counts[f"f:{flag}"] = 1
    return counts
