"""Judges a message by its words: whether somebody is in danger, which danger leads, and whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from actions.danger.noticed import LEARNED, PHRASE, Level, Noticed
from actions.danger.phrases import told_dangers
from actions.screening.model import Evidence
from actions.screening.phrases import PhraseRules
from actions.screening.reading import Reading
from actions.screening.scorer import Array, LabelScorer
from actions.screening.windows import features_in, windows

# Labels of the machines beside the ids of the dangers.
ANY, OTHER = "bahaya", "orang_lain"

# Log odds: of a margin of 1, and of a phrase that matches. Chosen with authors that were left out (docs/understanding.md).
MARGIN_ODDS, PHRASE_ODDS = 0.25, 0.25
# Margins from which on the words alone are enough, without and with a phrase.
CERTAIN, CERTAIN_WITH_PHRASE = 1.3, 0.9
SUSPECTED, SUSPECTED_WITH_PHRASE = 0.9, 0.6
# A piece torn out of its message frightens easily: it must be this much clearer than a whole message ...
PIECE_LESS = 0.35
# ... and only a message of so many words is looked at piece by piece, at most so many of them.
LONG, MOST_PIECES = 14, 24
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
        texts = [with_told(whole, told), *islice(self._pieces(reading, told), MOST_PIECES)]
        margins = self.scorer.scores_of(texts)
        column = list(self.scorer.labels).index(ANY)
        strength = margins[:, column] - np.where(np.arange(len(texts)), PIECE_LESS, 0.0)
        clearest = int(strength.argmax())
        margin = float(strength[clearest])
        return Noticed(
            leaning=MARGIN_ODDS * margin + PHRASE_ODDS * bool(told),
            level=level_of(margin, is_told=bool(told)),
            shares=self._shares(margins[0], margins[clearest], told),
            for_other=bool(margins[0][list(self.scorer.labels).index(OTHER)] > 0),
            how=PHRASE if told else LEARNED,
            says_much=len(reading.norms) >= FEWEST_TO_ACT,
        )

    def _pieces(self, reading: Reading, told: dict[str, list[Evidence]]) -> Iterator[Counts]:
        if len(reading.norms) < LONG:
            return
        for start, end in windows(reading):
            if end - start < len(reading.norms):
                yield features_in(reading, start, end, told)

    def _shares(self, whole: Array, clearest: Array, told: Told) -> dict[str, float]:
        """How probable each danger is: by the whole message and by the piece that is clearest."""
        rows = {
            name: row for row, name in enumerate(self.scorer.labels) if name not in (ANY, OTHER)
        }
        margins = np.array(
            [
                0.5 * (whole[row] + clearest[row]) + OWN_PHRASE * (name in told)
                for name, row in rows.items()
            ]
        )
        shares = np.exp(SHARPNESS * (margins - margins.max()))
        return dict(zip(rows, (shares / shares.sum()).tolist(), strict=True))

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
    """Features with one for each danger that a phrase tells of, as in a piece (`features_in`)."""
    return Counter({**counts, **{f"f:{name}": 1 for name in told}})
