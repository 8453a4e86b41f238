"""Acts on danger: contacts and steps at once, or one closed question when it is not certain."""

from __future__ import annotations

from typing import Any

from actions.base import StoreAction
from actions.context import (
    ASKED_DANGER,
    COUNTRY,
    CRISIS,
    FOR_OTHER,
    PENDING,
    TOPIC,
    TurnContext,
    says_in_indonesia,
)
from actions.dates import today
from actions.render.bubbles import Answer
from actions.render.crisis import CrisisAnswer
from actions.where import place_of
from knowledge.store import Store


class RespondToCrisis(StoreAction):
    """The intent names the danger."""

    NAME = "action_crisis"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """The protocol for the danger (see parent class)."""
        return crisis_protocol(self.store, turn.intent, turn)


def crisis_answer(store: Store, crisis_id: str, turn: TurnContext) -> CrisisAnswer:
    """The answer builder for a danger, in the country that is known.

    A country that was only talked about before the danger may be where somebody wanted to go, and of two countries in a message
    ("dijanjikan ke Thailand, dibawa ke Myanmar") either may be where they are, so it is asked about all the same.
    """
    crisis = store.crisis(crisis_id)
    if crisis is None:
        raise LookupError(f"no crisis record {crisis_id}")
    country = store.country(turn.remembered_country) if turn.remembered_country else None
    if not turn.countries and not turn.slots.get(CRISIS):
        # A country that was asked about before is where somebody wanted to go, not where they are.
        country = None
    place = place_of(store, turn) if country else None
    return CrisisAnswer(store, crisis, country, today(), _assumes_country(turn), place)


def _assumes_country(turn: TurnContext) -> bool:
    """True while it was not said where the danger is; whether a country is remembered does not matter."""
    begins = not turn.slots.get(CRISIS) or turn.pending == ASKED_DANGER
    return len(turn.countries) > 1 or (begins and not turn.countries)


def crisis_protocol(
    store: Store, crisis_id: str, turn: TurnContext
) -> tuple[Answer, dict[str, Any]]:
    """Contacts and steps; the danger takes the place of the topic that was talked about."""
    if turn.slots.get(CRISIS) and says_in_indonesia(turn.text):
        return crisis_contacts(store, str(turn.slots[CRISIS]), turn)
    answer = crisis_answer(store, crisis_id, turn).protocol(turn.danger_to_other)
    slots = {CRISIS: crisis_id, FOR_OTHER: turn.danger_to_other, TOPIC: None}
    # A guess must not count as known in the next turn. After the danger question the country may come from the message that
    # led to the question, so there it stays.
    if _assumes_country(turn) and turn.pending != ASKED_DANGER:
        slots[COUNTRY] = None
    return answer, slots


def crisis_contacts(
    store: Store, crisis_id: str, turn: TurnContext
) -> tuple[Answer, dict[str, Any]]:
    """Contacts inside a running danger; in Indonesia its own lines, and the country that was talked about is forgotten."""
    answer = crisis_answer(store, crisis_id, turn)
    if turn.in_indonesia:
        return answer.in_indonesia(says_in_indonesia(turn.text)), {CRISIS: crisis_id, COUNTRY: None}
    return answer.contacts_only(turn.danger_to_other), {CRISIS: crisis_id}


def ask_about_danger(
    store: Store, crisis_id: str, turn: TurnContext
) -> tuple[Answer, dict[str, Any]]:
    """The closed question, and the danger it is about."""
    return crisis_answer(store, crisis_id, turn).question(turn.danger_to_other), {
        CRISIS: crisis_id,
        PENDING: ASKED_DANGER,
        FOR_OTHER: turn.danger_to_other,
    }
