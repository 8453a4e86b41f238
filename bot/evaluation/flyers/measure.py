"""Draws labelled offers as flyers, reads and screens them, and keeps what came of each beside the same text unpictured."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from actions.pictures.model import PictureError
from actions.pictures.read import read_picture
from actions.screening.labelled_offers import Offer
from bot.bar import Bar
from bot.evaluation.flyers.render import drawable, render
from bot.evaluation.flyers.samples import flyers
from bot.evaluation.flyers.styles import Style
from bot.evaluation.offers import Screened, Screens


@dataclass(frozen=True)
class Flyer:
    """A flyer and what came of it.

    Attributes:
        offer: the text and its labels.
        style: how it was drawn.
        error: share of characters that are wrong, missing or too many; line breaks are spaces.
        seconds: from the picture's bytes to its text, on the cores that the reader uses.
        processor: the same, summed over all cores.
        as_text: what screening says of the text that was drawn.
        as_picture: what it says of what was read.
    """

    offer: Offer
    style: Style
    error: float
    seconds: float
    processor: float
    as_text: Screened
    as_picture: Screened


def measure_flyers(screener: Screens, offers: Iterable[Offer]) -> tuple[Flyer, ...]:
    """Draw, read and screen up to forty offers, one in each style.

    Args:
        screener: what screens them.
        offers: where they are chosen from.
    """
    chosen = flyers(offers)
    _warm_up(chosen)
    measured = []
    with Bar("Membaca gambar tawaran") as bar:
        for number, (offer, style) in enumerate(chosen, start=1):
            measured.append(_measured(screener, offer, style))
            bar.advance("", number, len(chosen))
    return tuple(measured)


def character_error(right: str, text: str) -> float:
    """Edit distance as a share of the right text, line breaks taken for spaces."""
    right, text = " ".join(right.split()), " ".join(text.split())
    return Levenshtein.distance(right, text) / max(len(right), 1)


def _measured(screener: Screens, offer: Offer, style: Style) -> Flyer:
    data = render(offer.text, style)
    start, used = time.perf_counter(), time.process_time()
    text = _read(data)
    seconds, processor = time.perf_counter() - start, time.process_time() - used
    drawn = drawable(offer.text, style.font)
    return Flyer(
        offer,
        style,
        character_error(drawn, text),
        seconds,
        processor,
        _screened(screener, offer, drawn),
        _screened(screener, offer, text),
    )


def _warm_up(chosen: list[tuple[Offer, Style]]) -> None:
    """The models are loaded with the first picture, once a process."""
    for offer, style in chosen[:1]:
        _read(render(offer.text, style))


def _read(data: bytes) -> str:
    try:
        return read_picture(data).text
    except PictureError:
        return ""


def _screened(screener: Screens, offer: Offer, text: str) -> Screened:
    start = time.perf_counter()
    screening = screener.screen(text)
    return Screened(offer, screening, (time.perf_counter() - start) * 1000)
