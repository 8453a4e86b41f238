"""Texts as screening sees them, with the names and concepts of knowledge/."""

from __future__ import annotations

from functools import lru_cache

from spacy.language import Language

from actions.language.lexicon import lexicon
from actions.language.pipeline import indonesian
from actions.screening.reading import Reading, read
from bot.paths import KNOWLEDGE, SENTENCES


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The language pipeline with the whole lexicon."""
    return indonesian(lexicon(KNOWLEDGE, SENTENCES))


def reading_of(text: str) -> Reading:
    return read(pipeline(), text)
