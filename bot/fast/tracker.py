"""Rasa's tracker, copied by what it holds rather than by applying all of its events again."""

from __future__ import annotations

from dataclasses import replace

from rasa.shared.core.events import Event
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker

from bot.fast.recent import REWRITES, STARTS


class QuickTracker(DialogueStateTracker):
    """A conversation as DialogueStateTracker has it.

    Rasa copies it for each action (MessageProcessor._run_action) and looks at all of its events once more before each message: both
    were a tenth of a turn.
    """

    def copy(self) -> QuickTracker:
        """A tracker of its own with the same events (see parent class)."""
        twin = QuickTracker.__new__(QuickTracker)
        twin.__dict__.update(vars(self))
        twin.events = self._create_events(self.events)
        twin.slots = {name: _twin(slot) for name, slot in self.slots.items()}
        if self.active_loop:
            twin.active_loop = replace(self.active_loop)
        # What a copy of the parent's lacks, for no event gives it.
        twin.model_id = twin.assistant_id = twin.sender_source = None
        return twin

    def applied_events(self) -> list[Event]:
        """The events that count (see parent class): all since the last start, unless one takes others back."""
        kinds = list(map(type, self.events))
        if not REWRITES.isdisjoint(kinds):
            return list(super().applied_events())
        events = list(self.events)
        for number in range(len(kinds) - 1, -1, -1):
            if kinds[number] in STARTS:
                return events[number + 1 :]
        return events


def _twin(slot: Slot) -> Slot:
    """What `copy.copy` makes of a slot, without its detours."""
    twin: Slot = object.__new__(type(slot))
    twin.__dict__.update(vars(slot))
    return twin
