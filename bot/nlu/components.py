"""Trained Rasa components: thin wrappers that hand messages to the pure modules beside them."""

from __future__ import annotations

import json
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language
from spacy.tokens import Doc

from bot.nlu import linear_model
from bot.nlu.features import features_of
from bot.nlu.language import indonesian
from bot.nlu.linear_model import LinearModel
from bot.nlu.places import place_rows
from bot.paths import KNOWLEDGE

PLACES_FILE = "places.json"
SPACY_DOC = "text_spacy_doc"


def _read(message: Message, nlp: Language) -> Doc:
    """The message's document, made once for all components."""
    doc = message.get(SPACY_DOC)
    if doc is None:
        doc = nlp(message.get(TEXT))
        message.set(SPACY_DOC, doc)
    return doc


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class PlaceExtractor(GraphComponent, EntityExtractorMixin):
    """Finds countries and provinces by the names that knowledge/ lists, in any of their spellings."""

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, places: str
    ) -> None:
        """See `create`."""
        self._model_storage = model_storage
        self._resource = resource
        self._places = places
        self._nlp = indonesian(places)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PlaceExtractor:
        """Make an extractor from the present knowledge (see parent class)."""
        return cls(
            config, model_storage, resource, json.dumps(place_rows(KNOWLEDGE), ensure_ascii=False)
        )

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> PlaceExtractor:
        """Load the places that the model was trained with (see parent class)."""
        with model_storage.read_from(resource) as folder:
            places = (folder / PLACES_FILE).read_text(encoding="utf-8")
        return cls(config, model_storage, resource, places)

    def train(self, training_data: TrainingData) -> Resource:
        """Keep the places with the model, so that sentences are read as they were in training."""
        with self._model_storage.write_to(self._resource) as folder:
            (folder / PLACES_FILE).write_text(self._places, encoding="utf-8")
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add entities with label, value and offsets (see parent class)."""
        for message in messages:
            text = message.get(TEXT)
            if text:
                doc = _read(message, self._nlp)
                found = [
                    {
                        "entity": ent.label_,
                        "value": ent.ent_id_,
                        "start": ent.start_char,
                        "end": ent.end_char,
                    }
                    for ent in doc.ents
                ]
                message.set(
                    ENTITIES,
                    message.get(ENTITIES, []) + self.add_extractor_name(found),
                    add_to_output=True,
                )
        return messages


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(GraphComponent, IntentClassifier):
    """Intent by a linear model over words, word pairs and letter groups."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Defaults (see parent class)."""
        return {
            # inverse of the regularisation: larger follows the training sentences more closely
            "strength": 1.0,
            # factor on the margins before they become probabilities
            "sharpness": 10.0,
            # features seen in fewer sentences are dropped
            "min_count": 2,
            # repeatable training
            "random_seed": 7,
        }

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        places: str,
        model: LinearModel | None = None,
    ) -> None:
        """See `create`."""
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._places = places
        self._nlp = indonesian(places)
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LinearIntentClassifier:
        """Make an untrained classifier (see parent class)."""
        return cls(
            config, model_storage, resource, json.dumps(place_rows(KNOWLEDGE), ensure_ascii=False)
        )

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LinearIntentClassifier:
        """Load a trained classifier (see parent class)."""
        with model_storage.read_from(resource) as folder:
            places = (folder / PLACES_FILE).read_text(encoding="utf-8")
            return cls(config, model_storage, resource, places, LinearModel.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model on all sentences that have an intent (see parent class)."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        self._model = linear_model.fit(
            [features_of(self._nlp(example.get(TEXT))) for example in examples],
            [example.get(INTENT) for example in examples],
            strength=self._config["strength"],
            sharpness=self._config["sharpness"],
            min_count=self._config["min_count"],
            seed=self._config["random_seed"],
        )
        with self._model_storage.write_to(self._resource) as folder:
            self._model.save(folder)
            (folder / PLACES_FILE).write_text(self._places, encoding="utf-8")
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent and its ranking, unless a button already named the intent (see parent class)."""
        for message in messages:
            named = message.get(INTENT) or {}
            if named.get(INTENT_NAME_KEY) or self._model is None or message.get(TEXT) is None:
                continue
            ranking = [
                {INTENT_NAME_KEY: label, PREDICTED_CONFIDENCE_KEY: probability}
                for label, probability in self._model.predict(
                    features_of(_read(message, self._nlp))
                )
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages
