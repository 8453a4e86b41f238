"""Keeps a conversation short: its last turns as they were, and before them what it had come to.

Rasa reads, copies, and replays all events of a conversation several times a turn, so a turn costs what the conversation is long. The
events before the last turns are replaced by the slots that they had set; the person's messages in them become rows of one slot
(`actions.said`), for offers and reports refer to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import (
    ActionExecuted,
    AllSlotsReset,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)

from actions.said import MESSAGES_READ, SAID, Message

# Turns that stay whole, and how many there may be before the conversation is shortened to them again.
KEPT_TURNS = 3
MOST_TURNS = 6
# Of an earlier message: less likely meanings are not asked for any more.
_LIKELY = 0.01
# Classes are compared: isinstance is slow for events, which have an abstract class, and Rasa makes none of a class below these.
_RESETS = (SessionStarted, Restarted, AllSlotsReset)


def shortened(events: Sequence[Event]) -> list[Event] | None:
    """The events of a conversation that has become long, shortened; None while it is short.

    Args:
        events: all of a conversation, between two turns.
    """
    start = _session_start(events)
    turns = [
        number
        for number, event in enumerate(events)
        if number >= start and type(event) is UserUttered
    ]
    if len(turns) <= MOST_TURNS:
        # What was said in an earlier session is nothing to this one.
        return list(events[start:]) if start else None
    cut = turns[-KEPT_TURNS]
    head, tail = events[start:cut], events[cut:]
    slots = _slots_after(head)
    said = [
        *(slots.pop(SAID, None) or ()),
        *(_row(event) for event in head if type(event) is UserUttered),
    ]
    after = {**slots, **_slots_after(tail)}
    at = tail[0].timestamp
    return [
        *(event for event in head if _starts_session(event)),
        SlotSet(SAID, _worth_keeping(said, after), timestamp=at),
        *(SlotSet(name, value, timestamp=at) for name, value in slots.items()),
        ActionExecuted(ACTION_LISTEN_NAME, timestamp=at),
        *tail,
    ]


def _session_start(events: Sequence[Event]) -> int:
    """Where the last session starts."""
    for number in range(len(events) - 1, -1, -1):
        event = events[number]
        if type(event) is ActionExecuted and event.action_name == ACTION_SESSION_START_NAME:
            return number
    return 0


def _starts_session(event: Event) -> bool:
    return type(event) is SessionStarted or (
        type(event) is ActionExecuted and event.action_name == ACTION_SESSION_START_NAME
    )


def _slots_after(events: Iterable[Event]) -> dict[str, Any]:
    """Slots that events leave set."""
    slots: dict[str, Any] = {}
    for event in events:
        if type(event) in _RESETS:
            slots.clear()
        elif type(event) is SlotSet:
            slots[event.key] = event.value
    return {name: value for name, value in slots.items() if value is not None}


def _row(event: UserUttered) -> dict[str, Any]:
    row = Message.of_event(event.as_dict()).as_row()
    row["ranking"] = [pair for pair in row["ranking"] if pair[1] >= _LIKELY]
    return row


def _worth_keeping(
    said: Sequence[dict[str, Any]], slots: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The latest messages, and older ones that a slot refers to."""
    names = set(_strings(slots))
    latest = len(said) - MESSAGES_READ
    return [row for number, row in enumerate(said) if number >= latest or row["id"] in names]


def _strings(value: Any) -> Iterator[str]:
    """Every string in nested values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(_strings, value.values()))
    elif isinstance(value, (list, tuple)):
        yield from chain.from_iterable(map(_strings, value))
