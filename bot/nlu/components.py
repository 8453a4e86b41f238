"""Trained Rasa components: thin wrappers that hand messages to the pure modules beside them."""

from __future__ import annotations

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

from actions.context import LANGUAGE, QUESTIONS
from actions.decision import CRISIS_SUSPECTED, OUT_OF_SCOPE, is_crisis
from actions.language.lexicon import lexicon
from actions.language.pipeline import indonesian
from bot.nlu import linear_model
from bot.nlu.features import features_of, words_of
from bot.nlu.linear_model import DangerScale, LinearModel, Prediction
from bot.nlu.questions import first_asked, questions_in
from bot.paths import KNOWLEDGE, SENTENCES
from knowledge.catalogue import read_catalogue

LEXICON_FILE = "lexicon.json"
SPACY_DOC = "text_spacy_doc"
# A pasted offer and a message outside the subject are full of clauses that resemble questions.
ONE_MATTER = frozenset({"kirim_lowongan", OUT_OF_SCOPE})
# A single word ("kerja", "paspor") names a subject and asks nothing: better to offer what it may mean.
VAGUE_WORDS = 1
VAGUE_CAUTION = 0.5


def _read(message: Message, nlp: Language) -> Doc:
    """The message's document, made once for all components."""
    doc = message.get(SPACY_DOC)
    if doc is None:
        doc = nlp(message.get(TEXT))
        message.set(SPACY_DOC, doc)
    return doc


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class KnownEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Finds places, papers, institutions, jobs, amounts and ages, by the names in knowledge/ and by their form."""

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, lexicon: str
    ) -> None:
        """See `create`."""
        self._model_storage = model_storage
        self._resource = resource
        self._lexicon = lexicon
        self._nlp = indonesian(lexicon)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> KnownEntityExtractor:
        """Make an extractor from the present knowledge (see parent class)."""
        return cls(config, model_storage, resource, lexicon(KNOWLEDGE, SENTENCES))

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> KnownEntityExtractor:
        """Load the lexicon that the model was trained with (see parent class)."""
        with model_storage.read_from(resource) as folder:
            words = (folder / LEXICON_FILE).read_text(encoding="utf-8")
        return cls(config, model_storage, resource, words)

    def train(self, training_data: TrainingData) -> Resource:
        """Keep the lexicon with the model, so that sentences are read as they were in training."""
        with self._model_storage.write_to(self._resource) as folder:
            (folder / LEXICON_FILE).write_text(self._lexicon, encoding="utf-8")
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
                language = doc.user_data.get(LANGUAGE)
                if language:
                    words = [language["greeting"], language["answer_note"]]
                    noted = {"code": language["id"], "greeting": " ".join(filter(None, words))}
                    message.set(LANGUAGE, noted, add_to_output=True)
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
            # how the probability of danger follows from all danger intents together and from the danger detector
            "danger_intents": 1.0,
            "danger_detector": 2.0,
            "danger_offset": 0.0,
            # added to the margin of messages outside the subject: what people may ask beside it has no end
            "outside_bonus": 0.0,
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
        lexicon: str,
        model: LinearModel | None = None,
    ) -> None:
        """See `create`."""
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._lexicon = lexicon
        self._nlp = indonesian(lexicon)
        self._model = model
        self._topics = frozenset(read_catalogue(KNOWLEDGE).topics)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LinearIntentClassifier:
        """Make an untrained classifier (see parent class)."""
        return cls(config, model_storage, resource, lexicon(KNOWLEDGE, SENTENCES))

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
            words = (folder / LEXICON_FILE).read_text(encoding="utf-8")
            return cls(config, model_storage, resource, words, LinearModel.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model on all sentences that have an intent (see parent class)."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        intents = [example.get(INTENT) for example in examples]
        self._model = linear_model.fit(
            [features_of(self._nlp(example.get(TEXT))) for example in examples],
            intents,
            frozenset(filter(is_crisis, intents)),
            strength=self._config["strength"],
            sharpness=self._config["sharpness"],
            scale=DangerScale(
                self._config["danger_intents"],
                self._config["danger_detector"],
                self._config["danger_offset"],
            ),
            min_count=self._config["min_count"],
            bonus={OUT_OF_SCOPE: self._config["outside_bonus"]},
            seed=self._config["random_seed"],
        )
        with self._model_storage.write_to(self._resource) as folder:
            self._model.save(folder)
            (folder / LEXICON_FILE).write_text(self._lexicon, encoding="utf-8")
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent, ranking and several questions, unless a button already named the intent (see parent class)."""
        for message in messages:
            named = message.get(INTENT) or {}
            if named.get(INTENT_NAME_KEY) or self._model is None or message.get(TEXT) is None:
                continue
            doc = _read(message, self._nlp)
            features = features_of(doc)
            prediction = self._model.predict(features)
            if prediction[0][0] in self._topics and len(words_of(doc)) <= VAGUE_WORDS:
                prediction = self._model.predict(features, VAGUE_CAUTION)
            questions = self._questions(self._model, doc, prediction)
            if questions:
                prediction = first_asked(prediction, questions)
                message.set(QUESTIONS, [name for name, _ in questions], add_to_output=True)
            ranking = [
                {INTENT_NAME_KEY: label, PREDICTED_CONFIDENCE_KEY: probability}
                for label, probability in prediction
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _questions(self, model: LinearModel, doc: Doc, prediction: Prediction) -> Prediction:
        """Topics asked about, when there are several; none in a message that tells of danger, is an offer or outside the subject."""
        danger = sum(probability for label, probability in prediction if is_crisis(label))
        if danger >= CRISIS_SUSPECTED or prediction[0][0] in ONE_MATTER:
            return []

        def best(text: str) -> tuple[str, float]:
            return model.predict(features_of(self._nlp(text)))[0]

        return questions_in(doc, prediction, best, self._topics.__contains__)
