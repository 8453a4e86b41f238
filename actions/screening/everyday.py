"""Words that people say every day, in any language of the training sentences: none of them is taken for a name."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

from actions.language.lemma import base_form
from actions.screening.job_words import job_words
from actions.screening.people import ADDRESSES, NO_NAMES, is_word
from knowledge.first_names import first_names
from knowledge.spelling import slang

_SENTENCES = Path(__file__).resolve().parents[2] / "nlu_data" / "nlu"
_SENTENCE = re.compile(r"^\s+- (?!intent:)(.*)$", re.MULTILINE)
_MARK = re.compile(r"\]\([a-z_]+\)|\{[^}]*\}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Seen once it may be a name or a slip.
_LEAST = 2
# A first name that stands there so often is mostly another word: "dina" (Sundanese: in), "wulan" (Javanese: month).
_OFTEN = 5
_SHORTEST = 2
# Spoken verbs, which no dictionary lists: "ngendika", "nyuruh", "dikirimin"; and words with an ending.
_INFLECTED = re.compile(
    r"^(?:ng[aeiou]|ny[aeiou]|di[bcdfgjklmpqrstwyz]\w{3}|nge|ke\w+an$|me[mn]\w{3}|ber\w{3}|ter\w{3}|pe[mn]\w{3})|\w{3}(?:nya|kah|lah|kan|mu|ne)$"
    r"|(.{2,20})-?\1$"
)


@lru_cache(maxsize=1)
def _seen() -> Counter[str]:
    """How often each word stands in the training sentences, in small letters."""
    seen: Counter[str] = Counter()
    for file in sorted(_SENTENCES.glob("*.yml")):
        text = _MARK.sub(" ", "\n".join(_SENTENCE.findall(file.read_text(encoding="utf-8"))))
        # Names have a capital there.
        seen.update(word for word in _WORD.findall(text) if word.islower())
    return seen


@lru_cache(maxsize=20_000)
def is_everyday(word: str) -> bool:
    """True for a word, in small letters, that is said by everybody and names nobody; a first name may be one too."""
    if word in first_names():
        return is_word(word) or _seen()[word] >= _OFTEN
    return (
        len(word) < _SHORTEST
        or is_word(word)
        or base_form(word) != word
        or word in slang()
        or word in NO_NAMES
        or word in ADDRESSES
        or word in job_words()
        or _seen()[word] >= _LEAST
        or _INFLECTED.search(word) is not None
    )
