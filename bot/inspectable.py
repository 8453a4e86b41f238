"""What is told of a model and of conversations: to Rasa's own endpoints, and to whoever counts."""

from __future__ import annotations

from typing import Any

from rasa.core.agent import Agent
from rasa.shared.core.trackers import EventVerbosity

from bot.tracker.store import ConversationStore
from bot.turns import said_in


class Inspectable:
    """Part of `bot.conversation.Conversation`."""

    _agent: Agent
    _talks: ConversationStore

    @property
    def in_memory(self) -> int:
        """How many conversations this process has in memory."""
        return self._talks.live

    async def remembered(self, sender: str) -> int:
        """How many messages of a person are remembered."""
        return len(said_in(await self._talks.retrieve(sender)))

    def is_intent(self, name: str) -> bool:
        """Whether the model has an intent of this name."""
        return name in self._agent.domain.intents

    def domain(self) -> dict[str, Any]:
        """The domain, as Rasa writes it."""
        domain: dict[str, Any] = self._agent.domain.as_dict()
        return domain

    def model(self) -> dict[str, str]:
        """Which model answers."""
        return {
            "model_file": self._agent.processor.model_filename,
            "model_id": self._agent.model_id,
        }

    async def parse(self, text: str) -> dict[str, Any]:
        """How a text is understood, as Rasa writes it."""
        parsed: dict[str, Any] = await self._agent.parse_message(text)
        return parsed

    def state(self, sender: str, events: str) -> dict[str, Any] | None:
        """A conversation as Rasa writes it; None where there is none.

        Args:
            sender: pseudonym.
            events: which of them, by the names of Rasa's `EventVerbosity`.

        Raises:
            KeyError: there is no such name.
        """
        verbosity = EventVerbosity[events]
        tracker = self._talks.read(sender)
        if tracker is None:
            return None
        state: dict[str, Any] = tracker.current_state(verbosity)
        return state
