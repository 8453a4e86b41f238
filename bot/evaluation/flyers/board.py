"""What is lost when an offer is a picture, as tables."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence

from bot.evaluation import offer_scores as scores
from bot.evaluation.flyers.measure import Flyer
from bot.evaluation.offer_scores import Rows, share
from bot.evaluation.scores import Number
from bot.evaluation.tables import Figure, Table

_FACTS: dict[str, Callable[[Rows], Figure]] = {
    "risk accepted": lambda rows: share(rows, scores.risk_accepted),
    "flag recall": scores.flag_recall,
    "flag precision": scores.flag_precision,
    "country": lambda rows: share(scores.offers_proper(rows), scores.country_right),
    "pay": lambda rows: share(scores.offers_proper(rows), scores.pay_right),
}


def flyer_board(flyers: Sequence[Flyer]) -> list[Table]:
    """How well the letters are read, how long that takes, and what it changes."""
    text = [flyer.as_text for flyer in flyers]
    picture = [flyer.as_picture for flyer in flyers]
    return [
        Table(
            "reading of flyers",
            ("median", "mean", "worst"),
            {
                "wrong characters": _spread([100 * flyer.error for flyer in flyers], "%", 2),
                "seconds": _spread([flyer.seconds for flyer in flyers], " s", 2),
                "processor seconds": _spread([flyer.processor for flyer in flyers], " s", 2),
            },
        ),
        Table(
            "flyers",
            ("as text", "as picture"),
            {name: (count(text), count(picture)) for name, count in _FACTS.items()},
        ),
    ]


def _spread(values: Sequence[float], unit: str, digits: int) -> tuple[Figure, ...]:
    if not values:
        return (Number(None),) * 3
    found = (statistics.median(values), statistics.mean(values), max(values))
    return tuple(Number(value, unit, digits) for value in found)
