"""Tells where a word that is a first name too is meant as one: "Pak Feri" is no ferry, "Abdul Rahim" no womb."""

from __future__ import annotations

from collections.abc import Collection, Sequence

NAMED = "fulan"
"""The common spelling of such a word, so that nothing that is told by the word finds it: what Indonesian calls somebody without a name."""

# What stands before a name and before few other nouns. "Kak" and the like call somebody, too: "kak, feri jam berapa" has a comma.
_ADDRESSES = frozenset(
    """pak pa bpk bapak bu ibu mbak mba mas bang abang kak kakak kang teh teteh haji hj ustadz ustad ustadzah sdr sdri koh cece om
    tante neng bernama namanya namaku hub hubungi cp""".split()
)


class Namesakes:
    """Knows first names, and which of them are words of this field as well."""

    def __init__(self, names: Collection[str], words: Collection[str]) -> None:
        """Keep the names.

        Args:
            names: first names in small letters.
            words: words in their common spelling that mean something here.
        """
        self._plain = frozenset(names).difference(words)
        self._both = frozenset(names).intersection(words)

    def is_plain(self, word: str) -> bool:
        """True for a first name that is no other word, in small letters: whoever types it means somebody."""
        return word in self._plain

    def named_at(self, words: Sequence[str]) -> list[int]:
        """Places of names that are other words too, and behind an address or another name.

        Args:
            words: the words of a text in small letters, signs among them.
        """
        found: list[int] = []
        for place, word in enumerate(words):
            if word not in self._both or not place:
                continue
            before = words[place - 1]
            # "Bpk. Rahim" is three tokens.
            if before == "." and place > 1:
                before = words[place - 2]
                if before not in _ADDRESSES:
                    continue
            if before in _ADDRESSES or before in self._plain or place - 1 in found:
                found.append(place)
        return found
