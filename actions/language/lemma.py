"""Base forms of Indonesian words: "dipegangin", "megangin" and "pemegangan" become "pegang".

simplemma's Indonesian dictionary covers the written language; the spoken affixes (-in, ng-, ny-, n-, m-) are peeled off first.
"""

from functools import lru_cache

import simplemma

_LANGUAGE = "id"
_SHORTEST = 4
# Spoken nasal prefix -> what the base may begin with ("nawarin" -> "tawar", "ngurung" -> "kurung").
_NASALS = (
    ("nge", ("",)),
    ("ng", ("", "k")),
    ("ny", ("s", "c")),
    ("n", ("t",)),
    ("m", ("p", "b")),
)
# Where the dictionary reads "mengurung" (to lock up) as a form of "urung" (called off).
_MEANT = {"urung": "kurung"}


@lru_cache(maxsize=50_000)
def base_form(word: str) -> str:
    """The base form of a normalised word; the word itself when none is known."""
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    plain = _lookup(word)
    if plain:
        return plain
    if word.endswith("in") and len(word) > _SHORTEST + 1:
        inner = word[:-2]
        return _lookup(inner) or _peel(inner) or (inner if _is_base(inner) else word)
    return word if _is_base(word) else _peel(word) or word


def _peel(word: str) -> str | None:
    """The base behind a spoken nasal prefix."""
    for nasal, beginnings in _NASALS:
        if word.startswith(nasal):
            for beginning in beginnings:
                candidate = beginning + word[len(nasal) :]
                if len(candidate) >= _SHORTEST and _is_base(candidate):
                    return _lookup(candidate) or _MEANT.get(candidate, candidate)
    return None


def _lookup(word: str) -> str | None:
    found = str(simplemma.lemmatize(word, lang=_LANGUAGE))
    return _MEANT.get(found, found) if found != word else None


def _is_base(word: str) -> bool:
    return bool(simplemma.is_known(word, lang=_LANGUAGE))
