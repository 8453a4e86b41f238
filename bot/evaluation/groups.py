"""Groups of intents: those of the catalogue's topics, danger, conversation, and what only continues a conversation."""

from __future__ import annotations

from knowledge.catalogue import Catalogue

DANGER = "darurat"
CONVERSATION = "percakapan"
CONTROL = "lanjutan"
"""Intents outside the catalogue: a place alone, "selengkapnya", an answer to the quiz."""


class Groups:
    """Which group an intent belongs to."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read the groups of a catalogue."""
        self._groups = {
            **catalogue.topic_groups,
            **dict.fromkeys(catalogue.crisis, DANGER),
            **dict.fromkeys(catalogue.conversation, CONVERSATION),
        }
        self.topics = frozenset(catalogue.topics)
        self.dangers = frozenset(catalogue.crisis)
        self.conversation = frozenset(catalogue.conversation)

    @property
    def names(self) -> list[str]:
        """All groups, in the order of the catalogue."""
        return [*dict.fromkeys(self._groups.values()), CONTROL]

    def of(self, intent: str) -> str:
        """The group of an intent."""
        return self._groups.get(intent, CONTROL)

    def ordered(self, intents: set[str]) -> list[str]:
        """Intents in the order of the catalogue, those outside it last."""
        known = [intent for intent in self._groups if intent in intents]
        return [*known, *sorted(intents - set(known))]
