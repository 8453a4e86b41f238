"""Loads what screens offers."""

from __future__ import annotations

from functools import cached_property

from actions.offer_judge import ReadingScreener
from actions.screening.model import Screening
from actions.screening.reading import Reading
from bot.errors import MissingError
from bot.paths import KNOWLEDGE
from bot.settings import Settings


def load_screener(settings: Settings) -> ReadingScreener:
    """Load the screener that was made in the data folder.

    Raises:
        MissingError: it was not made yet.
    """
    # Heavy: spaCy and the lexicon.
    from actions.screening.screener import Screener

    try:
        return Screener.load(settings.screening, KNOWLEDGE)
    except FileNotFoundError as error:
        raise MissingError(
            "Pemeriksa tawaran belum disiapkan. Saran: jalankan ./mawas train."
        ) from error


class LateScreener:
    """Loads the screener with the first offer: many conversations have none, and start sooner without it."""

    def __init__(self, settings: Settings) -> None:
        """Remember where it stands."""
        self._settings = settings

    def screen(self, text: str) -> Screening:
        """Screen a text, as `Screener.screen`.

        Raises:
            MissingError: the screener was not made yet.
        """
        return self._screener.screen(text)

    def read(self, text: str) -> Reading:
        """Read a text, as `Screener.read`.

        Raises:
            MissingError: the screener was not made yet.
        """
        return self._screener.read(text)

    @cached_property
    def _screener(self) -> ReadingScreener:
        return load_screener(self._settings)
