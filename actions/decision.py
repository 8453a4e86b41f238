"""Decides what to do with a ranking of intents: answer, ask about danger, offer candidates, or say that it is not known.

Pure functions. The thresholds were chosen on held-out sentences; figures in docs/understanding.md.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from operator import itemgetter

from actions.danger.noticed import CLASSIFIER, Danger, Level, Noticed

CRISIS_PREFIX = "darurat_"
OUT_OF_SCOPE = "di_luar_topik"
# A pasted offer is full of sentences that resemble questions and cries for help; from this probability on its words are a recruiter's.
OFFER = "kirim_lowongan"
OFFER_SURE = 0.5

# A crisis intent acts on its own from this probability on; below it, Mawas asks one closed question first.
CRISIS_CERTAIN = 0.8
# All crisis intents together: enough to ask whether somebody is in danger. Low on purpose: asking once too often is
# cheap, not asking can cost a life.
CRISIS_SUSPECTED = 0.18
# A message of few words and no phrase of an editor is asked about, however sure the classifier is.
ASKED_AT_MOST = 0.79
# Share of the danger that leads among all dangers of a ranking, so that it stands first where somebody is in danger.
LEADS = 0.9
# A little above the bounds, for shares of them add up to a little less.
JUST_CERTAIN, JUST_SUSPECTED = CRISIS_CERTAIN + 1e-9, CRISIS_SUSPECTED + 1e-9
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


def with_danger(ranking: Ranking, noticed: Noticed) -> list[tuple[str, float]]:
    """The ranking of the classifier, with what was noticed before it: its probabilities are the second opinion.

    Danger is as probable as both say together, at least as probable as the words alone are enough for; which danger leads is decided by
    both as well.

    Args:
        ranking: every intent with its probability.
        noticed: what the words of the message say.
    """
    danger = sum(share for intent, share in ranking if is_crisis(intent))
    is_offer = dict(ranking).get(OFFER, 0.0) >= OFFER_SURE
    probability = danger if is_offer else _probability(danger, noticed)
    rest = (1.0 - probability) / max(1.0 - danger, 1e-9)
    kept = [(intent, share * rest) for intent, share in ranking if not is_crisis(intent)]
    dangers = [
        (name, probability * share) for name, share in _shares(dict(ranking), noticed).items()
    ]
    return sorted([*dangers, *kept], key=itemgetter(1), reverse=True)


def _shares(ranking: Mapping[str, float], noticed: Noticed) -> dict[str, float]:
    """How the probability of danger is shared out, by both opinions: the one that leads has LEADS of it."""
    both = {
        name: share * max(ranking.get(name, 0.0), 1e-9) for name, share in noticed.shares.items()
    }
    leader = max(both, key=lambda name: both[name])
    others = sum(share for name, share in both.items() if name != leader) or 1.0
    return {
        name: LEADS if name == leader else (1.0 - LEADS) * share / others
        for name, share in both.items()
    }


def _probability(danger: float, noticed: Noticed) -> float:
    share = min(max(danger, 1e-9), 1.0 - 1e-9)
    odds = math.log(share / (1.0 - share)) + noticed.leaning
    probability = 1.0 / (1.0 + math.exp(-min(max(odds, -30.0), 30.0)))
    if noticed.level is Level.CERTAIN:
        return max(probability, JUST_CERTAIN)
    if noticed.level is Level.SUSPECTED:
        probability = max(probability, JUST_SUSPECTED)
    return probability if noticed.says_much else min(probability, ASKED_AT_MOST)


def by_words(noticed: Noticed) -> Danger | None:
    """The danger for which the words alone are enough; None where they are not."""
    if noticed.level is Level.NOTHING:
        return None
    return Danger(noticed.id, noticed.level is Level.CERTAIN, noticed.for_other, noticed.how)


def danger_in(ranking: Ranking, noticed: Noticed) -> Danger | None:
    """The danger that a ranking of `with_danger` leads to; None where nobody acts on any."""
    decision = decide(ranking)
    asks = decision.kind is Kind.DANGER_QUESTION
    if not asks and not any(map(is_crisis, decision.intents[:1])):
        return None
    how = noticed.how if noticed.level is not Level.NOTHING else CLASSIFIER
    return Danger(decision.intents[0], not asks, noticed.for_other, how)


def may_be_danger(ranking: Ranking) -> bool:
    """True when a ranking leads to help at once, or to the question whether there is danger."""
    decision = decide(ranking)
    return decision.kind is Kind.DANGER_QUESTION or any(map(is_crisis, decision.intents[:1]))
