"""Tells an offer of work from everything else that people paste: news, warnings, stories, questions, vacancies at home."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from actions.screening.model import Facts
from actions.screening.reading import Reading
from actions.screening.scorer import LabelScorer

OFFER = "tawaran"
_NEEDED = "needed.json"
_MOST_COUNTED = 6


@dataclass(frozen=True)
class KindDetector:
    """A linear machine over the words of a text and what screening finds in it.

    Attributes:
        scorer: one label, `OFFER`.
        needed: margin from which on a text is an offer; below 0, because a trap that is taken for a story does more harm.
    """

    scorer: LabelScorer
    needed: float

    def is_offer(self, counts: Counter[str]) -> bool:
        """Whether a text with these features (`kind_features`) is an offer."""
        return self.margin(counts) >= self.needed

    def margin(self, counts: Counter[str]) -> float:
        """How clearly it is one."""
        return float(self.scorer.scores(counts)[0])

    def save(self, folder: Path) -> None:
        """Write what was learned."""
        self.scorer.save(folder)
        (folder / _NEEDED).write_text(json.dumps(self.needed), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> KindDetector:
        """Read what `save` wrote.

        Raises:
            FileNotFoundError: nothing was trained yet.
        """
        return cls(
            LabelScorer.load(folder), json.loads((folder / _NEEDED).read_text(encoding="utf-8"))
        )


def kind_features(reading: Reading, facts: Facts, flags: Collection[str]) -> Counter[str]:
    """Counts of the features of a whole text.

    Args:
        reading: the text.
        facts: what it says of itself, if it were an offer.
        flags: red flags that its words and facts raise, if it were an offer.
    """
    # Letter groups make a vacancy at home of "mess" and an offer of every mistyped word: without them fewer offers are lost.
    counts = reading.features(0, len(reading.norms), letters=False) if reading.norms else Counter()
    counts.update(f"f:{flag}" for flag in flags)
    counts[f"f:flags{min(len(flags), _MOST_COUNTED)}"] = 1
    counts["f:contact"] = int(bool(facts.contacts))
    counts["f:company"] = int(bool(facts.company))
    counts["f:licence"] = int(bool(facts.licence))
    counts["f:pay"] = int(bool(facts.salary))
    counts["f:domestic"] = int(facts.is_domestic)
    places = {entity.label for entity in reading.entities} & {"negara", "provinsi"}
    counts["f:" + ("_".join(sorted(places)) or "nowhere")] = 1
    return +counts
