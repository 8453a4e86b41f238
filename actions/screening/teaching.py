"""Turns labelled offers into examples, and judges each by machines that saw nothing of its author."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from actions.screening.detector import TOLD_KINDS, Seen, clues_of
from actions.screening.kinds import OFFER, KindDetector
from actions.screening.labelled_offers import GENUINE, NO_OFFER_AT_ALL, SCAM, Offer
from actions.screening.scorer import Array
from actions.screening.training import Example, Learned, fit_kinds
from actions.screening.vectors import Counts
from actions.screening.weighing import Clues

# Authors are parted into so many groups; each is judged by machines trained on the others.
_GROUPS = 3
Made = TypeVar("Made")


@dataclass(frozen=True)
class Lesson:
    """A labelled offer and what stands in it."""

    offer: Offer
    seen: Seen

    @property
    def is_offer(self) -> bool:
        """Whether it is one at all."""
        return self.offer.kind != NO_OFFER_AT_ALL

    @property
    def is_genuine(self) -> bool:
        """Whether it is a genuine one."""
        return self.offer.kind == GENUINE

    def whole(self) -> Example:
        """The offer as one, with its kind as a label besides the flags."""
        return Example(self.seen.whole, self.offer.flags | {self.offer.kind}, self.offer.arguable)

    def pieces(self) -> Iterator[Example]:
        """Its pieces: one shows a flag where the words stand that show it. Where no words do, nobody can say which piece does."""
        offer = self.offer
        places = {flag: offer.spans(flag) for flag in offer.flags}
        unquoted = {flag for flag, spans in places.items() if not spans}
        for piece, counts in self.seen.pieces:
            shows = {
                flag
                for flag, spans in places.items()
                if any(start < piece.end and end > piece.start for start, end in spans)
            }
            yield Example(counts, frozenset(shows), offer.arguable | unquoted)


def piece_examples(lessons: Sequence[Lesson]) -> list[Example]:
    """All pieces of some offers."""
    return [piece for lesson in lessons for piece in lesson.pieces()]


def whole_labels(labels: Sequence[str]) -> list[str]:
    """What the machines of whole offers tell apart."""
    return [*labels, *TOLD_KINDS]


def unseen_clues(
    pieces: Learned, whole: Learned, lessons: Sequence[Lesson], labels: Sequence[str]
) -> list[Clues]:
    """What machines that saw no offer of its author see in each offer.

    Args:
        pieces: taught by sentences, and behind them by the pieces of the lessons.
        whole: taught by the lessons.
        lessons: the offers.
        labels: ids of the flags.
    """
    owners = np.repeat(np.arange(len(lessons)), [len(each.seen.pieces) for each in lessons])
    from_sentences = np.full(len(pieces.examples) - len(owners), False)

    def judge(left_out: Array) -> Callable[[Lesson], Clues]:
        of_pieces = pieces.without(np.concatenate([from_sentences, left_out[owners]]))
        of_whole = whole.without(left_out)
        return lambda each: clues_of(
            each.seen,
            labels,
            of_pieces.scores_of([counts for _, counts in each.seen.pieces]),
            of_whole.scores(each.seen.whole),
        )

    return _by_others(lessons, judge, _GROUPS)


def unseen_margins(texts: Sequence[tuple[Counts, bool]], lessons: Sequence[Lesson]) -> list[float]:
    """How clearly each scam is an offer, by a machine that saw no text of its author.

    Genuine and doubtful offers do not count: who is told that such a text is none loses little. One author is left out at a time:
    the machine that is used knows them all, and one that knows two thirds of them would be held to be weaker than it is.
    """

    def judge(left_out: Array) -> Callable[[Lesson], float]:
        known = [
            (each.seen.whole, each.is_offer)
            for each, is_hidden in zip(lessons, left_out, strict=True)
            if not is_hidden
        ]
        detector = KindDetector(fit_kinds([*texts, *known], OFFER), 0.0)
        return lambda each: detector.margin(each.seen.whole)

    margins = _by_others(lessons, judge, len({lesson.offer.author for lesson in lessons}))
    return [
        margin for lesson, margin in zip(lessons, margins, strict=True) if lesson.offer.kind == SCAM
    ]


def _by_others(
    lessons: Sequence[Lesson], judge: Callable[[Array], Callable[[Lesson], Made]], parts: int
) -> list[Made]:
    """For each offer what a judge says who was trained on the other parts of the authors; it is told which offers are left out."""
    authors = sorted({lesson.offer.author for lesson in lessons})
    group = {author: number % parts for number, author in enumerate(authors)}
    groups = np.array([group[lesson.offer.author] for lesson in lessons])
    made: dict[int, Made] = {}
    for number in range(parts):
        left_out = groups == number
        judged = judge(left_out)
        made |= {int(row): judged(lessons[row]) for row in np.flatnonzero(left_out)}
    return [made[row] for row in range(len(lessons))]
