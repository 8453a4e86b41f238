"""Whether a message that should be unseen stands among the training sentences, whatever its spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from bot.evaluation.sets import Example
from knowledge.spelling import normalize_word

# Of fewer words, other spellings are not held against a sentence: there are only so many ways to say yes.
FEWEST_WORDS = 3

Found = dict[str, list[tuple[str, str]]]


def alike(sentence: str) -> str:
    """What is left of a sentence when case, spaces, punctuation and letters held down are ignored."""
    words = " ".join(re.findall(r"\w+", sentence.casefold()))
    return re.sub(r"(.)\1{2,}", r"\1", words) or sentence


def same(sentence: str) -> str:
    """What the assistant reads of a sentence: as before, and everyday spelling resolved."""
    return " ".join(normalize_word(word) for word in re.findall(r"\w+", sentence)) or sentence


class TrainingSentences:
    """All sentences that are trained on, by what is left of them after normalisation."""

    def __init__(self, sentences: Iterable[tuple[str, str]]) -> None:
        """Keep (intent, sentence) of every training sentence."""
        self._sentences = list(sentences)

    def __len__(self) -> int:
        """How many sentences there are."""
        return len(self._sentences)

    @cached_property
    def alike(self) -> Found:
        """Normalised sentence -> (intent, sentence) of all that are alike."""
        return self._index(alike)

    @cached_property
    def same(self) -> Found:
        """Normalised sentence -> (intent, sentence) of all that are read as the same."""
        return self._index(same)

    def hold(self, sentence: str) -> bool:
        """True when a sentence is trained on, in whatever spelling."""
        is_long = len(sentence.split()) >= FEWEST_WORDS
        return alike(sentence) in self.alike or (is_long and same(sentence) in self.same)

    def hold_any(self, example: Example) -> bool:
        """True when a message is trained on; in a conversation, short ones ("iya", "kalau Taiwan?") may be."""
        if not example.before:
            return self.hold(example.text)
        long = [text for text in example.before if len(text.split()) >= FEWEST_WORDS]
        return any(map(self.hold, long))

    def _index(self, normalise: Callable[[str], str]) -> Found:
        found: Found = defaultdict(list)
        for intent, sentence in self._sentences:
            found[normalise(sentence)].append((intent, sentence))
        return dict(found)
