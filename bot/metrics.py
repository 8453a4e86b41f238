"""Counts and times for Prometheus. Imported only where they are served; no label holds anything of a user."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from actions.confirm import Affirm
from actions.decision import OUT_OF_SCOPE
from actions.explain import ExplainMore
from bot import tally
from bot.messages import Incoming, Turn

PATH = "/metrics"
GREETING = "sapa"
_FOLLOWS = {ExplainMore.NAME, Affirm.NAME}
# Of a turn, in this order: the first that fits counts.
KINDS: tuple[tuple[str, Callable[[Incoming, Turn], bool]], ...] = (
    ("failed", lambda incoming, turn: turn.failed),
    ("danger", lambda incoming, turn: turn.crisis is not None),
    ("picture", lambda incoming, turn: any(isinstance(p, bytes) for p in incoming.enclosed)),
    ("offer", lambda incoming, turn: turn.screening is not None),
    ("follow_up", lambda incoming, turn: not _FOLLOWS.isdisjoint(turn.actions)),
    ("topic", lambda incoming, turn: bool(turn.topics)),
    ("not_understood", lambda incoming, turn: turn.intent == OUT_OF_SCOPE),
    ("greeting", lambda incoming, turn: turn.intent == GREETING),
    ("other", lambda incoming, turn: True),
)
# Seconds: a topic takes milliseconds, a picture seconds.
_BUCKETS = (0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


Watch = Callable[[Incoming, Turn], None]


class Watchable(Protocol):
    """Part of `bot.conversation.Conversation`."""

    watch: Watch | None

    @property
    def in_memory(self) -> int:
        """How many conversations this process has in memory."""


@dataclass(frozen=True)
class Page:
    """What is served at `PATH`.

    Attributes:
        body: text of Prometheus' format.
        content_type: with its version and character set.
    """

    body: bytes
    content_type: str = CONTENT_TYPE_LATEST


class Metrics:
    """The metrics of this process, in a registry of their own.

    Args:
        in_memory: how many conversations this process has in memory.
    """

    def __init__(self, in_memory: Callable[[], int] | None = None) -> None:
        """Every label stands there from the start, with 0: a missing line would look like a failure."""
        self._registry = registry = CollectorRegistry()
        turns = Counter("mawas_turns", "Messages that were answered", ["kind"], registry=registry)
        seconds = Histogram(
            "mawas_turn_seconds",
            "From a message's arrival at the conversation to its last reply",
            ["kind"],
            buckets=_BUCKETS,
            registry=registry,
        )
        self._turns = {kind: turns.labels(kind) for kind, _ in KINDS}
        self._seconds = {kind: seconds.labels(kind) for kind, _ in KINDS}
        dangers = Counter(
            "mawas_dangers", "Turns about danger: certain, or asked first", ["certain"], registry=registry
        )  # fmt: skip
        self._dangers = {certain: dangers.labels(str(certain).lower()) for certain in (True, False)}
        self._apologies = Counter(
            "mawas_apologies", "Turns that failed and were answered with an apology", registry=registry
        )  # fmt: skip
        if in_memory:
            held = Gauge("mawas_conversations_in_memory", "Conversations", registry=registry)
            held.set_function(in_memory)
        ProcessCollector(registry=registry)
        registry.register(_Failures())

    def turn(self, incoming: Incoming, turn: Turn) -> None:
        """Count a turn; for `Conversation.watch`."""
        kind = kind_of(incoming, turn)
        self._turns[kind].inc()
        self._seconds[kind].observe(turn.latency_ms / 1000)
        if turn.crisis is not None:
            self._dangers[turn.crisis[1]].inc()
        if turn.failed:
            self._apologies.inc()

    def add(
        self, prefix: str, counts: Callable[[], Mapping[str, int]], gauges: frozenset[str]
    ) -> None:
        """Show counts that something else keeps.

        Args:
            prefix: of their names.
            counts: called for each page.
            gauges: names of those that also go down.
        """
        self._registry.register(_Kept(prefix, counts, gauges))

    def page(self) -> Page:
        """The page as it is now."""
        return Page(generate_latest(self._registry))


def kind_of(incoming: Incoming, turn: Turn) -> str:
    """The kind of a turn: one of `KINDS`."""
    return next(kind for kind, fits in KINDS if fits(incoming, turn))


class _Kept:
    """Counts of an object that knows nothing of Prometheus."""

    def __init__(
        self, prefix: str, counts: Callable[[], Mapping[str, int]], gauges: frozenset[str]
    ) -> None:
        self._prefix = prefix
        self._counts = counts
        self._gauges = gauges

    def collect(self) -> Iterable[Metric]:
        for name, value in self._counts().items():
            family = GaugeMetricFamily if name in self._gauges else CounterMetricFamily
            yield family(f"{self._prefix}_{name}", name.replace("_", " "), value=value)

    def describe(self) -> Iterable[Metric]:
        return ()


class _Failures:
    """What `bot.tally` counts."""

    def collect(self) -> Iterable[Metric]:
        family = CounterMetricFamily("mawas_failures", "What failed", labels=["what"])
        for event, count in tally.counts().items():
            family.add_metric([event.value], count)
        yield family

    def describe(self) -> Iterable[Metric]:
        return ()


def watching(conversation: Watchable) -> Metrics:
    """Metrics that count every turn of a conversation from now on."""
    metrics = Metrics(lambda: conversation.in_memory)
    conversation.watch = metrics.turn
    return metrics
