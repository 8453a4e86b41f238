"""Chooses from how much on a text is an offer, on texts that the machines did not see."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def needed_to_keep(margins: Sequence[float], lost: float) -> float:
    """The threshold below which no more than a share of the margins lies.

    Args:
        margins: of texts that are all offers.
        lost: share of them, 0 to 1.
    """
    return float(np.quantile(margins, lost, method="lower"))
