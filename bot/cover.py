"""The harmless screen at the door: messages that must not be understood as what they are (actions/cover.py says what is shown)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from actions.context import COVERED
from actions.cover import CHAT_PAYLOAD
from actions.decision import Kind, Ranking, decide, is_crisis
from actions.harmless import CHAT, SWITCH_PAYLOAD, is_safe_word
from bot.messages import Incoming, Reply


class Cover:
    """Which conversations hide behind the harmless screen.

    Small talk is answered without our actions, and a picture would be read out, so nothing that comes in while the screen hides
    may reach Rasa as it is. Who hides stands in the conversation itself.
    """

    def __init__(self, slot_of: Callable[[str, str], Any]) -> None:
        """Keep how the value of a slot is read: of a conversation, by its name."""
        self._slot_of = slot_of

    async def disguised(
        self, incoming: Incoming, ranking: Callable[[str], Awaitable[Ranking]]
    ) -> Incoming:
        """The message as Rasa may see it: the safe word and all that comes behind the screen, but a certain danger, become buttons."""
        if incoming.kind == "text" and is_safe_word(incoming.text):
            return replace(incoming.bare(), text=SWITCH_PAYLOAD, kind="button")
        if not self.hides(incoming.sender):
            return incoming
        # A button that was shown before the screen is pressed by whoever holds the phone now.
        text = incoming.text if incoming.kind == "text" else ""
        decision = decide(await ranking(text)) if text.strip() else None
        if decision and decision.kind is Kind.ANSWER and is_crisis(decision.intents[0]):
            return incoming.bare()
        return replace(incoming.bare(), text=CHAT_PAYLOAD, kind="button")

    def hides(self, sender: str) -> bool:
        """Whether a conversation hides."""
        return bool(self._slot_of(sender, COVERED))

    def instead(self, sender: str, trouble: Reply) -> Reply:
        """What is said when something fails: a contact would betray the screen."""
        return Reply(CHAT[0], covers=True) if self.hides(sender) else trouble
