"""Both halves of the labelled offers, for the tests of the data."""

from __future__ import annotations

from bot.evaluation.offer_sets import read_offers
from bot.paths import LABELLED_OFFERS, UNSEEN_OFFERS

FOLDERS = {"open": LABELLED_OFFERS, "unseen": UNSEEN_OFFERS}
HALVES = {name: read_offers(folder) for name, folder in FOLDERS.items()}
OFFERS = [offer for half in HALVES.values() for offer in half]
# Sentences and texts that scorers are trained on besides the open half.
OTHER_TRAINING = (LABELLED_OFFERS.parent / "sentences", LABELLED_OFFERS.parent / "kinds")
