"""Notices danger by the words of a message alone. Pure Python: it must work where nothing that was trained can be loaded.

Each word, and each pair of neighbours, counts with the logarithm of how much more often cries for help have it than other messages; the
mean of them decides. Figures: docs/faults.md.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from knowledge.spelling import normalize_word

# A message is danger from this mean on. Of authors that were not learned from 19 of 20 cries reach it; the other messages that do are
# answered with contacts that they did not need.
NOTICED = 0.3
# A word alone says little: "dua", "sakit".
_ONE_WORD = 0.5
# The mean of few words is drawn towards nothing.
_NEUTRAL = 5
# What fewer messages have says nothing; nor does what weighs less.
_FEWEST, _LIGHTEST = 4, 0.5
# Added to every count, so that what was never seen is not impossible.
_MORE = 0.3
# A message of no more words that has one of these is a cry, whatever else it says.
_CALLS, _SHORT = frozenset("tolong darurat sos bahaya help".split()), 2
# A cry in passing drowns in a long message: it is looked at in pieces of so many words too.
_PIECE, _STEP = 40, 20
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")

Lesson = tuple[str, str | None]
"""A text, and the id of the danger that it tells of; None where there is none."""


@dataclass(frozen=True)
class Cues:
    """What words weigh.

    Attributes:
        danger: word or pair -> natural logarithm of how many times as often cries for help have it as other messages.
        kinds: id of a danger -> word -> the same beside the cries of all dangers.
        phrases: words in a row -> id of the danger that they tell of by themselves.
    """

    danger: Mapping[str, float]
    kinds: Mapping[str, Mapping[str, float]]
    phrases: Mapping[str, str]

    def notice(self, text: str, but: Collection[str] = ()) -> str | None:
        """The danger that a message most probably tells of; None where its words do not tell of any.

        Args:
            text: the message.
            but: ids of dangers that it cannot be.
        """
        words = words_of(text)
        said = f" {' '.join(words)} "
        told = next((id_ for phrase, id_ in self.phrases.items() if f" {phrase} " in said), None)
        kinds = {id_: weights for id_, weights in self.kinds.items() if id_ not in but}
        if told or not kinds:
            return told
        pieces = [words, *(words[start : start + _PIECE] for start in _starts(len(words)))]
        piece = max(pieces, key=self._mean)
        is_call = len(words) <= _SHORT and not _CALLS.isdisjoint(words)
        enough = NOTICED if len(words) > 1 else _ONE_WORD
        if self._mean(piece) < enough and not is_call:
            return None
        seen = set(piece)
        return max(kinds, key=lambda id_: sum(kinds[id_].get(one, 0.0) for one in seen))

    def as_dict(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)

    def _mean(self, words: Sequence[str]) -> float:
        known = [self.danger[one] for one in _features(words) if one in self.danger]
        return sum(known) / (len(known) + _NEUTRAL)


def learn(lessons: Iterable[Lesson], phrases: Mapping[str, str]) -> Cues:
    """Weigh the words of texts of which it is known whether they tell of danger.

    Args:
        lessons: the texts.
        phrases: phrase -> id of the danger that it tells of by itself.
    """
    cry: Counter[str] = Counter()
    calm: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    texts: Counter[str | None] = Counter()
    for text, danger in lessons:
        words = words_of(text)
        texts[danger] += 1
        (calm if danger is None else cry).update(_features(words))
        if danger is not None:
            kinds.setdefault(danger, Counter()).update(set(words))
    others = texts.pop(None, 0)
    told = sum(texts.values())
    frequent = [one for one in {**cry, **calm} if cry[one] + calm[one] >= _FEWEST]
    words = [one for one in frequent if " " not in one and cry[one] >= _FEWEST]
    return Cues(
        _weights(frequent, (cry, told), (calm, others)),
        {
            id_: _weights(words, (own, texts[id_]), (cry, told))
            for id_, own in sorted(kinds.items())
        },
        {" ".join(words_of(phrase)): id_ for phrase, id_ in phrases.items()},
    )


def _weights(
    features: Iterable[str], here: tuple[Counter[str], int], there: tuple[Counter[str], int]
) -> dict[str, float]:
    def share(one: str, counts: Counter[str], texts: int) -> float:
        return math.log((counts[one] + _MORE) / (texts + 2 * _MORE))

    weights = {one: round(share(one, *here) - share(one, *there), 2) for one in features}
    return {one: weight for one, weight in weights.items() if abs(weight) >= _LIGHTEST}


def words_of(text: str) -> list[str]:
    """The words of a text in their common spelling."""
    return [normalize_word(word) for word in _WORD.findall(text)]


def _features(words: Sequence[str]) -> Collection[str]:
    return {*words, *map(" ".join, pairwise(["<", *words, ">"]))}


def _starts(words: int) -> range:
    return range(0, max(0, words - _STEP), _STEP) if words > _PIECE else range(0)
