"""Screens labelled offers and keeps what came of each, for the figures."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from actions.screening.labelled_offers import Offer
from actions.screening.model import Screening
from bot.bar import Bar
from bot.evaluation.offer_sets import read_offers
from bot.evaluation.shared_texts import shared_texts

OPEN, UNSEEN = "offers", "offers_unseen"


class Screens(Protocol):
    """Whatever can screen a text; `actions.screening.screener.Screener` does."""

    def screen(self, text: str) -> Screening:
        """Screen a text; never raises."""
        ...


@dataclass(frozen=True)
class Screened:
    """An offer and what came of it.

    Attributes:
        offer: the text and its labels.
        screening: what was found.
        ms: how long that took, in milliseconds.
    """

    offer: Offer
    screening: Screening
    ms: float


@dataclass(frozen=True)
class MeasuredOffers:
    """What the figures of one half are made of.

    Attributes:
        rows: every offer, screened.
        shared: ids of those that share their text with the other half; nothing for the open half itself.
    """

    rows: tuple[Screened, ...]
    shared: tuple[str, ...] = ()


def measure_offers(
    screener: Screens, open_half: Path, unseen_half: Path | None
) -> dict[str, MeasuredOffers]:
    """Screen the open half and, if its folder is given, the unseen one.

    Args:
        screener: what screens them.
        open_half: folder of the offers that rules may be written on.
        unseen_half: folder of those that are kept apart; None leaves them out.

    Returns:
        The halves by name: OPEN, UNSEEN.

    Raises:
        MissingError: a folder holds no offers.
        MawasError: a file cannot be read as offers.
    """
    halves = {OPEN: read_offers(open_half)}
    if unseen_half is not None:
        halves[UNSEEN] = read_offers(unseen_half)
    total, done = sum(map(len, halves.values())), 0
    with Bar("Menyaring contoh tawaran") as bar:

        def advance() -> None:
            nonlocal done
            done += 1
            bar.advance("", done, total)

        return {
            name: MeasuredOffers(
                screen_all(screener, offers, advance),
                _shared(offers, halves[OPEN]) if name == UNSEEN else (),
            )
            for name, offers in halves.items()
        }


def screen_all(
    screener: Screens, offers: Iterable[Offer], advance: Callable[[], None] = lambda: None
) -> tuple[Screened, ...]:
    """Screen each offer once and time it; what is only loaded with the first text is not timed.

    Args:
        screener: what screens them.
        offers: what to screen.
        advance: called after each offer.
    """
    screener.screen("")
    rows = []
    for offer in offers:
        start = time.perf_counter()
        screening = screener.screen(offer.text)
        rows.append(Screened(offer, screening, (time.perf_counter() - start) * 1000))
        advance()
    return tuple(rows)


def _shared(offers: Iterable[Offer], others: Iterable[Offer]) -> tuple[str, ...]:
    found = shared_texts(
        {offer.id: offer.text for offer in offers}, {offer.id: offer.text for offer in others}
    )
    return tuple(dict.fromkeys(each.first for each in found))
