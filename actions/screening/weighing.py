"""Adds up what speaks for each red flag in one offer: a logistic regression a flag over everything that was seen."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
_ARRAYS, _NAMES = "weighing.npz", "weighing.json"
# Beyond this a margin says no more.
_FARTHEST = 2.0


@dataclass(frozen=True)
class Clues:
    """What was seen in one offer; arrays have an entry a flag, in the order of the labels.

    Attributes:
        best: margin of the piece in which the flag is likeliest.
        second: margin of the next such piece.
        whole: margin of the offer taken as one.
        said: 1 where a pattern matches.
        derived: 1 where the flag follows from facts.
        traits: company named, licence named, either, a chat, margins of being genuine and of being a scam.
    """

    best: Array
    second: Array
    whole: Array
    said: Array
    derived: Array
    traits: Array

    def own(self) -> Array:
        """What is seen of each flag itself, shape (labels, OWN)."""
        # Scales say how much is trusted at first; the regression is held back from large weights.
        columns = (2 * _near(self.best), _near(self.second), _near(self.whole))
        return np.stack([*columns, self.said, self.derived], axis=1)

    def shared(self) -> Array:
        """What counts for every flag: traits, and what is seen of all flags."""
        everything = (0.2 * _near(self.best), 0.2 * self.said, 0.5 * _near(self.whole))
        return np.concatenate([_near(self.traits), *everything])


# Columns of `Clues.own`: three that were learned, patterns, facts.
LEARNED, SAID, DERIVED = slice(0, 3), 3, 4


@dataclass(frozen=True)
class Parts:
    """How much each kind of clue adds to each flag; arrays of shape (labels,)."""

    learned: Array
    said: Array
    derived: Array
    context: Array

    @property
    def total(self) -> Array:
        """Log odds of each flag."""
        total: Array = self.learned + self.said + self.derived + self.context
        return total


@dataclass(frozen=True)
class Weighing:
    """The regressions.

    Attributes:
        labels: ids of the flags.
        own: weights of `Clues.own`, shape (labels, 5).
        shared: weights of `Clues.shared`, shape (shared, labels).
        bias: shape (labels,).
        needed: log odds from which on a flag is raised.
    """

    labels: Sequence[str]
    own: Array
    shared: Array
    bias: Array
    needed: float

    def parts(self, clues: Clues) -> Parts:
        """What speaks for each flag."""
        seen = self.own * clues.own()
        return Parts(
            seen[:, LEARNED].sum(axis=1),
            seen[:, SAID],
            seen[:, DERIVED],
            clues.shared() @ self.shared + self.bias,
        )

    def save(self, folder: Path) -> None:
        """Write two files into a folder, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        np.savez(folder / _ARRAYS, own=self.own, shared=self.shared, bias=self.bias)
        names = {"labels": list(self.labels), "needed": self.needed}
        (folder / _NAMES).write_text(json.dumps(names), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Weighing:
        """Read what `save` wrote.

        Raises:
            FileNotFoundError: nothing was written there.
        """
        names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
        with np.load(folder / _ARRAYS) as arrays:
            return cls(
                names["labels"], arrays["own"], arrays["shared"], arrays["bias"], names["needed"]
            )


def _near(margins: Array) -> Array:
    return np.clip(margins, -_FARTHEST, _FARTHEST)
