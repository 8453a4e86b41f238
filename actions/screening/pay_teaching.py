"""Turns labelled pay into examples: which sums of an offer are its pay, and which are something else."""

from __future__ import annotations

from collections.abc import Iterable

from actions.screening.labelled_offers import Pay
from actions.screening.pay import Sums
from actions.screening.pay_clues import Clues
from actions.screening.pay_figures import Figure


def pay_examples(offers: Iterable[tuple[Sums, Pay | None]]) -> list[tuple[Clues, bool]]:
    """The clues of every sum, each with whether it is the pay; sums inside a range teach nothing.

    Args:
        offers: sums of each offer, and its pay as labelled.
    """
    return [
        (clues, shown)
        for sums, pay in offers
        for candidate, clues in zip(sums.candidates, sums.clues, strict=True)
        if (shown := _shows(candidate.figure, pay)) is not None
    ]


def _shows(figure: Figure, pay: Pay | None) -> bool | None:
    """Whether a sum is the pay or an end of it; None when it lies between the ends."""
    if pay is None or figure.currency != pay.currency:
        return False
    if figure.period and pay.period and figure.period != pay.period:
        return False
    if figure.low == pay.low or (pay.high is not None and figure.top == pay.high):
        return True
    is_between = pay.low < figure.low and (pay.high is None or figure.low < pay.high)
    return None if is_between else False
