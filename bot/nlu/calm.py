"""Messages that only resemble a cry for help: a class of its own while the classifier learns, and never an intent.

They are those of nlu_data/danger, and the offers of nlu_data/offers: what recruiters write is full of what they do to people.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from actions.decision import Ranking, is_crisis
from actions.screening.labelled_offers import NO_OFFER_AT_ALL, offers
from bot.paths import CALM_TEXTS, LABELLED_OFFERS

CALM = "bukan_bahaya"
# Code points of an offer that are learned from.
LONGEST_OFFER = 800


def calm_texts() -> Iterator[str]:
    """All of them; offers up to where a message says enough."""
    for path in sorted(CALM_TEXTS.glob("*.yml")):
        for row in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) or ():
            yield row["text"]
    for offer in offers(LABELLED_OFFERS):
        if offer.kind != NO_OFFER_AT_ALL:
            yield offer.text[:LONGEST_OFFER]


def without_calm(ranking: Ranking) -> Ranking:
    """A ranking of intents: what the class of calm messages had is shared by all that are no danger."""
    calm = dict(ranking).get(CALM, 0.0)
    safe = sum(share for label, share in ranking if label != CALM and not is_crisis(label))
    more = 1.0 + calm / max(safe, 1e-9)
    return [
        (label, share if is_crisis(label) else share * more)
        for label, share in ranking
        if label != CALM
    ]
