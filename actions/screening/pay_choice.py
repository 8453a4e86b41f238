"""Chooses the pay among the sums of an offer: a linear machine that labelled offers taught."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from actions.screening.pay_clues import Clues


@dataclass(frozen=True)
class PayChoice:
    """How much each clue speaks for a sum being the pay.

    Attributes:
        weights: log odds that a clue adds; clues that are not there add none.
        bias: log odds of a sum without clues.
    """

    weights: Mapping[str, float]
    bias: float

    def scores(self, clues: Sequence[Clues]) -> list[float]:
        """Log odds that each sum is the pay, or one end of it; above 0 it rather is."""
        weights = self.weights
        # `fsum` is exact: the order in which a set is read differs from run to run.
        return [
            math.fsum((self.bias, *(weights.get(name, 0.0) for name in each))) for each in clues
        ]

    def save(self, file: Path) -> None:
        """Write what was learned: clue by clue, to be read by people too."""
        data = {"bias": self.bias, "weights": dict(self.weights)}
        file.write_text(json.dumps(data, ensure_ascii=False, indent=0), encoding="utf-8")

    @classmethod
    def load(cls, file: Path) -> PayChoice:
        """Read what `save` wrote.

        Raises:
            FileNotFoundError: nothing was trained yet.
        """
        data = json.loads(file.read_text(encoding="utf-8"))
        return cls(data["weights"], data["bias"])
