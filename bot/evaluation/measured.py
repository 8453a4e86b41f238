"""What the scoreboard is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.evaluation import scores, sets
from bot.evaluation.answers import Answered
from bot.evaluation.entities import Score
from bot.evaluation.groups import Groups
from bot.evaluation.scores import Rows


@dataclass(frozen=True)
class Measured:
    """What the figures are made of.

    Attributes:
        rows: every answered message.
        groups: which group an intent belongs to.
        places: country code -> name.
        entities: how well marked entities are found.
        overlap: messages of each set that are trained on.
    """

    rows: Rows
    groups: Groups
    places: Mapping[str, str] = field(default_factory=dict)
    entities: Score = field(default_factory=Score)
    overlap: Mapping[str, int] = field(default_factory=dict)

    def of_set(self, name: str) -> list[Answered]:
        """Messages of one set."""
        return [row for row in self.rows if row.example.set == name]

    @property
    def single(self) -> list[Answered]:
        """Messages with one question, of all sets."""
        return [row for row in self.rows if row.example.is_single]

    def is_right(self, row: Answered) -> bool:
        """Whether a message led to what it should: its intent; both topics of two questions; topic and place of a follow-up."""
        if row.example.is_single:
            return scores.best_is_right(row)
        if row.intent == sets.A_BUTTON:
            return row.turn.intent in row.offered
        return scores.topic_answered(row) and scores.place_answered(row, self.places)

    def by(self, key: Callable[[Answered], str]) -> dict[str, list[Answered]]:
        """Messages of the held-out twin by the value of something; those without a value are left out."""
        found: dict[str, list[Answered]] = defaultdict(list)
        for row in self.of_set(sets.TWIN):
            if key(row):
                found[key(row)].append(row)
        return dict(found)
