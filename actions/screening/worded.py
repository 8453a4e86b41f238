"""What a record must have for its words to be found: a red flag, a danger, or its patterns alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Worded(Protocol):
    """A record that says in patterns how it is told of."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def patterns(self) -> Sequence[str]:
        """What raises it."""

    @property
    def unless(self) -> Sequence[str]:
        """What excuses a pattern that it overlaps."""


class Exemplified(Worded, Protocol):
    """A record with examples of its patterns."""

    @property
    def phrases(self) -> Sequence[str]:
        """What raises it."""

    @property
    def near_misses(self) -> Sequence[str]:
        """What resembles that and does not."""


@dataclass(frozen=True)
class WordsOf:
    """The patterns of a record, as a model keeps them."""

    id: str
    patterns: Sequence[str]
    unless: Sequence[str]
