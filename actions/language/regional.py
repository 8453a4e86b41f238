"""Recognises the regional or foreign language of a message by the words that its speakers use (knowledge/languages)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# What one marker weighs: a word shared with neighbours, a word of this language only, a phrase of this language only.
WEAK, STRONG, PHRASE = 1, 2, 3
# What the markers of a language must weigh together. In a message of few words one of its own is enough.
ENOUGH, ENOUGH_IF_SHORT = 3, 2
SHORT = 5

_PART = re.compile(r"[^\W_]+")


class LanguageDetector:
    """Weighs which markers of each language a message contains; says nothing without clear evidence."""

    def __init__(self, languages: Iterable[Mapping[str, Any]]) -> None:
        """Keep the markers by their first word.

        Args:
            languages: rows of {"id", "strong": [...], "weak": [...]} (actions/language/lexicon.py).
        """
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
        for row in languages:
            for marker in row["strong"]:
                self._add(row["id"], marker, PHRASE if " " in marker else STRONG)
            for marker in row["weak"]:
                self._add(row["id"], marker, WEAK)

    def detect(self, words: Sequence[str]) -> str | None:
        """The code of the language in which a message is written.

        Args:
            words: lower-cased tokens as they were typed (`token.lower_`); resolved slang would hide the language.

        Returns:
            A code such as "jv"; None for Indonesian, for a language that is not known, and where the evidence is thin or
            two languages have as much.
        """
        parts = [part for word in words for part in _parts(word)]
        weights, own = self._weigh(parts)
        if not own:
            return None
        best = max(weights, key=lambda code: weights[code])
        enough = ENOUGH_IF_SHORT if len(parts) <= SHORT else ENOUGH
        clear = list(weights.values()).count(weights[best]) == 1
        return best if clear and best in own and weights[best] >= enough else None

    def _weigh(self, parts: list[str]) -> tuple[dict[str, int], set[str]]:
        """Weight by language, and the languages of which a word or phrase of their own occurs. A marker counts once."""
        found = {
            (marker, code, weight)
            for start, part in enumerate(parts)
            for marker, code, weight in self._by_first.get(part, ())
            if tuple(parts[start : start + len(marker)]) == marker
        }
        weights: dict[str, int] = {}
        for _, code, weight in found:
            weights[code] = weights.get(code, 0) + weight
        return weights, {code for _, code, weight in found if weight > WEAK}

    def _add(self, code: str, marker: str, weight: int) -> None:
        # "ka'dhinto" is typed with and without its apostrophe.
        for spelling in {tuple(_parts(marker)), tuple(_parts(marker.replace("'", "")))}:
            self._by_first.setdefault(spelling[0], []).append((spelling, code, weight))


def _parts(word: str) -> list[str]:
    """Runs of letters and digits, without accents: tokenizers differ in what they do with apostrophes and hyphens."""
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word.casefold())
        word = "".join(char for char in plain if not unicodedata.combining(char))
    return _PART.findall(word)
