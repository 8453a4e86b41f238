"""Forgets the conversation when asked to; the channel's store is emptied by `bot.conversation` after the turn."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import AllSlotsReset
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events

NAME = "action_forget"


class Forget(Action):
    """Runs on `hapus_data`."""

    def name(self) -> str:
        """Name in the domain (see parent class)."""
        return NAME

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        """Forget what was remembered; what is said stands in the rule before it (see parent class)."""
        return [AllSlotsReset()]
