"""Reads the labelled offers that are measured; what is wrong with a file is told so that a person can mend it."""

from __future__ import annotations

from pathlib import Path

from actions.screening.labelled_offers import Offer, offers
from bot.errors import MawasError, MissingError


def read_offers(folder: Path) -> tuple[Offer, ...]:
    """Read all offers of a folder, in the order of its files.

    Raises:
        MissingError: there are none.
        MawasError: a file is no list of offers; the message names the file and, where it is known, the offer.
    """
    try:
        found = offers(folder)
    except ValueError as error:
        raise MawasError(
            f"{error} Saran: samakan dengan contoh di nlu_data/offers/README.md."
        ) from error
    if not found:
        raise MissingError(f"Tidak ada contoh tawaran di {folder}.")
    return found
