"""Trains what notices danger: on the sentences of all intents, the words of editors, and texts that only resemble a cry for help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from actions.danger.detector import ANY, OTHER, DangerDetector, with_told
from actions.screening.phrases import PhraseRules
from actions.screening.training import Example, learn_pieces
from knowledge.model import Crisis

# The danger of somebody who is known to the writer, where nothing more exact is told.
SOMEBODY = "darurat_orang_lain"
# Features that fewer cries for help have say nothing about any.
_FEWEST = 2


@dataclass(frozen=True)
class Lesson:
    """A text to learn from.

    Attributes:
        text: the text.
        danger: id of the danger; None where there is none.
        for_other: whether somebody else is in danger.
        is_exact: whether its author told dangers of others by their exact id.
    """

    text: str
    danger: str | None = None
    for_other: bool = False
    is_exact: bool = True


@dataclass(frozen=True)
class Row:
    """A lesson that was read.

    Attributes:
        lesson: the text.
        counts: its features, as the classifier of intents sees them.
        told: dangers that phrases tell of.
    """

    lesson: Lesson
    counts: Counter[str]
    told: Collection[str]


def lessons_of_words(dangers: Iterable[Crisis]) -> Iterator[Lesson]:
    """Phrases and near misses of editors."""
    for danger in dangers:
        yield from (own_lesson(text, danger.id) for text in danger.phrases)
        yield from (Lesson(text) for text in danger.near_misses)


def own_lesson(text: str, danger: str, for_other: bool | None = None) -> Lesson:
    """A sentence that tells of danger.

    Args:
        text: the sentence.
        danger: which.
        for_other: whose danger it is, where the author said so and told dangers of others by their exact id; before, all were SOMEBODY.
    """
    if for_other is None:
        return Lesson(text, danger, danger == SOMEBODY, is_exact=False)
    return Lesson(text, danger, for_other)


def fit(rows: Sequence[Row], ids: Sequence[str], phrases: PhraseRules) -> DangerDetector:
    """Train on features and on the phrases that match.

    Args:
        rows: what to learn from.
        ids: of the dangers.
        phrases: patterns of editors.
    """
    seen = Counter(name for row in rows if row.lesson.danger for name in row.counts)
    known = frozenset(name for name, count in seen.items() if count >= _FEWEST)
    examples = [example(row, known, ids) for row in rows]
    return DangerDetector(phrases, learn_pieces(examples, [ANY, *ids, OTHER]).scorer)


def example(row: Row, known: Collection[str], ids: Sequence[str]) -> Example:
    """What a row teaches: a text without danger nothing about which danger it is, or whose.

    Args:
        row: the text.
        known: features that count; texts are many, and most of their features say nothing here.
        ids: of all dangers.
    """
    counts = with_told(
        Counter({name: count for name, count in row.counts.items() if name in known}), row.told
    )
    lesson = row.lesson
    if lesson.danger is None:
        return Example(counts, frozenset(), frozenset((*ids, OTHER)))
    shows = {ANY, lesson.danger} | ({OTHER} if lesson.for_other else set())
    is_exact = lesson.is_exact or lesson.danger != SOMEBODY or not set(row.told) - {SOMEBODY}
    return Example(counts, frozenset(shows), frozenset(() if is_exact else ids))
