"""Finds the red flags of an offer: by patterns of editors, by a classifier of its pieces, and by what follows from its facts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np

from actions.screening.conversation import Bubble, recruiters, speaker_at
from actions.screening.derived import DerivedRules, derived
from actions.screening.model import Evidence, Facts
from actions.screening.phrases import PhraseRules, said_flags
from actions.screening.reading import Reading
from actions.screening.scorer import LabelScorer
from actions.screening.windows import features_in, windows

_WEIGHTS = "weighing.json"
Found = dict[str, list[Evidence]]


@dataclass(frozen=True)
class Weighing:
    """How the three views of a flag add up, and how much is needed.

    Attributes:
        said: what a pattern adds to the margin of the classifier.
        derived: what a fact adds.
        company: what a named company takes away.
        licence: what a stated licence takes away.
        needed: flag -> sum from which on it is raised.
    """

    said: float
    derived: float
    company: float
    licence: float
    needed: Mapping[str, float]

    def trust(self, facts: Facts) -> float:
        """What company and licence take away from the suspicion."""
        return self.licence if facts.licence else self.company if facts.company else 0.0


@dataclass(frozen=True)
class Views:
    """What speaks for each flag in one offer.

    Attributes:
        said: words that match a pattern, by flag.
        derived: words that state a fact from which a flag follows, by flag.
        margins: flag -> highest margin of the classifier in any piece.
        pieces: flag -> that piece.
    """

    said: Found
    derived: Found
    margins: Mapping[str, float] = field(default_factory=dict)
    pieces: Mapping[str, Evidence] = field(default_factory=dict)

    @property
    def seen(self) -> frozenset[str]:
        """Flags for which words or facts speak, whatever the classifier thinks."""
        return frozenset((*self.said, *self.derived))

    def sums(self, weighing: Weighing, facts: Facts) -> dict[str, float]:
        """All views of each flag together."""
        trust = weighing.trust(facts)
        return {
            flag: margin
            + weighing.said * (flag in self.said)
            + weighing.derived * (flag in self.derived)
            - trust
            for flag, margin in self.margins.items()
        }

    def evidence(self, flag: str) -> tuple[Evidence, ...]:
        """The words that raise a flag: those of patterns and facts, else the piece in which the classifier sees it."""
        exact = [*self.said.get(flag, ()), *self.derived.get(flag, ())]
        return tuple(dict.fromkeys(exact)) or (self.pieces[flag],)


@dataclass(frozen=True)
class FlagDetector:
    """Everything that finds flags."""

    phrases: PhraseRules
    rules: DerivedRules
    scorer: LabelScorer
    weighing: Weighing

    def look(self, reading: Reading, bubbles: Sequence[Bubble], facts: Facts) -> Views:
        """What speaks for each flag.

        Args:
            reading: the offer, without names and dates of a chat.
            bubbles: of a chat; empty for other texts.
            facts: what the whole text says.
        """
        seen = seen_in(self.phrases, self.rules, reading, bubbles, facts)
        margins, pieces = _margins(self.scorer, pieces_of(reading, bubbles, seen.said))
        return Views(seen.said, seen.derived, margins, pieces)

    def raised(self, views: Views, facts: Facts) -> dict[str, tuple[Evidence, ...]]:
        """Flags for which enough speaks, with their evidence."""
        return {
            flag: views.evidence(flag)
            for flag, total in views.sums(self.weighing, facts).items()
            if total >= self.weighing.needed[flag]
        }

    def save(self, folder: Path) -> None:
        """Write what was learned; patterns and rules stay in knowledge/."""
        self.scorer.save(folder)
        (folder / _WEIGHTS).write_text(json.dumps(asdict(self.weighing)), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path, phrases: PhraseRules, rules: DerivedRules) -> FlagDetector:
        """Read what `save` wrote.

        Raises:
            FileNotFoundError: nothing was trained yet.
        """
        weighing = Weighing(**json.loads((folder / _WEIGHTS).read_text(encoding="utf-8")))
        return cls(phrases, rules, LabelScorer.load(folder), weighing)


def pieces_of(
    reading: Reading, bubbles: Sequence[Bubble], said: Found
) -> list[tuple[Evidence, Counter[str]]]:
    """The pieces in the words of those who recruit, with their features."""
    wanted = _speakers(bubbles, said)
    return [
        (_first_line(reading.evidence(start, end)), features_in(reading, start, end, said))
        for start, end in windows(reading)
        if not bubbles or speaker_at(bubbles, reading.offsets[start][0]) in wanted
    ]


def _first_line(evidence: Evidence) -> Evidence:
    """What is quoted of a piece: two short lines are judged together, and in a chat names and dates stand between."""
    line = evidence.text.split("\n", 1)[0].rstrip()
    return Evidence(line, evidence.start, evidence.start + len(line))


def seen_in(
    phrases: PhraseRules,
    rules: DerivedRules,
    reading: Reading,
    bubbles: Sequence[Bubble],
    facts: Facts,
) -> Views:
    """What patterns and facts say, without the classifier."""
    said = said_flags(phrases, reading)
    if bubbles:
        wanted = _speakers(bubbles, said)
        said = {
            flag: kept
            for flag, evidence in said.items()
            if (kept := [each for each in evidence if speaker_at(bubbles, each.start) in wanted])
        }
    return Views(said, derived(reading, facts, said, rules))


def _margins(
    scorer: LabelScorer, pieces: Sequence[tuple[Evidence, Counter[str]]]
) -> tuple[dict[str, float], dict[str, Evidence]]:
    if not pieces:
        return dict.fromkeys(scorer.labels, float("-inf")), {}
    scores = np.array([scorer.scores(counts) for _, counts in pieces])
    rows = scores.argmax(axis=0)
    return (
        {flag: float(scores[rows[column], column]) for column, flag in enumerate(scorer.labels)},
        {flag: pieces[rows[column]][0] for column, flag in enumerate(scorer.labels)},
    )


def _speakers(bubbles: Sequence[Bubble], said: Found) -> frozenset[str | None]:
    """Those who recruit; words before the first bubble belong to nobody."""
    weight: Counter[str] = Counter()
    for evidence in said.values():
        weight.update({speaker_at(bubbles, each.start) or "" for each in evidence})
    return frozenset((*recruiters(bubbles, weight), None))
