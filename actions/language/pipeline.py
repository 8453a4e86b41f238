"""The Indonesian spaCy pipeline of Mawas: common spelling, entities, concepts and language on top of spaCy's tokens."""

import json

from actions.language.pipes import CONCEPTS, ENTITIES, LANGUAGES, NORMALIZER
from actions.language.tokens import ChatIndonesian


def indonesian(lexicon: str) -> ChatIndonesian:
    """The pipeline that reads messages.

    Args:
        lexicon: what actions/language/lexicon.py returns.
    """
    nlp = ChatIndonesian()
    nlp.lexicon = json.loads(lexicon)
    for name in (NORMALIZER, ENTITIES, CONCEPTS, LANGUAGES):
        nlp.add_pipe(name)
    return nlp
