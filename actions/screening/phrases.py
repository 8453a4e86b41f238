"""Finds what the patterns of records tell of (red flags, dangers), unless the words around take it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from actions.screening.assertion import REACH, is_denied
from actions.screening.model import Evidence
from actions.screening.patterns import PatternIndex, parse
from actions.screening.reading import Reading
from actions.screening.worded import Worded


@dataclass(frozen=True)
class PhraseRules:
    """Patterns that raise a record, and patterns that excuse what overlaps them."""

    raising: PatternIndex
    excusing: PatternIndex

    @classmethod
    def of(cls, records: Iterable[Worded]) -> PhraseRules:
        """Compile the patterns of all records.

        Raises:
            PatternError: a pattern cannot be read.
        """
        rows = list(records)
        raising = [(row.id, parse(source)) for row in rows for source in row.patterns]
        excusing = [(row.id, parse(source)) for row in rows for source in row.unless]
        return cls(PatternIndex(raising), PatternIndex(excusing))


def said_flags(
    rules: PhraseRules, reading: Reading, reach: int = REACH
) -> dict[str, list[Evidence]]:
    """Records whose patterns match and are meant, with the matching words.

    Args:
        rules: the patterns.
        reading: the text.
        reach: as in `assertion.is_denied`.
    """
    excuses = rules.excusing.find(reading)
    found: dict[str, list[Evidence]] = {}
    for match in rules.raising.find(reading):
        excused = any(
            excuse.key == match.key and excuse.start < match.end and excuse.end > match.start
            for excuse in excuses
        )
        if not excused and not is_denied(reading, match, reach):
            found.setdefault(match.key, []).append(reading.evidence(match.start, match.end))
    return found
