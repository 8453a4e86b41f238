"""The Rasa component that notices danger before anything else is understood; it hands messages to actions/danger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language

from actions.danger import kept
from actions.danger.detector import DangerDetector
from actions.danger.noticed import DANGER
from actions.danger.phrases import rules_of, told_dangers
from actions.danger.training import Lesson, Row, fit, lessons_of_words, own_lesson
from actions.decision import by_words, is_crisis
from actions.language.features import features_of
from actions.screening.phrases import PhraseRules
from actions.screening.reading import reading_of
from bot.nlu.calm import calm_texts
from bot.nlu.counted import counted, counted_example, take_reading
from bot.nlu.reader import READER, IndonesianReader, read
from bot.paths import KNOWLEDGE
from knowledge.load import load
from knowledge.model import Crisis

# Key of a message for the classifier of intents: the `Noticed` of its words.
NOTICED = "noticed_danger"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True, model_from=READER
)
class DangerNoticer(GraphComponent):
    """Notices danger by the phrases of knowledge/crisis and by what was learned; the model carries the phrases."""

    def __init__(
        self,
        model_storage: ModelStorage,
        resource: Resource,
        detector: DangerDetector | None = None,
    ) -> None:
        """See `create`."""
        self._model_storage = model_storage
        self._resource = resource
        self._detector = detector

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DangerNoticer:
        """Make an untrained component (see parent class)."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> DangerNoticer:
        """Load what was trained, with the phrases that it was trained with (see parent class)."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, kept.load(folder))

    @classmethod
    def required_components(cls) -> list[type]:
        """Something must read the messages (see parent class)."""
        return [IndonesianReader]

    def train(self, training_data: TrainingData, model: Language) -> Resource:
        """Learn from the sentences of all intents, the words of editors and calm texts (see parent class)."""
        dangers = list(load(KNOWLEDGE).knowledge.crisis.values())
        phrases = rules_of(dangers)
        ids = sorted(
            {danger.id for danger in dangers} | set(filter(is_crisis, training_data.intents))
        )
        rows = [*_of_sentences(training_data, model, phrases), *_of_words(dangers, model, phrases)]
        self._detector = fit(rows, ids, phrases)
        with self._model_storage.write_to(self._resource) as folder:
            kept.save(self._detector, dangers, folder)
        return self._resource

    def process(self, messages: list[Message], model: Language) -> list[Message]:
        """Note what the words tell of danger, and the danger itself where they are enough (see parent class)."""
        for message in messages:
            named = message.get(INTENT) or {}
            if named.get(INTENT_NAME_KEY) or self._detector is None or not message.get(TEXT):
                continue
            reading = reading_of(read(message, model))
            if not reading.norms:
                continue
            noticed = self._detector.notice(reading, counted(message, model))
            message.set(NOTICED, noticed)
            danger = by_words(noticed)
            if danger:
                message.set(DANGER, danger.as_dict(), add_to_output=True)
        return messages


def _of_sentences(
    training_data: TrainingData, nlp: Language, phrases: PhraseRules
) -> Iterator[Row]:
    for message in training_data.intent_examples:
        text, intent = message.get(TEXT), message.get(INTENT)
        if text:
            about = (message.get("metadata") or {}).get("intent") or {}
            is_danger = is_crisis(intent)
            lesson = own_lesson(text, intent, about.get("for_other")) if is_danger else Lesson(text)
            counts = counted_example(message, nlp)
            yield Row(lesson, counts, list(told_dangers(phrases, take_reading(message, nlp))))


def _of_words(dangers: list[Crisis], nlp: Language, phrases: PhraseRules) -> Iterator[Row]:
    for lesson in [*lessons_of_words(dangers), *map(Lesson, calm_texts())]:
        doc = nlp(lesson.text)
        yield Row(lesson, features_of(doc), list(told_dangers(phrases, reading_of(doc))))
