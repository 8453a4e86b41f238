"""Features of a message or a training sentence, counted once for all components that look at them."""

from __future__ import annotations

from collections import Counter

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.language import Language

from actions.language.features import features_of
from actions.screening.reading import Reading, reading_of
from bot.nlu.reader import read

COUNTS, READING = "feature_counts", "reading"


def counted(message: Message, nlp: Language) -> Counter[str]:
    """Features of a message; kept with it, as its document is."""
    counts: Counter[str] | None = message.get(COUNTS)
    if counts is None:
        counts = features_of(read(message, nlp))
        message.set(COUNTS, counts)
    return counts


def counted_example(example: Message, nlp: Language) -> Counter[str]:
    """Features of a training sentence; kept with it, and its reading until it is taken: two components learn, in either order."""
    counts: Counter[str] | None = example.get(COUNTS)
    if counts is None:
        doc = nlp(example.get(TEXT))
        counts = features_of(doc)
        example.set(COUNTS, counts)
        example.set(READING, reading_of(doc))
    return counts


def take_reading(example: Message, nlp: Language) -> Reading:
    """The reading of a training sentence whose features were counted; it is not kept, for there are many."""
    reading: Reading | None = example.get(READING)
    example.set(READING, None)
    return reading_of(nlp(example.get(TEXT))) if reading is None else reading
