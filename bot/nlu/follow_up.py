"""Recognises messages too short to classify: a place name ("Taiwan", "kalau ke Korea?"), "Y" and "T"."""

from spacy.tokens import Doc

from actions.language.features import PLACE_MASKS, words_of

INTENT = "lanjutan"

# The answers that closed questions ask for.
_LETTERS = {"y": "setuju", "t": "tolak"}

# Words that carry no question of their own beside a place.
_FILLERS = frozenset(
    "? kalau ke di dari untuk yang bagaimana berapa terus lalu nah dong ya yah sih deh kah apa lagi juga ini itu dan atau negara"
    " provinsi prov kabupaten kab daerah kota pak bu bapak ibu bang abang kak kakak mbak mas"
    " kalo misalnya misal sedang sekarang saya ada posisi asal maksud maksudku maksudnya".split()
)
# "tolong" also stands for its regional and slang spellings (nlu_data/slang.yml). "help" alone asks for the menu.
_CALLS = frozenset("tolong tolongin sos me emergency".split())
_CALL_FILLERS = frozenset(
    "help please pls saya kami pak bu bapak ibu bang abang kak kakak mas mbak dong ya siapa saja".split()
)
SOS_SIGN = "🆘"

# Longer messages are never only a place, whatever their words.
_MOST_WORDS = 8


def is_bare_place(doc: Doc) -> bool:
    """True when the message names a place and asks nothing else."""
    words = words_of(doc)
    return (
        0 < len(words) <= _MOST_WORDS
        and any(word in PLACE_MASKS for word in words)
        and all(word in PLACE_MASKS or word in _FILLERS for word in words)
    )


def short_intent(doc: Doc) -> str | None:
    """The intent of a message that is only a place or only a letter; None for any other message."""
    if is_bare_place(doc):
        return INTENT
    return _LETTERS.get(doc.text.strip(" .!").casefold())


def is_call_for_help(doc: Doc) -> bool:
    """True when the message is nothing but a call for help ("tolong", "help me", "SOS"): nobody knows yet what it is about."""
    if SOS_SIGN in doc.text:
        return True
    words = set(words_of(doc))
    return bool(words & _CALLS) and words <= _CALLS | _CALL_FILLERS
