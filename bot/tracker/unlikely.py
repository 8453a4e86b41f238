"""Leaves out of a stored message what nobody will ask it for: the intents that it almost certainly does not mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa.shared.core.events import Event, UserUttered

from actions.decision import is_crisis

# Of ninety intents a handful are likelier than this; the ranking is nine tenths of what Rasa keeps of a message.
_LEAST_LIKELY = 1e-4
_RANKING = "intent_ranking"


def drop_unlikely(events: Iterable[Event]) -> None:
    """Shorten the rankings of messages that were answered.

    Every danger stays, however unlikely: they are weighed together when a later message makes us look at this one again.
    """
    for event in events:
        if isinstance(event, UserUttered):
            _shorten(event)


def _shorten(event: UserUttered) -> None:
    ranking: list[dict[str, Any]] = event.parse_data.get(_RANKING) or []
    kept = [row for row in ranking if row["confidence"] >= _LEAST_LIKELY or is_crisis(row["name"])]
    if len(kept) < len(ranking):
        event.parse_data = {**event.parse_data, _RANKING: kept}
