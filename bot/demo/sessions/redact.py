"""Masks what is personal in a question before it is kept: names, numbers, accounts, links, companies.

Slow to import (spaCy): only where the assistant runs.
"""

from __future__ import annotations

import re
from functools import cached_property

from actions.render.card_words import place_words
from actions.screening.job_words import job_words
from actions.screening.model import NO_OFFER, Evidence, Facts, Flag, Screening
from actions.screening.people import PERSON, is_word
from actions.screening.private import masked
from knowledge.first_names import first_names
from knowledge.store import Store

# Offers write names with a capital; who types a question in a hall often does not: "anak saya siti di malaysia".
_WHO = re.compile(
    r"\b(?:(?:anak|adik|kakak|suami|istri|ibu|bapak|ayah|paman|bibi|tetangga|teman|keponakan|sepupu)(?:[ -]?ku|[ ](?:saya|aku|sy))"
    r"|(?P<called>nama(?:ku|nya|[ ](?:saya|aku|sy|dia))|bernama)|pak|bu|mas|mbak|mba|bang|kak|si|an)[ ]+(?P<name>[^\W\d_]{3,})",
    re.IGNORECASE,
)
# Said as often as any name, and in no dictionary.
_EVERYDAY = frozenset(
    """gak nggak ngga enggak ndak gimana gmn kalo klo udah udh blm belom pengen pgn bisa kerja mau yang yg dgn utk dari dri
    lagi lg krn""".split()
)


class Redactor:
    """Masks texts in the way in which result cards do (`actions.screening.private`), and names in small letters."""

    def __init__(self, store: Store) -> None:
        """Keep the store; names of places are read with the first text."""
        self._store = store

    def __call__(self, text: str) -> str:
        """The text with a label in place of each thing that is personal."""
        # A card masks the words that it quotes: here the whole text is quoted.
        quote = Flag("question", 0, (Evidence(text, 0, len(text)),))
        shown = masked(Screening(text, NO_OFFER, 0, (quote,), Facts()), (), self.places)
        return _WHO.sub(self._without_name, shown.flags[0].evidence[0].text)

    def _without_name(self, found: re.Match[str]) -> str:
        name = found["name"].casefold()
        if name in job_words():
            return found.group()
        # "Budi" is a word too, but not behind "nama saya", and hardly behind "pak".
        ordinary = name in self.places or name in _EVERYDAY or is_word(name)
        ordinary = ordinary and name not in first_names()
        if ordinary and not found["called"]:
            return found.group()
        return found.group()[: found.start("name") - found.start()] + PERSON

    @cached_property
    def places(self) -> frozenset[str]:
        """Words of names of places, in small letters."""
        return place_words(self._store)
