"""Turns labelled offers into examples, and judges each by machines that saw nothing of its author."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from actions.screening.detector import GENUINE_OFFER, SCAM, Seen, clues_of
from actions.screening.kinds import OFFER, KindDetector
from actions.screening.labelled import GENUINE, NO_OFFER_KIND, Offer
from actions.screening.training import Counts, Example, fit_kinds, fit_pieces, fit_wholes
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
        return self.offer.kind != NO_OFFER_KIND

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
    return [*labels, GENUINE_OFFER, SCAM]


def unseen_clues(
    sentences: Sequence[Example], lessons: Sequence[Lesson], labels: Sequence[str]
) -> list[Clues]:
    """What machines that saw no offer of its author see in each offer."""

    def judge(others: Sequence[Lesson]) -> Callable[[Lesson], Clues]:
        pieces = fit_pieces([*sentences, *piece_examples(others)], labels)
        whole = fit_wholes([each.whole() for each in others], whole_labels(labels))
        return lambda each: clues_of(
            each.seen,
            labels,
            pieces.scores_of([counts for _, counts in each.seen.pieces]),
            whole.scores(each.seen.whole),
        )

    return _by_others(lessons, judge)


def unseen_margins(texts: Sequence[tuple[Counts, bool]], lessons: Sequence[Lesson]) -> list[float]:
    """How clearly each scam is an offer, by a machine that saw no text of its author.

    Genuine and doubtful offers do not count: who is told that such a text is none loses little.
    """

    def judge(others: Sequence[Lesson]) -> Callable[[Lesson], float]:
        known = [(each.seen.whole, each.is_offer) for each in others]
        detector = KindDetector(fit_kinds([*texts, *known], OFFER), 0.0)
        return lambda each: detector.margin(each.seen.whole)

    margins = _by_others(lessons, judge)
    return [
        margin for lesson, margin in zip(lessons, margins, strict=True) if lesson.offer.kind == SCAM
    ]


def _by_others(
    lessons: Sequence[Lesson], judge: Callable[[Sequence[Lesson]], Callable[[Lesson], Made]]
) -> list[Made]:
    """For each offer what a judge says who was trained on the other groups of authors."""
    authors = sorted({lesson.offer.author for lesson in lessons})
    group = {author: number % _GROUPS for number, author in enumerate(authors)}
    groups = np.array([group[lesson.offer.author] for lesson in lessons])
    made: dict[int, Made] = {}
    for number in range(_GROUPS):
        judged = judge([lessons[row] for row in np.flatnonzero(groups != number)])
        made |= {int(row): judged(lessons[row]) for row in np.flatnonzero(groups == number)}
    return [made[row] for row in range(len(lessons))]
