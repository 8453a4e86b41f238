"""Rasa's message processor without work that leads to nothing here."""

from __future__ import annotations

from typing import Any

import rasa.core.agent
import rasa.core.policies.rule_policy
import rasa.core.processor
from rasa.core.actions.action import (
    Action,
    ActionBotResponse,
    ActionListen,
    ActionSessionStart,
    RemoteAction,
    action_for_name_or_text,
)
from rasa.core.channels.channel import OutputChannel
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.exceptions import ActionLimitReached
from rasa.shared.core.constants import (
    ACTION_VALIDATE_SLOT_MAPPINGS,
    MAPPING_TYPE,
    SlotMappingType,
)
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.fast.graph import OrderedGraphRunner

# They know nothing of a conversation.
_KEPT = (ActionBotResponse, ActionListen, ActionSessionStart, RemoteAction)


class LeanProcessor(MessageProcessor):
    """Answers what MessageProcessor answers."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Load the model (see parent class)."""
        super().__init__(*arguments, **named)
        self._actions: dict[str, Action] = {}
        self._extracts = may_extract(self.domain)

    def _get_action(self, action_name: str) -> Action:
        """The action of a name (see parent class), looked for once: Rasa makes twelve others anew each time."""
        action = self._actions.get(action_name)
        if action is None:
            action = action_for_name_or_text(action_name, self.domain, self.action_endpoint)
            if type(action) in _KEPT:
                self._actions[action_name] = action
        return action

    def predict_next_with_tracker_if_should(
        self, tracker: DialogueStateTracker
    ) -> tuple[Action, PolicyPrediction]:
        """What to do next (see parent class).

        Raises:
            ActionLimitReached: too much was done for one message.
        """
        goes_on = self.should_predict_another_action(tracker.latest_action_name)
        if self.is_action_limit_reached(tracker, goes_on):
            raise ActionLimitReached("The limit of actions to predict has been reached.")
        prediction = self._predict_next_with_tracker(tracker)
        name = self.domain.action_names_or_texts[prediction.max_confidence_index]
        return self._get_action(name), prediction

    async def run_action_extract_slots(
        self, output_channel: OutputChannel, tracker: DialogueStateTracker
    ) -> DialogueStateTracker:
        """Fill slots by their mappings (see parent class); nothing to do where only actions set slots."""
        if not self._extracts:
            return tracker
        return await super().run_action_extract_slots(output_channel, tracker)

    @staticmethod
    def _log_slots(tracker: DialogueStateTracker) -> None:
        """Nothing: the parent writes out all slots, with the messages in them, for a log that is not kept."""


def may_extract(domain: Domain) -> bool:
    """Whether ActionExtractSlots may do anything: not where each mapping leaves a slot to actions, and none looks at what was found."""
    if ACTION_VALIDATE_SLOT_MAPPINGS in domain.user_actions:
        return True
    return any(
        mapping.get(MAPPING_TYPE) != str(SlotMappingType.CUSTOM) or mapping.get("action")
        for slot in domain.slots
        for mapping in slot.mappings
    )


class _NoCopies:
    """Stands for the module `copy` where Rasa copies only what it hands to structlog at DEBUG, which is never printed (`bot.logs`)."""

    @staticmethod
    def deepcopy(value: Any) -> Any:
        return value


def use_lean_parts() -> None:
    """Have Rasa make its processor and its runner of these classes when it loads a model; it names them nowhere else."""
    rasa.core.agent.MessageProcessor = LeanProcessor
    rasa.core.processor.DaskGraphRunner = OrderedGraphRunner
    for module in (rasa.core.processor, rasa.core.policies.rule_policy):
        module.copy = _NoCopies
