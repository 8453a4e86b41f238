"""Brings the many spellings of chat Indonesian closer together, word by word.

Pure functions on single words: the offsets of the original text stay untouched, because entities and quoted evidence point into it.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import yaml

SLANG_FILE = Path(__file__).resolve().parents[1] / "nlu_data" / "slang.yml"

_STRETCHED = re.compile(r"(.)\1{2,}")
_DOUBLE_END = re.compile(r"([^\W\d_])\1$")
# Abbreviations in which the double end is none of the hand: kartu keluarga, Nusa Tenggara Timur.
_ENDS_DOUBLE = frozenset({"kk", "ntt"})
# Only where a word begins with a digit: "15jt", not "bp2mi" and "bp3mi".
_AMOUNT = re.compile(r"^\d[\d.,]*")
_REDUPLICATED = re.compile(r"^([^\W\d_]{3,})2([^\W\d_]*)$")
_DISGUISED = re.compile(r"(?=.*[^\W\d_])(?=.*[\d@$!])[\w@$!]{3,}")
# Digits and signs that stand for letters in words that dodge a filter.
_LEET = str.maketrans("01345@$!", "oieasasi")
_SHORTEST_DISGUISED = 4


@lru_cache(maxsize=1)
def slang() -> Mapping[str, str]:
    """Everyday spelling -> dictionary spelling, both lower case (nlu_data/slang.yml)."""
    groups: dict[str, str] = yaml.load(
        SLANG_FILE.read_text(encoding="utf-8"),
        yaml.BaseLoader,  # noqa: S506 - makes strings only
    )
    return {variant: word for word, variants in groups.items() for variant in variants.split()}


@lru_cache(maxsize=50_000)
def normalize_word(word: str) -> str:
    """One spelling for the ways people type a word.

    Lower case, compatibility forms folded, accents dropped, letters held down shortened ("tolooong" -> "tolong"),
    "teman2" read as "teman", digits replaced by one "0" so that amounts look alike, slang resolved.
    """
    folded = _fold(word)
    reduplicated = _REDUPLICATED.match(folded)
    if reduplicated:
        stem = slang().get(reduplicated[1], reduplicated[1])
        folded = f"{stem}{reduplicated[2]}"
    folded = _AMOUNT.sub("0", folded)
    return slang().get(folded, folded)


def undisguise(word: str, is_known: Callable[[str], bool]) -> str | None:
    """The word behind one in which digits or signs stand for letters ("k4mb0ja", "sc@m"); None when there is none.

    Args:
        word: as it was typed.
        is_known: true for normalised words that the assistant knows. Without it "g2g" and "p3mi" would lose their meaning.
    """
    if not _DISGUISED.fullmatch(word):
        return None
    plain = _fold(word).translate(_LEET)
    normal = normalize_word(plain)
    # "5kg" is no "skg": short words look like anything.
    return normal if len(plain) >= _SHORTEST_DISGUISED and is_known(normal) else None


def _fold(word: str) -> str:
    if word.isascii():
        folded = word.lower()
    else:
        folded = unicodedata.normalize("NFKD", word).casefold()
        folded = "".join(char for char in folded if not unicodedata.combining(char))
    folded = _STRETCHED.sub(r"\1", folded)
    # No Indonesian word ends in a double letter: "koreaa", "gaa", "pakk".
    if folded in _ENDS_DOUBLE or folded in slang():
        return folded
    return _DOUBLE_END.sub(r"\1", folded)
