"""Finds red flags by the patterns of knowledge/red_flags, unless the words around take them back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from actions.screening.assertion import is_denied
from actions.screening.model import Evidence
from actions.screening.patterns import PatternIndex, parse
from actions.screening.reading import Reading
from knowledge.model import RedFlag


@dataclass(frozen=True)
class PhraseRules:
    """Patterns that raise flags, and patterns that excuse what overlaps them."""

    raising: PatternIndex
    excusing: PatternIndex

    @classmethod
    def of(cls, flags: Iterable[RedFlag]) -> PhraseRules:
        """Compile the patterns of all flags.

        Raises:
            PatternError: a pattern cannot be read.
        """
        rows = list(flags)
        raising = [(flag.id, parse(source)) for flag in rows for source in flag.patterns]
        excusing = [(flag.id, parse(source)) for flag in rows for source in flag.unless]
        return cls(PatternIndex(raising), PatternIndex(excusing))


def said_flags(rules: PhraseRules, reading: Reading) -> dict[str, list[Evidence]]:
    """Flags whose patterns match and are meant, with the matching words."""
    excuses = rules.excusing.find(reading)
    found: dict[str, list[Evidence]] = {}
    for match in rules.raising.find(reading):
        excused = any(
            excuse.key == match.key and excuse.start < match.end and excuse.end > match.start
            for excuse in excuses
        )
        if not excused and not is_denied(reading, match):
            found.setdefault(match.key, []).append(reading.evidence(match.start, match.end))
    return found
