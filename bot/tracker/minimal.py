"""What is stored of an event: enough to go on with the conversation, nothing that leads to somebody, nothing that Mawas said.

A process that has the conversation in memory goes on with it as it was said; whoever reads it from the store finds numbers covered.
"""

from __future__ import annotations

from typing import Any

from rasa.shared.core.events import BotUttered, Event, SlotSet, UserUttered

from bot.keeping.identifiers import all_covered

_BUTTONS = "buttons"
_UNDERSTOOD = "parse_data"
# Of what was understood: the only values that repeat words of the message.
_TEXTS = ("text", "entities")
# What Rasa notes of the model with every event.
_OF_MODEL = ("model_id", "assistant_id")


def minimal(event: Event) -> dict[str, Any]:
    """An event as it is stored, in Rasa's own form."""
    data: dict[str, Any] = event.as_dict()
    # Rasa makes none of a class below these (see `bot.tracker.shorten`).
    kind = type(event)
    if kind is BotUttered:
        # It repeats the person's words, and shows what was answered; only the buttons are asked for later.
        buttons = (data.get("data") or {}).get(_BUTTONS)
        metadata = {key: data["metadata"][key] for key in _OF_MODEL if key in data["metadata"]}
        return {**data, "text": None, "data": {_BUTTONS: buttons}, "metadata": metadata}
    if kind is SlotSet:
        return {**data, "value": all_covered(data["value"])}
    if kind is UserUttered:
        understood = data.get(_UNDERSTOOD) or {}
        texts = {key: all_covered(understood[key]) for key in _TEXTS if key in understood}
        return {
            **data,
            "text": all_covered(data.get("text")),
            _UNDERSTOOD: {**understood, **texts},
        }
    return data
