"""Whether a probability of 0.8 means right in eight of ten messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True)
class Bin:
    """Messages whose best intent had a probability within these bounds.

    Attributes:
        low: lower bound.
        high: upper bound.
        count: how many messages.
        confidence: mean probability of the best intent.
        accuracy: share of messages whose best intent was right.
    """

    low: float
    high: float
    count: int = 0
    confidence: float = 0.0
    accuracy: float = 0.0


def reliability(guesses: Iterable[tuple[float, bool]], bins: int = BINS) -> list[Bin]:
    """Probability and truth of guesses, in bins of equal width from 0 to 1."""
    members: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in guesses:
        members[min(int(confidence * bins), bins - 1)].append((confidence, right))
    return [
        Bin(
            number / bins,
            (number + 1) / bins,
            len(rows),
            sum(confidence for confidence, _ in rows) / len(rows) if rows else 0.0,
            sum(right for _, right in rows) / len(rows) if rows else 0.0,
        )
        for number, rows in enumerate(members)
    ]


def expected_error(bins: Sequence[Bin]) -> float | None:
    """Expected calibration error: mean distance of confidence and accuracy, weighted by messages; None of nothing."""
    total = sum(each.count for each in bins)
    if not total:
        return None
    return sum(each.count * abs(each.confidence - each.accuracy) for each in bins) / total
