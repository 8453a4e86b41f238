"""A long conversation is kept short without losing what it had come to."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.core.events import (
    ActionExecuted,
    AllSlotsReset,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker

from actions.said import MESSAGES_READ, SAID, messages_of
from bot.tracker.shorten import KEPT_TURNS, MOST_TURNS, shortened

SLOTS = [AnySlot(name, mappings=[], influence_conversation=False) for name in ("a", "b", SAID)]


def start(at: float = 0.0) -> list[Event]:
    return [ActionExecuted("action_session_start", timestamp=at), SessionStarted(timestamp=at)]


def turn(number: int, *slots: tuple[str, Any], **understood: Any) -> list[Event]:
    parsed = {
        "intent": {"name": "halo"},
        "intent_ranking": [
            {"name": "halo", "confidence": 0.9},
            {"name": "kuis", "confidence": 0.001},
        ],
        **understood,
    }
    at = float(number)
    return [
        ActionExecuted("action_listen", timestamp=at),
        UserUttered(f"pesan {number}", parse_data=parsed, message_id=f"m{number}", timestamp=at),
        *(SlotSet(name, value, timestamp=at) for name, value in slots),
        BotUttered(f"jawaban {number}", timestamp=at),
    ]


def turns(count: int, *slots: tuple[str, Any]) -> list[Event]:
    """A conversation; its first turn sets slots."""
    events = start() + turn(1, *slots)
    for number in range(2, count + 1):
        events += turn(number)
    return [*events, ActionExecuted("action_listen", timestamp=float(count))]


def tracker(events: list[Event]) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("s", events, SLOTS)


def said(events: list[Event]) -> list[str]:
    found = messages_of(
        [event.as_dict() for event in events], tracker(events).current_slot_values()
    )
    return [message.id for message in found]


def test_a_short_conversation_stays_as_it_is() -> None:
    assert shortened(turns(MOST_TURNS)) is None


def test_a_long_one_keeps_its_last_turns_whole_and_the_slots() -> None:
    long = turns(MOST_TURNS + 1, ("a", {"x": 1}), ("b", "left"))
    short = shortened(long)
    assert short is not None
    assert [event.text for event in short if isinstance(event, UserUttered)] == [
        f"pesan {number}" for number in range(MOST_TURNS + 2 - KEPT_TURNS, MOST_TURNS + 2)
    ]
    tail = len(short) - next(n for n, event in enumerate(short) if isinstance(event, UserUttered))
    assert short[-tail:] == long[-tail:]
    slots = tracker(short).current_slot_values()
    assert (slots["a"], slots["b"]) == ({"x": 1}, "left")


def test_rasa_goes_on_as_from_the_long_one() -> None:
    long = turns(MOST_TURNS + 1, ("a", 1))
    short = shortened(long) or []
    before, after = tracker(long), tracker(short)
    assert after.latest_action_name == before.latest_action_name == "action_listen"
    assert after.latest_message == before.latest_message
    assert shortened(short) is None


def test_all_messages_are_still_known_in_their_order() -> None:
    long = turns(MOST_TURNS + 1)
    assert said(shortened(long) or []) == said(long)


def test_a_slot_that_was_emptied_stays_empty() -> None:
    events = start() + turn(1, ("a", 1)) + turn(2, ("a", None)) + turn(3, ("b", 2))
    events += [AllSlotsReset(timestamp=3.5)]
    for number in range(4, MOST_TURNS + 3):
        events += turn(number)
    slots = tracker(shortened(events) or []).current_slot_values()
    assert (slots["a"], slots["b"]) == (None, None)


def test_an_earlier_session_is_left_behind() -> None:
    events = turns(MOST_TURNS + 1, ("a", 1)) + start(100.0) + turn(101)
    short = shortened(events) or []
    assert said(short) == ["m101"]
    assert tracker(short).get_slot("a") is None
    assert shortened(short) is None


@pytest.mark.parametrize("times", [1, 2, 20])
def test_it_never_grows_however_often_it_is_shortened(times: int) -> None:
    events = turns(MOST_TURNS)
    for number in range(MOST_TURNS + 1, MOST_TURNS + 1 + times * MOST_TURNS):
        events += turn(number)
        events = shortened(events) or events
    assert sum(isinstance(event, UserUttered) for event in events) <= MOST_TURNS
    assert len(tracker(events).get_slot(SAID) or []) <= MESSAGES_READ


def test_a_message_that_a_slot_refers_to_is_kept_however_old() -> None:
    events = turns(1, ("a", {"messages": ["m1"], "answers": [{"message": "m3"}]}))
    for number in range(2, 2 * MESSAGES_READ + MOST_TURNS):
        events += turn(number)
        events = shortened(events) or events
    ids = [row["id"] for row in tracker(events).get_slot(SAID)]
    assert ids[:2] == ["m1", "m3"]
    assert "m2" not in ids


def test_of_an_earlier_message_what_is_likely_stays() -> None:
    long = turns(MOST_TURNS + 1)
    rows = tracker(shortened(long) or []).get_slot(SAID)
    assert rows[0] == {
        "id": "m1",
        "text": "pesan 1",
        "intent": "halo",
        "at": 1.0,
        "ranking": [["halo", 0.9]],
        "language": None,
    }
