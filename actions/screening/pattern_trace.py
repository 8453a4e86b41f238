"""Which pattern of a record matches which words, and what takes it back; for editors, where others only need the records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actions.screening.assertion import REACH, is_denied
from actions.screening.model import Evidence
from actions.screening.patterns import Match, Pattern, PatternError, PatternIndex, parse
from actions.screening.reading import Reading
from actions.screening.worded import Worded

RAISING, EXCUSING = "patterns", "unless"


@dataclass(frozen=True)
class PatternPlace:
    """A pattern and where it is written.

    Attributes:
        flag: id of the record: a red flag or a danger.
        key: RAISING or EXCUSING.
        position: in that list, from 0.
        text: as the editor wrote it.
    """

    flag: str
    key: str
    position: int
    text: str


@dataclass(frozen=True)
class Matched:
    """A pattern that matches.

    Attributes:
        pattern: which one.
        evidence: the words.
        excuses: patterns of `unless` that overlap it.
        denied: a word that denies takes it back.
    """

    pattern: PatternPlace
    evidence: Evidence
    excuses: tuple[PatternPlace, ...] = ()
    denied: bool = False

    @property
    def raises(self) -> bool:
        """Whether it counts."""
        return not self.excuses and not self.denied


class PatternTrace:
    """As `PhraseRules` with `said_flags`, but tells each pattern apart and passes over those that cannot be read."""

    def __init__(self, flags: Iterable[Worded], reach: int = REACH) -> None:
        """Compile the patterns of all records.

        Args:
            flags: the records.
            reach: as in `assertion.is_denied`.
        """
        self._reach = reach
        self._places: dict[str, PatternPlace] = {}
        self.unreadable: list[PatternPlace] = []
        rows = list(flags)
        self._raising = self._index(rows, RAISING)
        self._excusing = self._index(rows, EXCUSING)

    @property
    def places(self) -> Sequence[PatternPlace]:
        """All patterns that can be read."""
        return list(self._places.values())

    def matches(self, reading: Reading) -> list[Matched]:
        """All matches of raising patterns, also those that are taken back."""
        raising = self._raising.find(reading)
        excuses = self._excusing.find(reading) if raising else []
        return [self._matched(reading, match, excuses) for match in raising]

    def _index(self, flags: Iterable[Worded], key: str) -> PatternIndex:
        compiled: list[tuple[str, Pattern]] = []
        for flag in flags:
            for position, text in enumerate(getattr(flag, key)):
                place = PatternPlace(flag.id, key, position, text)
                try:
                    pattern = parse(text)
                except PatternError:
                    self.unreadable.append(place)
                    continue
                name = f"{flag.id} {key} {position}"
                self._places[name] = place
                compiled.append((name, pattern))
        return PatternIndex(compiled)

    def _matched(self, reading: Reading, match: Match, excuses: Sequence[Match]) -> Matched:
        place = self._places[match.key]
        over = [
            self._places[excuse.key]
            for excuse in excuses
            if excuse.start < match.end and excuse.end > match.start
        ]
        return Matched(
            place,
            reading.evidence(match.start, match.end),
            tuple(dict.fromkeys(excuse for excuse in over if excuse.flag == place.flag)),
            is_denied(reading, match, self._reach),
        )
