"""After small talk, which no action of ours answers: what the message has to do with our talks, else what is still open."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Talk
from actions.context import TurnContext
from actions.render.bubbles import Answer

NAME = "action_resume_form"


class ResumeForm(Action):
    """Runs after small talk; says nothing where it has nothing to do with them and nothing is open."""

    def __init__(self, talk: Talk) -> None:
        """Keep what looks at each message."""
        self._talk = talk

    def name(self) -> str:
        """Name in the domain (see parent class)."""
        return NAME

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        """Judge or ask again (see parent class).

        "Aman ga nih?" is taken for a question about privacy, and the first line of a recruiter for a greeting.
        """
        turn = TurnContext.of(tracker)
        answer, slots = self._talk.before(turn) or self._talk.after(turn, Answer(), {})
        if answer.bubbles:
            answer.send(dispatcher)
        return [SlotSet(name, value) for name, value in slots.items()]
