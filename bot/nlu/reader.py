"""The Rasa component that reads messages for all others, and the document that they share."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.language import Language
from spacy.tokens import Doc

from actions.language.lexicon import lexicon
from actions.language.pipeline import indonesian
from actions.language.tokens import ChatIndonesian
from bot.paths import KNOWLEDGE, SENTENCES

LEXICON_FILE = "lexicon.json"
SPACY_DOC = "text_spacy_doc"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MODEL_LOADER, is_trainable=False)
class IndonesianReader(GraphComponent):
    """Gives the other components the pipeline that reads messages; the model carries its lexicon once."""

    def __init__(self, lexicon: str) -> None:
        """See `create`."""
        self._nlp = indonesian(lexicon)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IndonesianReader:
        """Compile the present knowledge, and keep it with the model: sentences are read later as in training (see parent class)."""
        words = lexicon(KNOWLEDGE, SENTENCES)
        with model_storage.write_to(resource) as folder:
            (folder / LEXICON_FILE).write_text(words, encoding="utf-8")
        return cls(words)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IndonesianReader:
        """Load the lexicon that the model was trained with (see parent class)."""
        with model_storage.read_from(resource) as folder:
            return cls((folder / LEXICON_FILE).read_text(encoding="utf-8"))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Something else each time (see parent class).

        `mawas rasa train` leaves out what it did before; a model without a lexicon could not be loaded, and knowledge/ is not seen by Rasa.
        """
        return uuid4().hex

    def provide(self) -> ChatIndonesian:
        """The pipeline."""
        return self._nlp


# What reads messages; Rasa hands its pipeline to `train` and `process` as `model`.
READER = IndonesianReader.__name__


def read(message: Message, nlp: Language) -> Doc:
    """The message's document, made once for all components."""
    doc = message.get(SPACY_DOC)
    if doc is None:
        doc = nlp(message.get(TEXT))
        message.set(SPACY_DOC, doc)
    return doc
