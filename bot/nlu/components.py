"""The Rasa components that find names and intents: thin wrappers that hand messages to the pure modules beside them."""

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
from spacy.tokens import Doc, Span

from actions.context import LANGUAGE, QUESTIONS
from actions.danger.noticed import DANGER, Noticed
from actions.decision import (
    CRISIS_SUSPECTED,
    OFFER,
    OUT_OF_SCOPE,
    Ranking,
    danger_in,
    is_crisis,
    with_danger,
)
from actions.language.features import features_of, words_of
from bot.nlu import linear_model
from bot.nlu.calm import CALM, calm_texts, without_calm
from bot.nlu.counted import counted, counted_example
from bot.nlu.danger import NOTICED
from bot.nlu.linear_model import Array, DangerScale, LinearModel, Prediction
from bot.nlu.questions import Margins, first_asked, questions_in
from bot.nlu.reader import READER, IndonesianReader, read
from bot.paths import KNOWLEDGE
from knowledge.catalogue import read_catalogue

# A single word ("kerja", "paspor") names a subject and asks nothing: better to offer what it may mean.
VAGUE_WORDS = 1
VAGUE_CAUTION = 0.5


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False, model_from=READER
)
class KnownEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Finds places, papers, institutions, jobs, amounts and ages, by the names in knowledge/ and by their form."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> KnownEntityExtractor:
        """Nothing to configure (see parent class)."""
        return cls()

    @classmethod
    def required_components(cls) -> list[type]:
        """Something must read the messages (see parent class)."""
        return [IndonesianReader]

    def process(self, messages: list[Message], model: Language) -> list[Message]:
        """Add entities with label, value and offsets (see parent class)."""
        for message in messages:
            text = message.get(TEXT)
            if text:
                doc = read(message, model)
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


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True, model_from=READER
)
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
            # whether to learn from messages that only resemble a cry for help, and belong to no intent
            "calm": False,
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
        classes: LinearModel | None = None,
    ) -> None:
        """See `create`."""
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._classes = classes
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
        return cls(config, model_storage, resource)

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
            return cls(config, model_storage, resource, LinearModel.load(folder))

    @classmethod
    def required_components(cls) -> list[type]:
        """Something must read the messages (see parent class)."""
        return [IndonesianReader]

    def train(self, training_data: TrainingData, model: Language) -> Resource:
        """Fit the model on all sentences that have an intent (see parent class)."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        intents = [example.get(INTENT) for example in examples]
        calm = [features_of(model(text)) for text in calm_texts()] if self._config["calm"] else []
        self._classes = linear_model.fit(
            [*(counted_example(example, model) for example in examples), *calm],
            [*intents, *([CALM] * len(calm))],
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
            self._classes.save(folder)
        return self._resource

    def process(self, messages: list[Message], model: Language) -> list[Message]:
        """Set intent, ranking and several questions, unless a button already named the intent (see parent class)."""
        for message in messages:
            named = message.get(INTENT) or {}
            if named.get(INTENT_NAME_KEY) or self._classes is None or message.get(TEXT) is None:
                continue
            prediction, questions = self._understood(self._classes, message, model)
            if questions:
                message.set(QUESTIONS, [name for name, _ in questions], add_to_output=True)
            ranking = [
                {INTENT_NAME_KEY: label, PREDICTED_CONFIDENCE_KEY: probability}
                for label, probability in prediction
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _understood(
        self, classes: LinearModel, message: Message, nlp: Language
    ) -> tuple[Ranking, Ranking]:
        """All intents of a message, most probable first, and its questions when there are several; danger is noted with it."""
        doc = read(message, nlp)
        scores = classes.scores(counted(message, nlp))
        prediction = without_calm(classes.ranking(scores))
        if prediction[0][0] in self._topics and len(words_of(doc)) <= VAGUE_WORDS:
            prediction = without_calm(classes.ranking(scores, VAGUE_CAUTION))
        noticed: Noticed | None = message.get(NOTICED)
        if noticed is not None:
            prediction = with_danger(prediction, noticed)
            danger = danger_in(prediction, noticed)
            message.set(DANGER, danger.as_dict() if danger else None, add_to_output=True)
        if _tells_of_danger(prediction) or prediction[0][0] in (OFFER, OUT_OF_SCOPE):
            return prediction, []
        questions = self._questions(classes, doc, scores)
        return (first_asked(prediction, questions) if questions else prediction), questions

    def _questions(self, classes: LinearModel, doc: Doc, scores: Array) -> Prediction:
        """Topics asked about, each as probable as by itself, when there are several."""

        def margins_of(piece: Span) -> Margins:
            return classes.margins(classes.scores(features_of(piece)))

        found = questions_in(doc, classes.margins(scores), margins_of, self._topics.__contains__)
        return [
            (each.topic, dict(classes.predict(features_of(each.piece)))[each.topic])
            for each in found
        ]


def _tells_of_danger(prediction: Ranking) -> bool:
    danger = sum(probability for label, probability in prediction if is_crisis(label))
    return danger >= CRISIS_SUSPECTED
