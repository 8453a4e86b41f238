"""Decides by the words beside it whether a word that has other meanings is meant as a name (knowledge/names)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from knowledge.spelling import slang

PLACE_LABELS = frozenset({"negara", "provinsi"})
PLACES = "tempat"
_LINKS = frozenset({",", "/", "dan", "sama", "&", "+", "-", "atau", "dengan", "plus"})
_HOW_FAR = 3


def kind_of(label: str) -> str:
    """The kind of name, as files in knowledge/names are called, that entities of this label have."""
    return PLACES if label in PLACE_LABELS else label


@dataclass(frozen=True)
class KindOfName:
    """The words that decide about names of one kind; an abbreviation may end in a dot."""

    doubtful: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()


class WordsBeside:
    """Knows the words beside names."""

    def __init__(self, kinds: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        """Keep the words.

        Args:
            kinds: kind of name -> words by the names of the fields of `KindOfName`, in their common spelling.
        """
        self._kinds = {
            kind: KindOfName(**{use: frozenset(words) for use, words in uses.items()})
            for kind, uses in kinds.items()
        }

    def allow(
        self,
        tokens: Sequence[Token],
        start: int,
        end: int,
        label: str,
        doubtful: frozenset[str] | None,
    ) -> bool:
        """True when the words beside a match let it be what its label says.

        Args:
            tokens: the message, without tokens of white space.
            start: first token of the match.
            end: token after its last.
            label: kind of entity.
            doubtful: how a doubtful name is written; None for a name that has no other meaning.
        """
        kind = kind_of(label)
        words = self._kinds.get(kind, _NOTHING_KNOWN)
        # "bahasa Korea", "si Oman"
        if start and tokens[start - 1].norm_ in words.not_after:
            return False
        if doubtful is None:
            return True
        # "KL" has the common spelling of "kl" and "kalau".
        if tokens[start].norm_ in _slang_words() and _text(tokens[start:end]) not in doubtful:
            return False
        return _DOUBTFUL[kind](tokens, start, end, words)


_NOTHING_KNOWN = KindOfName()


def _is_place(tokens: Sequence[Token], start: int, end: int, words: KindOfName) -> bool:
    """True when the words beside "malang" or "serang" say that the place is meant; "kab. Malang" is three tokens."""
    if not start:
        return end < len(tokens) and tokens[end].norm_ in words.after
    before = tokens[start - 1]
    if before.norm_ in words.before:
        return True
    if before.text == "." and start > 1 and f"{tokens[start - 2].norm_}." in words.before:
        return True
    return _has_own_capital(tokens, start)


def _is_thing(tokens: Sequence[Token], start: int, end: int, words: KindOfName) -> bool:
    """True when one of the words before makes the noun a job: "kerja di kebun", not "jual kebun"."""
    if start and tokens[start - 1].norm_ in words.doubtful:
        return False
    if end < len(tokens) and tokens[end].norm_ in words.after:
        return True
    for place in range(start - 1, max(start - 1 - _HOW_FAR, -1), -1):
        if tokens[place].norm_ in words.before:
            return True
        if tokens[place].text in (".", "?", "!"):
            return False
    return False


def _is_paper(tokens: Sequence[Token], start: int, end: int, words: KindOfName) -> bool:
    """True for the "kk" of "ktp sama kk", not for that of "kk mau tanya" and "kk, minta tolong"."""
    before = [token.norm_ for token in tokens[max(start - 2, 0) : start]]
    after = [token.norm_ for token in tokens[end : end + 2]]
    if before and (
        before[-1] in words.before or (before[-1] in _LINKS and before[0] in words.before)
    ):
        return True
    if after and (after[0] in words.after or (after[0] in _LINKS and after[-1] in words.after)):
        return True
    return _has_own_capital(tokens, start)


# Kind of name -> what must hold for a doubtful word to be one.
_DOUBTFUL: Mapping[str, Callable[[Sequence[Token], int, int, KindOfName], bool]] = {
    PLACES: _is_place,
    "pekerjaan": _is_thing,
    "lembaga": _is_thing,
    "dokumen": _is_paper,
}


@lru_cache(maxsize=1)
def _slang_words() -> frozenset[str]:
    return frozenset(slang().values())


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens).casefold()


def _has_own_capital(tokens: Sequence[Token], start: int) -> bool:
    """True for a capital that neither the beginning of a sentence nor the manner of the whole message explains."""
    token = tokens[start]
    if not start or not token.text[0].isupper() or tokens[start - 1].text in ".?!:-":
        return False
    # Line breaks are no tokens here, but a new line is a beginning too.
    if "\n" in token.nbor(-1).text:
        return False
    others = [word for word in tokens if word.is_alpha and word is not token]
    capitals = sum(word.text[0].isupper() for word in others)
    return capitals * 2 < len(others)
