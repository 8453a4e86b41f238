"""Makes the fallback from what can be read."""

from __future__ import annotations

import logging

from bot.fallback.answers import FallbackAnswers
from bot.fallback.file import facts_in
from bot.settings import Settings

logger = logging.getLogger(__name__)


def fallback_answers(settings: Settings) -> FallbackAnswers:
    """Answers from the file in the data folder, else from the records; seconds where there is no file. Never raises."""
    try:
        return FallbackAnswers(facts_in(settings.home))
    except LookupError:
        logger.error("fallback: neither file nor records can be read")
        return FallbackAnswers(None)
