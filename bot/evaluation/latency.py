"""How long it takes to understand a message, side by side with Rasa's own tokenizer and featurizers.

Both read the same messages in the same process, in turn, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.graph_components.converters.nlu_message_converter import NLUMessageConverter
from rasa.nlu.classifiers.regex_message_handler import RegexMessageHandler
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.nlu.tokenizers.whitespace_tokenizer import WhitespaceTokenizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

MOST_EXTRA_MS = 2.0
"""Goal: understanding a message takes at most so much longer than Rasa's reading of it."""

# The featurizers that Rasa's documentation puts before its logistic regression.
FEATURIZERS: tuple[dict[str, Any], ...] = (
    {},
    {"analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
)

Reader = Callable[[str], object]
Clock = Callable[[], float]


@dataclass(frozen=True)
class Timing:
    """Milliseconds a message: the median, and what 95 of 100 messages stay below."""

    median: float
    p95: float

    @classmethod
    def of(cls, milliseconds: Sequence[float]) -> Timing:
        """Sum up measurements, at least two."""
        return cls(
            statistics.median(milliseconds),
            statistics.quantiles(milliseconds, n=20, method="inclusive")[-1],
        )

    def __sub__(self, other: Timing) -> Timing:
        """How much longer this is."""
        return Timing(self.median - other.median, self.p95 - other.p95)


@dataclass(frozen=True)
class Round:
    """One pass over all messages."""

    featurizers: Timing
    understanding: Timing

    @property
    def difference(self) -> Timing:
        """How much longer understanding takes."""
        return self.understanding - self.featurizers


@dataclass(frozen=True)
class LatencyComparison:
    """Rasa's tokenizer and featurizers beside all of our understanding.

    Attributes:
        messages: how many were read in each round.
        rounds: each pass; in the first, no word of a message has been seen before.
        together: the measurements of all rounds.
    """

    messages: int
    rounds: tuple[Round, ...]
    together: Round

    @property
    def is_within_goal(self) -> bool:
        """True when even the slowest round keeps to the goal."""
        return all(each.difference.median <= MOST_EXTRA_MS for each in self.rounds)


def compare_latency(
    model: Path, sentences: Sequence[str], messages: Sequence[str], *, rounds: int = 3
) -> LatencyComparison:
    """Measure both on the same messages. `bot.rasa_environment.prepare` must have run before this module was imported.

    Args:
        model: the archive of a trained model.
        sentences: training sentences, from which the featurizers learn their words.
        messages: what is read, at least two.
        rounds: passes over all messages.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "rasa").mkdir()
        (folder / "model").mkdir()
        featurize = featurizers(LocalModelStorage.create(folder / "rasa"), sentences)
        storage, metadata = LocalModelStorage.from_model_archive(folder / "model", model)
        understand = understanding(storage, metadata.predict_schema)
        return measure(featurize, understand, messages, rounds=rounds)


def measure(
    featurize: Reader,
    understand: Reader,
    messages: Sequence[str],
    *,
    rounds: int,
    clock: Clock = time.perf_counter,
) -> LatencyComparison:
    """Time two readers in turn; which of them reads a message first changes from message to message.

    Args:
        featurize: the one to compare with.
        understand: the one of interest.
        messages: what is read, at least two.
        rounds: passes over all messages.
        clock: tells seconds.
    """
    readers = (featurize, understand)
    taken: list[tuple[list[float], list[float]]] = []
    for turn in range(rounds):
        times: tuple[list[float], list[float]] = ([], [])
        for number, text in enumerate(messages):
            for place in (0, 1) if (turn + number) % 2 == 0 else (1, 0):
                started = clock()
                readers[place](text)
                times[place].append((clock() - started) * 1000)
        taken.append(times)
    return LatencyComparison(
        messages=len(messages),
        rounds=tuple(Round(*map(Timing.of, times)) for times in taken),
        together=Round(
            Timing.of([each for times in taken for each in times[0]]),
            Timing.of([each for times in taken for each in times[1]]),
        ),
    )


def featurizers(storage: LocalModelStorage, sentences: Sequence[str]) -> Reader:
    """Rasa's tokenizer and featurizers, trained; the reader returns the message with its features."""
    context = ExecutionContext(GraphSchema({}))
    # Rasa featurizes what has an intent.
    data = TrainingData([Message({TEXT: text, INTENT: "maksud"}) for text in sentences])
    tokenizer = WhitespaceTokenizer.create(
        WhitespaceTokenizer.get_default_config(), storage, Resource("tokenizer"), context
    )
    tokenizer.process_training_data(data)
    components: list[Any] = [tokenizer]
    for number, chosen in enumerate(FEATURIZERS):
        config = {**CountVectorsFeaturizer.get_default_config(), **chosen}
        featurizer = CountVectorsFeaturizer.create(
            config, storage, Resource(f"featurizer{number}"), context
        )
        featurizer.train(data)
        components.append(featurizer)
    return _reader([component.process for component in components])


def understanding(storage: LocalModelStorage, schema: GraphSchema) -> Reader:
    """All components of the trained pipeline, in order; the reader returns the message with all that was understood."""
    context = ExecutionContext(schema)

    def load(name: str) -> Any:
        node = schema.nodes[name]
        config = {**node.uses.get_default_config(), **node.config}
        return node.uses.load(config, storage, node.resource or Resource(name), context)

    given: dict[str, Any] = {}
    steps = []
    for name, node in _pipeline(schema):
        provider = node.needs.get("model")
        if provider and provider not in given:
            given[provider] = load(provider).provide()
        process = load(name).process
        steps.append(partial(process, model=given[provider]) if provider else process)
    return _reader(steps)


def _pipeline(schema: GraphSchema) -> Iterator[tuple[str, Any]]:
    """Nodes of the components that config.yml names, from the first to the last."""
    after = {
        node.needs["messages"]: name
        for name, node in schema.nodes.items()
        if node.fn == "process" and "messages" in node.needs
    }
    name = after.get(
        next(n for n, node in schema.nodes.items() if node.uses is NLUMessageConverter)
    )
    while name is not None and schema.nodes[name].uses is not RegexMessageHandler:
        yield name, schema.nodes[name]
        name = after.get(name)


def _reader(steps: Sequence[Callable[..., list[Message]]]) -> Reader:
    def read(text: str) -> Message:
        messages = [Message({TEXT: text})]
        for step in steps:
            messages = step(messages)
        return messages[0]

    return read
