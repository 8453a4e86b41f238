"""The end of a conversation, which has the same last states as all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionReverted,
    ActiveLoop,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

# Here classes are compared, not asked for by isinstance: events have an abstract class, whose __instancecheck__ is Python, and Rasa makes
# none of a class below these.

# Events that change what others before them did (DialogueStateTracker.applied_events).
REWRITES = frozenset({ActionReverted, UserUtteranceReverted, ActiveLoop})
# Nothing before these counts any more.
STARTS = frozenset({Restarted, SessionStarted})


class RecentTracker(DialogueStateTracker):
    """The end of a conversation, for those who ask for its last states."""

    def __init__(self, sender_id: str, ended: Sequence[Event], states: int) -> None:
        """Keep the last events, and how many states are wanted."""
        # No slot: none that is left out shows in a state.
        super().__init__(sender_id, ())
        self._ended = ended
        self._states = states

    def generate_all_prior_trackers(self) -> Iterator[tuple[DialogueStateTracker, bool]]:
        """The tracker before each of the last actions, and at the end (see parent class): the same one, which goes on."""
        actions = sum(type(event) is ActionExecuted for event in self._ended)
        for event in self._ended:
            if type(event) is ActionExecuted:
                if actions < self._states:
                    yield self, event.hide_rule_turn
                actions -= 1
            if type(event) is not SlotSet:
                self.update(event)
        yield self, False


def recent(
    tracker: DialogueStateTracker, domain: Domain, states: int
) -> DialogueStateTracker | None:
    """The end of a conversation; None where an event, a loop or a slot may reach further back.

    A state is what stands before an action: the last message and the last action, besides slots and loops
    (Domain.states_for_tracker_history).

    Args:
        tracker: the conversation.
        domain: its slots.
        states: how many of the last states are wanted.
    """
    if not REWRITES.isdisjoint(map(type, tracker.events)):
        return None
    if any(slot.influence_conversation for slot in domain.slots):
        return None
    return RecentTracker(tracker.sender_id, _end_of(list(tracker.events), states), states)


def _end_of(events: list[Event], states: int) -> list[Event]:
    """The last events: those of so many states, and before them the message that the first of them shows, from the action before it."""
    actions, has_message = 0, False
    for number in range(len(events) - 1, -1, -1):
        event = events[number]
        if type(event) in STARTS:
            return events[number + 1 :]
        if type(event) is ActionExecuted:
            actions += 1
            if has_message:
                # How a message is read depends on the action before it (DefinePrevUserUtteredFeaturization.apply_to).
                return events[number:]
        # Before the action at which the first of the states ends.
        elif type(event) is UserUttered and actions >= states - 1:
            has_message = True
    return events
