"""Decides what to do with a ranking of intents: answer, ask about danger, offer candidates, or say that it is not known.

Pure functions. The thresholds were chosen on held-out sentences; figures in docs/understanding.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

CRISIS_PREFIX = "darurat_"
OUT_OF_SCOPE = "di_luar_topik"

# A crisis intent acts on its own from this probability on; below it, Mawas asks one closed question first.
CRISIS_CERTAIN = 0.8
# All crisis intents together: enough to ask whether somebody is in danger. Low on purpose: asking once too often is
# cheap, not asking can cost a life.
CRISIS_SUSPECTED = 0.18
# An intent is answered when it is this probable, or when it is clearly ahead of the next one.
ANSWER = 0.55
ANSWER_WHEN_AHEAD = 0.45
AHEAD = 2.0
# Candidates are offered when the best one is at least this probable.
CANDIDATE = 0.08
MAX_CANDIDATES = 3

Ranking = Sequence[tuple[str, float]]


class Kind(Enum):
    """What to do with a message."""

    ANSWER = "answer"
    DANGER_QUESTION = "danger_question"
    CANDIDATES = "candidates"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Decision:
    """What to do, and with which intents: one for ANSWER and DANGER_QUESTION, up to three for CANDIDATES."""

    kind: Kind
    intents: tuple[str, ...] = ()


def is_crisis(intent: str) -> bool:
    """True for the crisis ids of the catalogue."""
    return intent.startswith(CRISIS_PREFIX)


def decide(ranking: Ranking) -> Decision:
    """Decide on a ranking of (intent, probability), most probable first. An empty ranking is UNKNOWN."""
    if not ranking:
        return Decision(Kind.UNKNOWN)
    best, probability = ranking[0]
    crisis = [(intent, share) for intent, share in ranking if is_crisis(intent)]
    suspected = sum(share for _, share in crisis)
    if crisis and suspected >= CRISIS_CERTAIN and is_crisis(best):
        return Decision(Kind.ANSWER, (best,))
    if crisis and (is_crisis(best) or suspected >= CRISIS_SUSPECTED) and suspected >= CANDIDATE:
        return Decision(Kind.DANGER_QUESTION, (crisis[0][0],))
    runner_up = ranking[1][1] if len(ranking) > 1 else 0.0
    if probability >= ANSWER or (
        probability >= ANSWER_WHEN_AHEAD and probability >= AHEAD * runner_up
    ):
        return Decision(Kind.ANSWER, (best,))
    candidates = tuple(
        intent
        for intent, share in ranking
        if share >= CANDIDATE and intent != OUT_OF_SCOPE and not is_crisis(intent)
    )
    if best != OUT_OF_SCOPE and candidates:
        return Decision(Kind.CANDIDATES, candidates[:MAX_CANDIDATES])
    return Decision(Kind.UNKNOWN)


def may_be_danger(ranking: Ranking) -> bool:
    """True when a ranking leads to help at once, or to the question whether there is danger."""
    decision = decide(ranking)
    return decision.kind is Kind.DANGER_QUESTION or any(map(is_crisis, decision.intents[:1]))
