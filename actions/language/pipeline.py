"""The Indonesian spaCy pipeline of Mawas: blank, with our normaliser, entity finder and concept finder."""

import json
import re
from functools import lru_cache

from spacy.lang.id import Indonesian, IndonesianDefaults
from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
from spacy.language import Language

from actions.language.pipes import CONCEPTS, ENTITIES, LANGUAGES, NORMALIZER


class _Defaults(IndonesianDefaults):
    # spaCy lists 15,900 reduplications one by one, which takes six seconds at every start.
    # "anak-anak" is split here and read as one word by bot/nlu/features.py.
    tokenizer_exceptions = BASE_EXCEPTIONS
    # Otherwise "g2g" is two grams: "g2" and "g", which is how people write "tidak".
    token_match = re.compile(r"[^\W\d_]{1,2}\d[^\W\d_]{1,2}$").match


class ChatIndonesian(Indonesian):
    """`spacy.blank("id")` that starts at once (no trained Indonesian pipeline exists)."""

    lang = "id"
    Defaults = _Defaults


@lru_cache(maxsize=2)
def indonesian(lexicon: str) -> Language:
    """The pipeline that reads messages.

    Args:
        lexicon: what actions/language/lexicon.py returns, as JSON; text, so that components with the same lexicon
            share one pipeline.
    """
    parts = json.loads(lexicon)
    nlp = ChatIndonesian()
    spellings = {name: parts.get(name, []) for name in ("words", "places", "ordinary")}
    nlp.add_pipe(NORMALIZER, config=spellings)
    nlp.add_pipe(ENTITIES, config={"names": parts["names"]})
    nlp.add_pipe(CONCEPTS, config={"concepts": parts["concepts"]})
    nlp.add_pipe(LANGUAGES, config={"languages": parts.get("languages", [])})
    return nlp
