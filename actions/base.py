"""What all our actions share: a name, the store, and the reading of the turn."""

from __future__ import annotations

from typing import Any, Protocol

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import CITED, COUNTRY, COVERED, PENDING, PLACE, PROVINCE, UNSURE, TurnContext
from actions.render.bubbles import Answer
from actions.where import place_of
from knowledge.store import Store

Events = list[dict[str, Any]]


class Talk(Protocol):
    """Something that is talked about over several messages and looks at each, whatever its intent (chain: actions/talks.py)."""

    def before(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]] | None:
        """The answer to a message that belongs to it; None for any other."""

    def after(
        self, turn: TurnContext, answer: Answer, slots: dict[str, Any]
    ) -> tuple[Answer, dict[str, Any]]:
        """The answer of an action to any other message, with what goes on below it."""


class StoreAction(Action):
    """An action that answers from the knowledge store.

    A subclass names itself in NAME and returns an answer and the slots to set; sending, citing and remembering
    places is done here once.
    """

    NAME = ""

    def __init__(self, store: Store, talk: Talk | None = None) -> None:
        """Keep the store.

        Args:
            store: where records are read.
            talk: what looks at each message before and after the action.
        """
        self.store = store
        self._talk = talk

    def name(self) -> str:
        """Name in the domain (see parent class)."""
        return self.NAME

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """The reply (never empty) and slots to set besides the common ones."""
        raise NotImplementedError

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        """Answer, then remember places, what was cited, and that nothing of ours is open (see parent class)."""
        turn = TurnContext.of(tracker)
        taken = self._talk.before(turn) if self._talk else None
        answer, slots = taken or self.answer(turn)
        if self._talk and not taken:
            answer, slots = self._talk.after(turn, answer, slots)
        answer.send(dispatcher)
        common = {
            COUNTRY: turn.remembered_country,
            PROVINCE: turn.remembered_province,
            PLACE: place_of(self.store, turn),
            PENDING: None,
            UNSURE: None,
            COVERED: None,
        }
        if answer.sources:
            common[CITED] = list(answer.sources)  # type: ignore[assignment]
        return [SlotSet(name, value) for name, value in {**common, **slots}.items()]
