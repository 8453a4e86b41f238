"""Masks what is personal in what was typed in a hall: names, numbers, addresses, accounts, links, companies."""

from __future__ import annotations

from functools import cached_property

from actions.screening.known_places import place_words
from actions.screening.private import Hidden, all_hidden_in
from knowledge.store import Store


class Redactor:
    """Masks whole texts in the way in which result cards mask the words that they quote (`actions.screening.private`)."""

    def __init__(self, store: Store) -> None:
        """Keep the store; names of places are read with the first text."""
        self._store = store

    def __call__(self, text: str) -> str:
        """The text with a label in place of each thing that is personal."""
        for start, end, label in reversed(self.hidden(text)):
            text = text[:start] + label + text[end:]
        return text

    def hidden(self, text: str) -> list[Hidden]:
        """What is personal in a text: offsets of the first character and after the last, and the label; in order, without overlap."""
        return all_hidden_in(text, self.places)

    @cached_property
    def places(self) -> frozenset[str]:
        """Words of names of places, in small letters."""
        return place_words(self._store)
