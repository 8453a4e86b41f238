"""Forty labelled offers, one for each style of flyer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from actions.screening.labelled_offers import Offer
from bot.evaluation.flyers.render import drawable
from bot.evaluation.flyers.styles import Style, styles

FORMS = ("poster", "iklan_fb", "siaran_wa", "tiktok")
SHORTEST, LONGEST = 120, 900


def flyers(offers: Iterable[Offer]) -> list[tuple[Offer, Style]]:
    """Offers that fit on a flyer, each with a style; which ones does not depend on the order."""
    fitting = [
        offer
        for offer in offers
        if offer.form in FORMS and SHORTEST <= len(drawable(offer.text)) <= LONGEST
    ]
    fitting.sort(key=lambda offer: hashlib.sha256(offer.id.encode()).hexdigest())
    return list(zip(fitting, styles(), strict=False))
