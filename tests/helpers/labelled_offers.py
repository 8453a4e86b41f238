"""Both halves of the labelled offers, for the tests of the data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bot.evaluation.offer_sets import read_offers
from bot.paths import LABELLED_OFFERS, UNSEEN_OFFERS

FOLDERS = {"open": LABELLED_OFFERS, "unseen": UNSEEN_OFFERS}
HALVES = {name: read_offers(folder) for name, folder in FOLDERS.items()}
OFFERS = [offer for half in HALVES.values() for offer in half]
# Sentences and texts that scorers are trained on besides the open half.
OTHER_TRAINING = (LABELLED_OFFERS.parent / "sentences", LABELLED_OFFERS.parent / "kinds")


def rows(folder: Path) -> Iterator[dict[str, Any]]:
    """Every entry of the files of a folder."""
    for file in sorted(folder.glob("*.yml")):
        yield from yaml.safe_load(file.read_text(encoding="utf-8"))
