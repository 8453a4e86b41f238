"""After small talk, which no action of ours answers: what the message has to do with an offer or a report, else the open question."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Talk
from actions.context import TurnContext
from actions.offer_desk import OfferDesk
from actions.offer_talk import OfferTalk
from actions.render.bubbles import Answer

NAME = "action_resume_form"


class ResumeForm(Action):
    """Runs after small talk; says nothing where there is no offer in it and no form is open."""

    def __init__(self, desk: OfferDesk, talk: Talk | None = None) -> None:
        """Keep what looks at each message; the talk about an offer alone unless told otherwise."""
        self._talk = talk or OfferTalk(desk)

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
