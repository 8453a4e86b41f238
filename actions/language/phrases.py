"""Finds phrases in a row of words: a plain table that a model carries as it is, so that a start builds nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

KeyT = TypeVar("KeyT")

# Between the words of a phrase; a word may hold a blank ("terima kasih" for "makasih"), but no tab.
_GAP = "\t"


def joined(words: Iterable[str]) -> str:
    """A phrase as it stands in a table."""
    return _GAP.join(words)


class PhraseTable(Generic[KeyT]):
    """Phrases and what each of them means."""

    def __init__(self, phrases: Mapping[str, KeyT]) -> None:
        """Keep the phrases.

        Args:
            phrases: phrase, as `joined` writes it -> its meaning.
        """
        self._phrases = phrases
        # First word -> words of the longest phrase that begins with it: most words of a message begin none.
        self._longest: dict[str, int] = {}
        for phrase in phrases:
            first, length = phrase.partition(_GAP)[0], phrase.count(_GAP) + 1
            if length > self._longest.get(first, 0):
                self._longest[first] = length

    def find(self, words: Sequence[str]) -> Iterator[tuple[KeyT, int, int]]:
        """Every phrase in a text: its meaning, its first word and the one after its last."""
        for start, first in enumerate(words):
            longest = self._longest.get(first)
            if longest is None:
                continue
            for end in range(start + 1, min(start + longest, len(words)) + 1):
                meaning = self._phrases.get(joined(words[start:end]))
                if meaning is not None:
                    yield meaning, start, end
