"""What is counted of answered messages. Pure functions; each says which messages it missed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.evaluation.answers import Answered
from bot.phrases import TROUBLE

Rows = Sequence[Answered]
Test = Callable[[Answered], bool]


@dataclass(frozen=True)
class Share:
    """How many of so many messages, and the other ones."""

    hits: int
    total: int
    others: tuple[Answered, ...] = ()

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.hits / self.total if self.total else None

    def __str__(self) -> str:
        """In per cent, with both counts."""
        return f"{self.hits / self.total:.1%} ({self.hits}/{self.total})" if self.total else "-"


@dataclass(frozen=True)
class Number:
    """A figure that is no share; None when there was nothing to measure."""

    value: float | None
    unit: str = ""
    digits: int = 3

    def __str__(self) -> str:
        """With its unit."""
        return "-" if self.value is None else f"{self.value:,.{self.digits}f}{self.unit}"


class Confusion(NamedTuple):
    """An intent that was taken for another, and the messages in which that happened."""

    intent: str
    predicted: str
    texts: tuple[str, ...]


def share(rows: Iterable[Answered], test: Test) -> Share:
    """The share of messages that pass a test."""
    rows = list(rows)
    others = tuple(row for row in rows if not test(row))
    return Share(len(rows) - len(others), len(rows), others)


def of(rows: Rows, intents: Iterable[str]) -> list[Answered]:
    """Messages of some intents."""
    wanted = frozenset(intents)
    return [row for row in rows if row.intent in wanted]


def best_is_right(row: Answered) -> bool:
    """The most probable intent is right; with two questions, one of them."""
    return row.predicted in row.example.intents


def topic_answered(row: Answered) -> bool:
    """All topics that were asked about were answered."""
    return set(row.example.intents) <= set(row.turn.topics)


def one_topic_answered(row: Answered) -> bool:
    """Some of the topics that were asked about were answered, but not all."""
    answered = set(row.example.intents) & set(row.turn.topics)
    return bool(answered) and not topic_answered(row)


def no_topic_answered(row: Answered) -> bool:
    """None of the topics that were asked about was answered."""
    return not set(row.example.intents) & set(row.turn.topics)


def answered_from_knowledge(row: Answered) -> bool:
    """Some topic was answered, right or wrong."""
    return bool(row.turn.topics)


def unanswered(row: Answered) -> bool:
    """No topic was answered: asked back, taken for danger or not known."""
    return not answered_from_knowledge(row)


def failed(row: Answered) -> bool:
    """The assistant broke down and said so."""
    return any(reply.text.startswith(TROUBLE) for reply in row.turn.replies)


def answered_twice(row: Answered) -> bool:
    """More than one topic was answered."""
    return len(row.turn.topics) > 1


def wrong_but_confident(row: Answered) -> bool:
    """A topic was answered that nobody asked about, without asking back."""
    return answered_from_knowledge(row) and no_topic_answered(row)


def danger_seen(row: Answered) -> bool:
    """Danger was acted on or asked about."""
    return row.turn.crisis is not None


def danger_certain(row: Answered) -> bool:
    """Danger was acted on at once."""
    return row.turn.crisis is not None and row.turn.crisis[1]


def danger_asked(row: Answered) -> bool:
    """It was asked whether somebody is in danger."""
    return row.turn.crisis is not None and not row.turn.crisis[1]


def place_answered(row: Answered, names: Mapping[str, str]) -> bool:
    """The answer is about the place that was meant, if one was: found in the message or named in the answer.

    Args:
        row: the message.
        names: country code -> name; what is missing stands for itself.
    """
    place = row.example.place
    if not place or place in (entity["value"] for entity in row.turn.entities):
        return True
    name = names.get(place, place).casefold()
    return any(name in reply.text.casefold() for reply in row.turn.replies)


def f1_by_intent(rows: Rows) -> dict[str, float]:
    """F1 of the most probable intent, for every intent that some message is about."""
    right, predicted = Counter[str](), Counter[str]()
    wanted = Counter(row.intent for row in rows)
    for row in rows:
        predicted[row.predicted] += 1
        right[row.intent] += row.predicted == row.intent
    return {
        intent: 2 * right[intent] / (count + predicted[intent]) for intent, count in wanted.items()
    }


def macro_f1(rows: Rows, intents: Iterable[str]) -> Number:
    """Mean F1 over those of some intents that messages are about; wrong guesses from all messages count."""
    scores = f1_by_intent(rows)
    chosen = [scores[intent] for intent in intents if intent in scores]
    return Number(sum(chosen) / len(chosen) if chosen else None)


def confusions(rows: Rows) -> list[Confusion]:
    """What was taken for what by the most probable intent, the most frequent first."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        if not best_is_right(row):
            found[row.intent, row.predicted].append(row.example.text)
    worst = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return [Confusion(*pair, tuple(texts)) for pair, texts in worst]


def percentile(values: Sequence[float], share_below: float) -> float | None:
    """The smallest value that so many of all are not above; None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[min(int(share_below * len(ordered)), len(ordered) - 1)]
