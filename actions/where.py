"""Where inside a country somebody is: from the message, else as remembered."""

from __future__ import annotations

from actions.context import COUNTRY, PLACE, TurnContext
from knowledge.places import place_in
from knowledge.store import Store


def place_of(store: Store, turn: TurnContext) -> str | None:
    """The town or state that is known, as the record of the country writes it.

    One that was named before is forgotten when another country is named, and kept when the message names the country alone.
    """
    code = turn.remembered_country
    country = store.country(code) if code else None
    if country is None:
        return None
    named = place_in(turn.text, country)
    if named:
        return named.name
    return turn.slots.get(PLACE) if code == turn.slots.get(COUNTRY) else None
