"""The records that serve understanding: words that mean the same, words by which a language is known, words beside names.

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
        other_names: names of that entity that are words of another concept, or of none.
    """

    id: str
    means: str
    words: tuple[str, ...]
    regional: Mapping[str, list[str]] | None = None
    near_misses: tuple[str, ...] = ()
    entity: str | None = None
    value: str | None = None
    other_names: tuple[str, ...] = ()

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


@dataclass(frozen=True)
class NameWords:
    """The words that decide whether a word is meant as a name: of a place, a job, a paper or an institution.

    Attributes:
        id: the kind of name.
        doubtful: names that are everyday words too; they count only where the words beside them say so.
        before: words after which a doubtful name is one.
        after: words before which a doubtful name is one.
        not_after: words after which no name is one.
        never_alone: what is left of a district's name without "Kabupaten", where nobody calls it that.
        not_names: phrases in which a word looks like a name and is none.
    """

    id: str
    title: str
    doubtful: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    never_alone: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
