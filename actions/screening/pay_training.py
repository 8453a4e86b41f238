"""Trains what tells the pay from other sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from actions.screening.pay_choice import PayChoice
from actions.screening.pay_clues import Clues
from actions.screening.vectors import MIN_COUNT

_STRENGTH = 0.3
_SEED = 7


def fit_pay(sums: Sequence[tuple[Clues, bool]]) -> PayChoice:
    """How much each clue speaks for a sum being the pay: a logistic regression, for its odds are compared between sums.

    Args:
        sums: the clues of each sum, and whether it is the pay.

    Raises:
        ValueError: all of them are pay, or none.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for clues, _ in sums for name in clues)
    kept = [dict.fromkeys((n for n in clues if seen[n] >= MIN_COUNT), 1) for clues, _ in sums]
    vectorizer = DictVectorizer(dtype=np.float64)
    machine = LogisticRegression(C=_STRENGTH, solver="liblinear", random_state=_SEED)
    machine.fit(vectorizer.fit_transform(kept), [is_pay for _, is_pay in sums])
    # Six digits decide as all of them do, and are a third of the file.
    weights = (round(float(weight), 6) for weight in machine.coef_[0])
    return PayChoice(
        dict(zip(vectorizer.feature_names_, weights, strict=True)), float(machine.intercept_[0])
    )
