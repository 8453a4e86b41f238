"""How easy answers are to read on a phone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from actions.render.bubbles import BUBBLE_LIMIT
from knowledge.rules.readability import sentences

# A line of sources is a list, not a sentence (actions/render/sources.py).
SOURCES = "Sumber: "


@dataclass(frozen=True)
class Readability:
    """Figures over all bubbles.

    Attributes:
        mean_words: mean words a sentence.
        most_words: words of the longest sentence.
        longest: that sentence.
        bubbles: how many bubbles.
        long_bubbles: how many of them are longer than a bubble should be.
    """

    mean_words: float | None
    most_words: int
    longest: str
    bubbles: int
    long_bubbles: int


def readability(bubbles: Iterable[str]) -> Readability:
    """Measure the bubbles of answers."""
    bubbles = list(bubbles)
    said = [
        sentence
        for bubble in bubbles
        for sentence in sentences(bubble)
        if not sentence.startswith(SOURCES)
    ]
    counts = [len(sentence.split()) for sentence in said]
    longest = max(said, key=lambda sentence: len(sentence.split()), default="")
    return Readability(
        mean_words=sum(counts) / len(counts) if counts else None,
        most_words=max(counts, default=0),
        longest=longest,
        bubbles=len(bubbles),
        long_bubbles=sum(len(bubble) > BUBBLE_LIMIT for bubble in bubbles),
    )
