"""What the words beside a figure say of it: that it is pay, or a fee or bonus; that tax is off; that a pay can grow to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from actions.screening.pay_figures import Figure
from actions.screening.pay_words import CUES, NET, PAY, WIDER, kinds_of
from actions.screening.reading import Reading

# How many words before a figure say what it is.
_REACH, _REACH_WIDER, _REACH_NET = 10, 4, 8
# A heading or question has at most so many words, and so many stand before the figure below it.
_SHORT, _NEXT = 5, 2


@dataclass(frozen=True)
class Said:
    """What the words beside a figure say of it.

    Attributes:
        first: its first word.
        last: its last word.
        sentence: number of its sentence.
        cue: the nearest of the words before it that say what it is: PAY, MAYBE, OTHER; empty without one.
        is_net: what is left after tax; less than what another figure may state.
        widens: it states what a basic pay can grow to.
    """

    first: int
    last: int
    sentence: int
    cue: str
    is_net: bool
    widens: bool


def said_of(reading: Reading, figure: Figure) -> Said | None:
    """What the words beside a figure say; None where it is no word of its own."""
    first = bisect_right(reading.offsets, figure.start, key=itemgetter(1))
    last = bisect_left(reading.offsets, figure.end, key=itemgetter(0)) - 1
    if last < first:
        return None
    start, end = reading.sentence(first)
    before = reading.norms[max(start, first - _REACH_NET) : first]
    # Of "gaji bersih" and "bersih ... gaji" the word that stands nearer holds.
    called = next((word for word in reversed(before) if word in NET or _is_pay(word)), "")
    is_net = called in NET or not NET.isdisjoint(reading.norms[last + 1 : min(end, last + 2)])
    return Said(
        first,
        last,
        reading.sentence_of[first],
        next((cue for _, cue in cues_before(reading, first)), "") or _heading(reading, first),
        is_net,
        not WIDER.isdisjoint(before[-_REACH_WIDER:]),
    )


def cues_before(reading: Reading, first: int) -> Iterator[tuple[int, str]]:
    """Words of its sentence that say what a figure is, the nearest first: how many words stand between, and the cue."""
    start, _ = reading.sentence(first)
    for place in range(first - 1, max(start, first - _REACH) - 1, -1):
        kinds = kinds_of(reading.norms[place], reading.lemmas[place])
        yield from ((first - 1 - place, cue) for cue in CUES if cue in kinds)


def _heading(reading: Reading, first: int) -> str:
    """The cue of a heading that stands alone on the line before a figure ("GAJI:"), or of a question there ("biaya?")."""
    number = reading.sentence_of[first]
    if not number or first - _after_name(reading, reading.sentence(first)[0], first) > _NEXT:
        return ""
    start, end = reading.sentences[number - 1]
    start = _after_name(reading, start, end - 1)
    if end - start > _SHORT:
        return ""
    words = range(start, end)
    kinds = frozenset().union(*(kinds_of(reading.norms[at], reading.lemmas[at]) for at in words))
    is_question = "?" in reading.norms[start:end]
    return next((cue for cue in CUES if cue in kinds and (cue == PAY or is_question)), "")


def _after_name(reading: Reading, start: int, first: int) -> int:
    """The first word of a sentence, behind the name of a speaker ("Bu Tutik: 20.000")."""
    spoken = reading.norms[start:first]
    return first - spoken[::-1].index(":") if ":" in spoken else start


def _is_pay(word: str) -> bool:
    return PAY in kinds_of(word, word)
