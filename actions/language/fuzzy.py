"""Corrects the spelling of unknown words towards the words that the assistant works with."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import simplemma
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from actions.language.lemma import base_form

# Words shorter than this have too many neighbours to be corrected.
_SHORTEST = 5
# From this length on, two slips are forgiven.
_LONG = 9
# "pospolnya" is "pospol" and not "paspornya". Ending -> fewest letters before it.
_ENDINGS = {"nya": 3, "ku": 5, "mu": 5}
_VOWELS = dict.fromkeys(map(ord, "aeiou"))


class Speller:
    """Knows words and finds the one that was meant.

    Distances are optimal string alignment (a letter left out, added, changed, or two neighbours swapped), as thumbs make them. The first
    letter must be right: people seldom mistype it, and it keeps a look-up at some ten microseconds.
    """

    def __init__(
        self, words: Iterable[str], sparing: Iterable[str] = (), ordinary: Iterable[str] = ()
    ) -> None:
        """Keep the words that corrections may lead to.

        Args:
            words: normalised single words.
            sparing: the same, but only vowels left out lead to them ("surabya", "lombk", "ginjl"): names of many small places,
                because everyday words look too much like them, and short words that say something very grave by themselves,
                because names do.
            ordinary: words that are never corrected, although nothing else knows them.
        """
        words = {word for word in words if word.isalpha()}
        self._sparing = {word for word in sparing if word.isalpha()} - words
        self._known = words | self._sparing
        self._ordinary = frozenset(ordinary)
        self._buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self._known):
            self._buckets[word[0], len(word)].append(word)
        self._nearest = lru_cache(maxsize=50_000)(self._search)

    def knows(self, word: str) -> bool:
        """True for a word of the lexicon."""
        return word in self._known

    def correct(self, word: str) -> str:
        """The word that was meant; the word itself when it is known, short, or nothing is near."""
        if len(word) < _SHORTEST or word in self._known or not word.isalpha():
            return word
        return self._nearest(word)

    def _search(self, word: str) -> str:
        # A word of the written language, or one whose base form is, was meant as it stands.
        if word in self._ordinary or simplemma.is_known(word, lang="id") or base_form(word) != word:
            return word
        for ending, shortest in _ENDINGS.items():
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= shortest and stem in self._known:
                return stem
        allowed = 2 if len(word) >= _LONG else 1
        candidates = [
            candidate
            for length in range(len(word) - allowed, len(word) + allowed + 1)
            for candidate in self._buckets.get((word[0], length), ())
        ]
        near = extract(word, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        near = [
            found
            for found in near
            if found[0] not in self._sparing or _is_short_for(word, found[0])
        ]
        # Of two equally near, the one with the same consonants: "paspr" is "paspor", not "pasar".
        ranked = [
            (distance, _consonants(candidate) != _consonants(word), candidate)
            for candidate, distance, _ in near
        ]
        return min(ranked)[2] if ranked else word


def _is_short_for(word: str, meant: str) -> bool:
    """True when a word is the one that was meant without some of its inner vowels."""
    return (
        len(word) < len(meant) and word[-1] == meant[-1] and _consonants(word) == _consonants(meant)
    )


def _consonants(word: str) -> str:
    return word.translate(_VOWELS)
