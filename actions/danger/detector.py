"""Judges a message by its words: whether somebody is in danger, which danger leads, and whose it is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from actions.danger.noticed import LEARNED, PHRASE, Level, Noticed
from actions.danger.phrases import told_dangers
from actions.screening.model import Evidence
from actions.screening.phrases import PhraseRules
from actions.screening.reading import Reading
from actions.screening.scorer import Array, LabelScorer

# Labels of the machines beside the ids of the dangers.
ANY, OTHER = "bahaya", "orang_lain"

# Log odds for danger: of a margin of 1, of a phrase that matches, and of each time that the length of a longer message grows e-fold:
# what one sentence says weighs little in a long message. Chosen with authors that were left out (docs/danger.md).
MARGIN_ODDS, PHRASE_ODDS, LENGTH_ODDS, BASE_ODDS = 1.2, 0.25, 3.0, -0.6
LONGER = 15
# Margins from which on the words alone are enough, without and with a phrase.
CERTAIN, CERTAIN_WITH_PHRASE = 1.3, 0.9
SUSPECTED, SUSPECTED_WITH_PHRASE = 0.9, 0.0
# Fewer words than these may mean much ("saya takut sama bos"): without a phrase they are asked about.
FEWEST_TO_ACT = 6
# How sharply the margins of the dangers become shares; how much a phrase adds to the margin of its own.
SHARPNESS, OWN_PHRASE = 6.0, 0.25

Counts = Counter[str]
Told = Mapping[str, Sequence[Evidence]]


@dataclass(frozen=True)
class DangerDetector:
    """Everything that notices danger.

    Attributes:
        phrases: patterns of editors.
        scorer: margins of ANY, of each danger and of OTHER.
    """

    phrases: PhraseRules
    scorer: LabelScorer

    def notice(self, reading: Reading, whole: Counts) -> Noticed:
        """What the words of a message say.

        Args:
            reading: the message.
            whole: its features, as the classifier of intents sees them.
        """
        told = told_dangers(self.phrases, reading)
        margins = self.scorer.scores_of([with_told(whole, told)])[0]
        labels = list(self.scorer.labels)
        margin = float(margins[labels.index(ANY)])
        words = len(reading.norms)
        return Noticed(
            margin=margin,
            leaning=MARGIN_ODDS * margin
            + PHRASE_ODDS * bool(told)
            + LENGTH_ODDS * max(0.0, math.log((words + 1) / (LONGER + 1)))
            + BASE_ODDS,
            level=level_of(margin, is_told=bool(told)),
            shares=self._shares(margins, told),
            for_other=bool(margins[labels.index(OTHER)] > 0),
            how=PHRASE if told else LEARNED,
            says_much=words >= FEWEST_TO_ACT,
        )

    def _shares(self, margins: Array, told: Told) -> dict[str, float]:
        """How probable each danger is."""
        named = {
            name: margin + OWN_PHRASE * (name in told)
            for name, margin in zip(self.scorer.labels, margins.tolist(), strict=True)
            if name not in (ANY, OTHER)
        }
        found = np.fromiter(named.values(), np.float64)
        shares = np.exp(SHARPNESS * (found - found.max()))
        return dict(zip(named, (shares / shares.sum()).tolist(), strict=True))

    def save(self, folder: Path) -> None:
        """Write what was learned."""
        self.scorer.save(folder)

    @classmethod
    def load(cls, folder: Path, phrases: PhraseRules) -> DangerDetector:
        """Read what `save` wrote.

        Raises:
            FileNotFoundError: the folder holds nothing that was learned.
        """
        return cls(phrases, LabelScorer.load(folder))


def level_of(margin: float, *, is_told: bool) -> Level:
    """What the words alone are enough for.

    Args:
        margin: of the machine that tells danger from everything else.
        is_told: whether a phrase of an editor matches.
    """
    if margin >= (CERTAIN_WITH_PHRASE if is_told else CERTAIN):
        return Level.CERTAIN
    if margin >= (SUSPECTED_WITH_PHRASE if is_told else SUSPECTED):
        return Level.SUSPECTED
    return Level.NOTHING


def with_told(counts: Counts, told: Iterable[str]) -> Counts:
    """Features with one for each danger that a phrase tells of."""
    return Counter({**counts, **{f"f:{name}": 1 for name in told}})
