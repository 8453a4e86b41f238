"""Untrained Rasa components that overrule the classifier: messages too short for it, and answers too unsure."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
)
from rasa.shared.nlu.training_data.message import Message

from actions.danger.noticed import DANGER, PHRASE, Danger
from actions.decision import CRISIS_SUSPECTED, Kind, decide
from bot.nlu.components import KnownEntityExtractor
from bot.nlu.follow_up import is_call_for_help, short_intent
from bot.nlu.reader import SPACY_DOC

# A bare call for help leads to the question about danger; this is the danger that the question is about.
CALL_FOR_HELP = "darurat_disekap"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class FollowUpDetector(GraphComponent, IntentClassifier):
    """Decides messages that are only a place or a letter, whatever the classifier thinks of them."""

    @classmethod
    def required_components(cls) -> list[type]:
        """Places must have been found before (see parent class)."""
        return [KnownEntityExtractor]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FollowUpDetector:
        """Nothing to configure (see parent class)."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Put what was decided first in the ranking (see parent class)."""
        for message in messages:
            doc = message.get(SPACY_DOC)
            if doc is None:
                continue
            name, confidence = short_intent(doc), 1.0
            if name is None and is_call_for_help(doc):
                name, confidence = CALL_FOR_HELP, CRISIS_SUSPECTED
            if name:
                message.set(DANGER, _call(name), add_to_output=True)
                found = {INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: confidence}
                message.set(INTENT, found, add_to_output=True)
                message.set(INTENT_RANKING_KEY, [found], add_to_output=True)
        return messages


def _call(name: str) -> dict[str, Any] | None:
    """The danger that a bare call for help is asked about; none where a message is only a place or a letter."""
    return Danger(name, False, False, PHRASE).as_dict() if name == CALL_FOR_HELP else None


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class IntentGate(GraphComponent, IntentClassifier):
    """Hands messages that were not understood well enough to `nlu_fallback`; the rules are in actions/decision.py."""

    @classmethod
    def required_components(cls) -> list[type]:
        """A classifier must come before (see parent class)."""
        return [IntentClassifier]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentGate:
        """Nothing to configure (see parent class)."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Replace the intent where the decision is not to answer; the ranking stays for the action to read."""
        for message in messages:
            ranking = message.get(INTENT_RANKING_KEY) or []
            decision = decide(
                [(row[INTENT_NAME_KEY], row[PREDICTED_CONFIDENCE_KEY]) for row in ranking]
            )
            if ranking and decision.kind is not Kind.ANSWER:
                message.set(
                    INTENT,
                    {
                        INTENT_NAME_KEY: DEFAULT_NLU_FALLBACK_INTENT_NAME,
                        PREDICTED_CONFIDENCE_KEY: ranking[0][PREDICTED_CONFIDENCE_KEY],
                    },
                    add_to_output=True,
                )
        return messages
