"""Chooses from how much on a flag is raised and a text is an offer, on texts that the scorers did not see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from actions.screening.labelled import GENUINE, Offer

_CANDIDATES = np.linspace(-0.8, 1.5, 47)
# With a handful of offers a flag the best threshold is chance: the further from the usual one, the more must speak for it.
_USUAL, _PULL = 0.1, 0.5
# A flag on a genuine offer counts as so many on others.
_FALSE_ALARM = 3
# Then a little is taken off: a scorer that is trained on all authors is surer than one that is trained on half of them.
_EARLIER = 0.1


def needed_for(
    labels: Sequence[str], sums: Sequence[tuple[Offer, Mapping[str, float]]]
) -> dict[str, float]:
    """Flag -> sum of views from which on it is raised, by the F1 of each flag over offers in which it is not arguable."""
    return {label: _needed(label, sums) - _EARLIER for label in labels}


def needed_to_keep(margins: Sequence[float], lost: float) -> float:
    """The threshold below which no more than a share of the margins lies.

    Args:
        margins: of texts that are all offers.
        lost: share of them, 0 to 1.
    """
    return float(np.quantile(margins, lost, method="lower"))


def _needed(label: str, sums: Sequence[tuple[Offer, Mapping[str, float]]]) -> float:
    clear = [(offer, total[label]) for offer, total in sums if label not in offer.arguable]
    shown = np.array([label in offer.flags for offer, _ in clear])
    totals = np.array([total for _, total in clear])
    weights = np.array([_FALSE_ALARM if offer.kind == GENUINE else 1 for offer, _ in clear])

    def worth(threshold: float) -> float:
        raised = totals >= threshold
        right = (shown & raised).sum()
        missed = (shown & ~raised).sum()
        wrong = (weights * (~shown & raised)).sum()
        return float(
            2 * right / max(1, 2 * right + missed + wrong) - _PULL * abs(threshold - _USUAL)
        )

    return float(max(_CANDIDATES, key=worth))
