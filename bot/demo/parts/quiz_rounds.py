"""Which questions make one round of the quiz: five, of different answers, easy ones first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import zip_longest

from knowledge.model import QuizItem
from knowledge.store import Store

ALL = "semua"
A_ROUND = 5
_LEVELS = {"mudah": 0, "sedang": 1, "sulit": 2}


def rounds(store: Store, kind: str) -> list[list[QuizItem]]:
    """Rounds of at most five. A hall that hears the same answer five times learns to say it, not to look.

    Args:
        store: knows the questions.
        kind: of the questions, or ALL.
    """
    items = sorted((item for item in store.quiz() if kind in (ALL, item.kind)), key=_ease)
    by_answer: dict[str, list[QuizItem]] = {}
    for item in items:
        by_answer.setdefault(item.answer, []).append(item)
    # Dealt like cards, the commonest answer first: every round gets its share of each.
    groups = sorted(by_answer.values(), key=len, reverse=True)
    dealt = [item for group in groups for item in group]
    number = math.ceil(len(items) / A_ROUND)
    return [_mixed(dealt[start::number]) for start in range(number)]


def levels(items: Sequence[QuizItem]) -> str:
    """How hard a round is: "mudah", or "mudah sampai sulit"."""
    first, last = min(items, key=_ease).level, max(items, key=_ease).level
    return first if first == last else f"{first} sampai {last}"


def _mixed(items: Sequence[QuizItem]) -> list[QuizItem]:
    """Easy ones first, the commonest answer in turn with the others: the place does not tell the answer."""
    answers = [item.answer for item in items]
    common = max(answers, key=answers.count)
    often = sorted((item for item in items if item.answer == common), key=_ease)
    others = sorted((item for item in items if item.answer != common), key=_ease)
    return [item for pair in zip_longest(often, others) for item in pair if item]


def _ease(item: QuizItem) -> tuple[int, str]:
    return _LEVELS.get(item.level, len(_LEVELS)), item.id
