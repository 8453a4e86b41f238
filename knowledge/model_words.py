"""The records that serve understanding: words that mean the same, and words by which a language is known.

A model carries them, the store does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Concept:
    """Words and short phrases that mean the same in this field.

    Attributes:
        id: unique over all themes.
        means: one line for editors.
        words: Indonesian, dictionary spelling and slang.
        regional: language code (as in knowledge/languages) -> words.
        near_misses: longer phrases in which one of the words does not mean this.
        entity: kind of entity that a match is, if it is one.
        value: value of that entity; the id when absent.
    """

    id: str
    means: str
    words: tuple[str, ...]
    regional: Mapping[str, list[str]] | None = None
    near_misses: tuple[str, ...] = ()
    entity: str | None = None
    value: str | None = None

    @property
    def all_words(self) -> list[str]:
        """Words of all languages, each once."""
        regional = (word for words in (self.regional or {}).values() for word in words)
        return list(dict.fromkeys((*self.words, *regional)))


@dataclass(frozen=True)
class ConceptTheme:
    """Concepts of one theme: words that mean the same in this field. For understanding only, never shown."""

    id: str
    title: str
    concepts: tuple[Concept, ...]


@dataclass(frozen=True)
class Language:
    """How a regional or foreign language is recognised, and the two lines said to who writes in it.

    Attributes:
        greeting: one warm line in that language, if a public source confirms one.
        answer_note: says that answers come in simple Indonesian.
        markers: words and phrases that only speakers of this language use.
        weak_markers: words that neighbouring languages or colloquial Indonesian share.
    """

    id: str
    name: str
    greeting: str | None
    answer_note: str
    markers: tuple[str, ...]
    weak_markers: tuple[str, ...]
    checked_on: date
    review_by: date
    note: str | None = None
