"""The tracker that is copied quickly is Rasa's."""

from __future__ import annotations

import pytest
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity

from bot.conversation import Conversation
from bot.fast.tracker import QuickTracker
from tests.bot.fast.random_talks import random_talk, said

TALKS = 200


def state(tracker: DialogueStateTracker) -> dict[str, object]:
    """All that a tracker holds."""
    slots = {name: vars(slot) for name, slot in tracker.slots.items()}
    return {
        **{name: value for name, value in vars(tracker).items() if name != "slots"},
        "slots": slots,
        "state": tracker.current_state(EventVerbosity.ALL),
        "applied": tracker.applied_events(),
    }


@pytest.mark.parametrize("part", range(4))
def test_a_copy_is_what_rasa_copies(conversation: Conversation, part: int) -> None:
    domain = conversation._agent.domain
    for seed in range(part, TALKS, 4):
        events = random_talk(seed, domain)
        quick, rasas = (
            kind.from_events("s", events, domain.slots, sender_source="file")
            for kind in (QuickTracker, DialogueStateTracker)
        )
        quick.model_id = rasas.model_id = "m"
        assert state(quick) == state(rasas), seed
        assert state(quick.copy()) == state(rasas.copy()), seed


def test_a_copy_is_on_its_own(conversation: Conversation) -> None:
    domain = conversation._agent.domain
    first = QuickTracker.from_events("s", random_talk(7, domain), domain.slots)
    before = state(first.copy())
    twin = first.copy()
    twin.update(SlotSet("topik", "lain"))
    twin.update(said("kuis"))
    twin.change_loop_to("action_unsure")
    assert state(first.copy()) == before
    assert isinstance(twin.events[-1], UserUttered)
