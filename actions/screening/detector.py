"""Finds the red flags of an offer: by patterns of editors, by what machines learned, and by what follows from its facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from actions.screening.conversation import Bubble, recruiters, speaker_at
from actions.screening.derived import DerivedRules, derived
from actions.screening.kinds import kind_features
from actions.screening.labelled_offers import GENUINE, SCAM
from actions.screening.model import Evidence, Facts, Flag
from actions.screening.opening import Opened
from actions.screening.phrases import PhraseRules, said_flags
from actions.screening.scorer import Array, LabelScorer
from actions.screening.weighing import Clues, Parts, Weighing
from actions.screening.windows import features_in, windows
from knowledge.model import RedFlag

PIECES_FOLDER, WHOLE_FOLDER = "pieces", "whole"
# Besides the flags the machines of whole offers tell these two kinds apart.
TOLD_KINDS = (GENUINE, SCAM)
MOST_SEVERE, SOFTENED = 3, 2
# What an offer without any piece scores.
_NOTHING = -2.0

Found = dict[str, list[Evidence]]
Counts = Counter[str]


@dataclass(frozen=True)
class Seen:
    """What stands in an offer, before anything learned looks at it.

    Attributes:
        said: words that match a pattern, by flag.
        derived: words that state a fact from which a flag follows, by flag.
        pieces: the pieces in the words of those who recruit, with their features.
        whole: features of the whole text (`kind_features`).
        is_chat: whether it has bubbles.
        facts: what it says of itself.
    """

    said: Found
    derived: Found
    pieces: Sequence[tuple[Evidence, Counts]]
    whole: Counts
    is_chat: bool
    facts: Facts


@dataclass(frozen=True)
class Views:
    """What speaks for each flag in one offer.

    Attributes:
        seen: what stands in it.
        labels: ids of the flags.
        parts: how much each kind of clue adds, in the order of the labels.
        likeliest: flag -> the piece in which it is likeliest; empty for a text without pieces.
        plain: flags that both a pattern and the machine of pieces see in the words, whatever the rest of the offer is like.
    """

    seen: Seen
    labels: Sequence[str]
    parts: Parts
    likeliest: Mapping[str, Evidence]
    plain: frozenset[str]

    def evidence(self, flag: str) -> tuple[Evidence, ...]:
        """The words that raise a flag: those of patterns and facts, else the piece in which the classifier sees it."""
        exact = [*self.seen.said.get(flag, ()), *self.seen.derived.get(flag, ())]
        if exact:
            return tuple(dict.fromkeys(exact))
        return (self.likeliest[flag],) if flag in self.likeliest else ()


@dataclass(frozen=True)
class FlagDetector:
    """Everything that finds flags.

    Attributes:
        phrases: patterns of editors.
        rules: what follows from facts.
        pieces: margins of flags in a piece of an offer.
        whole: margins of flags, and TOLD_KINDS of a whole offer.
        weighing: adds them up.
        severities: flag -> 1 to 3, of all flags of knowledge/.
    """

    phrases: PhraseRules
    rules: DerivedRules
    pieces: LabelScorer
    whole: LabelScorer
    weighing: Weighing
    severities: Mapping[str, int]

    def see(self, opened: Opened) -> Seen:
        """What stands in an offer, as `detector.see`."""
        return see(self.phrases, self.rules, opened)

    def look(self, seen: Seen) -> Views:
        """What speaks for each flag."""
        labels = self.weighing.labels
        scores = self.pieces.scores_of([counts for _, counts in seen.pieces])
        clues = clues_of(seen, labels, scores, self.whole.scores(seen.whole))
        parts = self.weighing.parts(clues)
        rows = scores.argmax(axis=0) if len(scores) else ()
        likeliest = {flag: seen.pieces[row][0] for flag, row in zip(labels, rows, strict=False)}
        plain = frozenset(
            flag
            for flag, best in zip(labels, clues.best, strict=True)
            if best > 0 and flag in seen.said
        )
        return Views(seen, labels, parts, likeliest, plain)

    def raised(self, views: Views) -> tuple[Flag, ...]:
        """Flags for which enough speaks, the most severe first; what cannot be shown is not raised.

        Severe flags that the words show plainly and the rest of the offer takes back are told with severity SOFTENED instead of being
        left out, for a licence can be borrowed: raised in full, they would call one genuine offer in ten dangerous.
        """
        severities: dict[str, int] = {}
        for flag, total in zip(views.labels, views.parts.total, strict=True):
            if total >= self.weighing.needed:
                severities[flag] = self.severities[flag]
            elif flag in views.plain and self.severities[flag] == MOST_SEVERE:
                severities[flag] = SOFTENED
        return _by_severity(
            Flag(flag, severity, evidence)
            for flag, severity in severities.items()
            if (evidence := views.evidence(flag))
        )

    def hints(self, seen: Seen) -> tuple[Flag, ...]:
        """Flags whose patterns match, the most severe first: what a text that is no offer would show if it were one."""
        return _by_severity(
            Flag(flag, self.severities[flag], tuple(words)) for flag, words in seen.said.items()
        )

    def save(self, folder: Path) -> None:
        """Write what was learned; patterns and rules stay in knowledge/."""
        self.pieces.save(folder / PIECES_FOLDER)
        self.whole.save(folder / WHOLE_FOLDER)
        self.weighing.save(folder)

    @classmethod
    def load(cls, folder: Path, flags: Iterable[RedFlag], rules: DerivedRules) -> FlagDetector:
        """Read what `save` wrote.

        Args:
            folder: where it was written.
            flags: all red flags.
            rules: what follows from facts.

        Raises:
            FileNotFoundError: nothing was trained yet.
            PatternError: a pattern cannot be read.
        """
        rows = list(flags)
        pieces, whole = (LabelScorer.load(folder / name) for name in (PIECES_FOLDER, WHOLE_FOLDER))
        severities = {flag.id: flag.severity for flag in rows}
        return cls(PhraseRules.of(rows), rules, pieces, whole, Weighing.load(folder), severities)


def see(phrases: PhraseRules, rules: DerivedRules, opened: Opened) -> Seen:
    """What patterns and facts say, and the features that machines judge by.

    Args:
        phrases: patterns of editors.
        rules: what follows from facts.
        opened: the offer.
    """
    reading, bubbles, facts = opened.reading, opened.bubbles, opened.facts
    said = said_flags(phrases, reading)
    speakers = _speakers(bubbles, said)
    if bubbles:
        said = {
            flag: kept
            for flag, evidence in said.items()
            if (kept := [each for each in evidence if speaker_at(bubbles, each.start) in speakers])
        }
    follows = derived(reading, facts, said, rules)
    pieces = [
        (_first_line(reading.evidence(start, end)), features_in(reading, start, end, said))
        for start, end in windows(reading)
        if not bubbles or speaker_at(bubbles, reading.offsets[start][0]) in speakers
    ]
    whole = kind_features(reading, facts, {*said, *follows})
    return Seen(said, follows, pieces, whole, bool(bubbles), facts)


def clues_of(seen: Seen, labels: Sequence[str], pieces: Array, whole: Array) -> Clues:
    """What was seen, as the weighing takes it.

    Args:
        seen: the offer.
        labels: ids of the flags.
        pieces: margins of its pieces, shape (pieces, labels).
        whole: margins of the whole: the labels, then TOLD_KINDS.
    """
    nothing = np.full((2, len(labels)), _NOTHING, np.float32)
    second, best = np.sort(np.vstack([pieces, nothing]), axis=0)[-2:]
    company, licence = bool(seen.facts.company), bool(seen.facts.licence)
    return Clues(
        best=best,
        second=second,
        whole=whole[: len(labels)],
        said=np.array([flag in seen.said for flag in labels], np.float32),
        derived=np.array([flag in seen.derived for flag in labels], np.float32),
        traits=np.array(
            [company, licence, company or licence, seen.is_chat, *whole[len(labels) :]], np.float32
        ),
    )


def _by_severity(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    return tuple(sorted(flags, key=lambda flag: (-flag.severity, flag.evidence[0].start)))


def _first_line(evidence: Evidence) -> Evidence:
    """What is quoted of a piece: two short lines are judged together, and in a chat names and dates stand between."""
    line = evidence.text.split("\n", 1)[0].rstrip()
    return Evidence(line, evidence.start, evidence.start + len(line))


def _speakers(bubbles: Sequence[Bubble], said: Found) -> frozenset[str | None]:
    """Those who recruit; words before the first bubble belong to nobody."""
    weight: Counter[str] = Counter()
    for evidence in said.values():
        weight.update({speaker_at(bubbles, each.start) or "" for each in evidence})
    return frozenset((*recruiters(bubbles, weight), None))
