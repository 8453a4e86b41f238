"""The Indonesian spaCy pipeline of Mawas: blank, with our normaliser and place finder."""

import json
from functools import lru_cache

from spacy.lang.id import Indonesian, IndonesianDefaults
from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
from spacy.language import Language

from bot.nlu.pipes import NORMALIZER, PLACES


class _Defaults(IndonesianDefaults):
    # spaCy lists 15,900 reduplications one by one, which takes six seconds at every start.
    # "anak-anak" is split here and read as one word by bot/nlu/features.py.
    tokenizer_exceptions = BASE_EXCEPTIONS


class ChatIndonesian(Indonesian):
    """`spacy.blank("id")` that starts at once (no trained Indonesian pipeline exists)."""

    lang = "id"
    Defaults = _Defaults


@lru_cache(maxsize=2)
def indonesian(places: str) -> Language:
    """The pipeline that reads messages.

    Args:
        places: rows of bot/nlu/places.py as JSON; text, so that components with the same places
            share one pipeline.
    """
    nlp = ChatIndonesian()
    nlp.add_pipe(NORMALIZER)
    nlp.add_pipe(PLACES, config={"places": json.loads(places)})
    return nlp
