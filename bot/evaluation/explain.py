"""`mawas explain`: why a sentence is understood as it is."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from actions.decision import Ranking, decide, is_crisis
from bot.evaluation.trained import Trained, load_trained
from bot.messages import Incoming, Turn
from bot.settings import Settings
from bot.training import model_path

if TYPE_CHECKING:
    from bot.conversation import Conversation

SENDER = "explain"
RANKING_SHOWN = 5
WEIGHTS_SHOWN = 12
DECISIONS = {
    "answer": "menjawab",
    "danger_question": "menanyakan apakah ada bahaya",
    "candidates": "menawarkan pilihan",
    "unknown": "mengaku belum tahu",
}
# What the first letter of a feature's name stands for (actions/language/features.py).
FEATURES = {
    "w": "kata",
    "p": "pasangan kata",
    "c": "huruf",
    "b": "kata dasar",
    "k": "konsep",
    "q": "pasangan konsep",
    "e": "tempat",
    "s": "bentuk",
}

Weights = list[tuple[str, float]]


@dataclass(frozen=True)
class Explanation:
    """What was made of a sentence, step by step.

    Attributes:
        text: the sentence.
        words: as the classifier reads them.
        entities: what it names.
        concepts: ids of the concepts in it.
        language: code of the language, if one was recognised.
        ranking: the most probable intents.
        danger: probability of all dangers together.
        decision: what is done with the ranking.
        candidates: the intents that the decision is about.
        topics: topics that were answered.
        crisis: danger that was acted on or asked about.
        weights: intent -> features that weighed most for or against it.
    """

    text: str
    words: list[str]
    entities: list[dict[str, Any]]
    concepts: list[str]
    language: str | None
    ranking: list[tuple[str, float]]
    danger: float
    decision: str
    candidates: list[str]
    topics: list[str]
    crisis: str | None
    weights: dict[str, Weights]


def run(settings: Settings, conversation: Conversation, text: str, *, as_json: bool) -> int:
    """Print the explanation of a sentence; returns the exit status, 0."""
    found = asyncio.run(_explain(conversation, load_trained(model_path(settings)), text))
    print(json.dumps(asdict(found), ensure_ascii=False) if as_json else "\n".join(lines(found)))
    return 0


async def _explain(conversation: Conversation, trained: Trained, text: str) -> Explanation:
    ranking = await conversation.ranking(text)
    turn = await conversation.turn(Incoming(SENDER, text, channel=SENDER))
    await conversation.forget(SENDER)
    return explanation(trained, ranking, turn)


def explanation(trained: Trained, ranking: Ranking, turn: Turn) -> Explanation:
    """Put together what the classifier, the decision and the answer say about a sentence.

    Args:
        trained: the classifier.
        ranking: every intent with its probability.
        turn: what the sentence led to.
    """
    from actions.language.features import features_of, words_of

    doc = trained.read(turn.text)
    counts = features_of(doc)
    decision = decide(ranking)
    known = [intent for intent, _ in ranking[:2] if intent in trained.classifier.labels]
    return Explanation(
        text=turn.text,
        words=words_of(doc),
        entities=list(turn.entities),
        concepts=[span.label_ for span in doc.spans.get("concepts", ())],
        language=turn.language,
        ranking=list(ranking[:RANKING_SHOWN]),
        danger=sum(share for intent, share in ranking if is_crisis(intent)),
        decision=decision.kind.value,
        candidates=list(decision.intents),
        topics=list(turn.topics),
        crisis=turn.crisis[0] if turn.crisis else None,
        weights={intent: heaviest(trained.classifier.explain(counts, intent)) for intent in known},
    )


def heaviest(weights: Weights, most: int = WEIGHTS_SHOWN) -> Weights:
    """The features that weigh most, for or against."""
    return sorted(weights, key=lambda row: -abs(row[1]))[:most]


def lines(found: Explanation) -> Iterator[str]:
    """The explanation for people."""
    yield f"Kalimat    {found.text}"
    yield f"Kata       {' '.join(found.words) or '-'}"
    named = (f"{row['entity']} {row['value']} ({row['text']})" for row in found.entities)
    yield f"Entitas    {_listed(list(named))}"
    yield f"Konsep     {_listed(found.concepts)}"
    yield f"Bahasa     {found.language or 'tidak dikenali, dibaca sebagai bahasa Indonesia'}"
    yield "Maksud"
    yield from (f"  {share:6.1%}  {intent}" for intent, share in found.ranking)
    yield f"Bahaya     {found.danger:.1%}"
    decided = DECISIONS.get(found.decision, found.decision)
    yield f"Keputusan  {decided}: {_listed(found.candidates)}"
    yield f"Dijawab    {_listed([*found.topics, *filter(None, [found.crisis])])}"
    for intent, weights in found.weights.items():
        yield f"Paling berbobot untuk {intent}"
        yield from (f"  {weight:+6.2f}  {_feature(name)}" for name, weight in weights)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words) or "-"


def _feature(name: str) -> str:
    kind, colon, value = name.partition(":")
    return f"{FEATURES[kind]}: {value!r}" if colon and kind in FEATURES else name
