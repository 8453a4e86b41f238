"""Tells which stage a recruiter's chat has reached, by the phrases of knowledge/screening/tahap.yml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actions.screening.assertion import is_denied
from actions.screening.chat_roles import CANDIDATE, RECRUITER
from actions.screening.conversation import Bubble, recruiters, speaker_at
from actions.screening.model import STAGES
from actions.screening.patterns import Match, PatternIndex, parse
from actions.screening.reading import Reading
from actions.screening.tables import table
from knowledge.model_parts import Text

TABLE = "tahap"
SAID, TOLD = "said", "told"
"""Phrases of those who recruit, and of those who are recruited."""

# What is told by who is recruited weighs more than what both may say.
_TOLD = 2
# A talk of so many bubbles is more than bait: who is asked and answers begins to trust.
_TALK = 9


@dataclass(frozen=True)
class Stage:
    """What to tell of a stage.

    Attributes:
        id: one of STAGES.
        title: for people.
        now: what happens.
        next: what usually comes next.
        refuse: what can still be refused.
    """

    id: str
    title: str
    now: Text
    next: Text
    refuse: Text


@dataclass(frozen=True)
class StageRules:
    """The stages and how they are recognised.

    Attributes:
        stages: by id, in the usual order.
        phrases: how each stage is said; the key of a pattern is SAID or TOLD and the stage.
        interchangeable: stages of which the one reached last counts.
    """

    stages: Mapping[str, Stage]
    phrases: PatternIndex
    interchangeable: frozenset[str]

    @classmethod
    def load(cls, root: Path) -> StageRules:
        """Read the rules.

        Args:
            root: the knowledge folder.

        Raises:
            PatternError: a pattern cannot be read.
            ValueError: the stages are not those of the contract, in its order.
        """
        data = table(root, TABLE)
        rows = data["stages"]
        if tuple(row["id"] for row in rows) != STAGES:
            raise ValueError(f"{TABLE}.yml: tahap harus {', '.join(STAGES)}, berurutan.")
        return cls(
            stages={row["id"]: _stage(row) for row in rows},
            phrases=PatternIndex(
                (f"{role} {row['id']}", parse(each))
                for row in rows
                for role in (SAID, TOLD)
                for each in row[role]
            ),
            interchangeable=frozenset(data["interchangeable"]),
        )


def stage_of(
    reading: Reading,
    bubbles: Sequence[Bubble],
    rules: StageRules,
    recruiting: Collection[str] | None = None,
) -> str | None:
    """The furthest stage that a chat has reached; None for a text that is no chat.

    What the chat is about is not judged here: every chat has reached the first stage, and a long one the second.

    Args:
        reading: the chat, without names and dates.
        bubbles: its bubbles.
        rules: what `StageRules.load` returns.
        recruiting: the speakers who recruit; None finds them by the phrases.
    """
    if not bubbles:
        return None
    meant = [
        (match, speaker_at(bubbles, reading.offsets[match.start][0]))
        for match in rules.phrases.find(reading)
        if not is_denied(reading, match)
    ]
    if recruiting is None:
        recruiting = recruiters(bubbles, _weights(meant))
    nameless = {bubble.speaker for bubble in bubbles} <= {CANDIDATE, RECRUITER}
    reached = {STAGES[len(bubbles) >= _TALK]: 0}
    for match, who in meant:
        role, stage = match.key.split()
        # Without names the roles of lines are a guess, but nobody tells of being held for somebody else.
        if (who in recruiting) == (role == SAID) or (nameless and role == TOLD):
            reached[stage] = max(match.start, reached.get(stage, 0))
    return _furthest(reached, rules.interchangeable)


def _weights(meant: Iterable[tuple[Match, str | None]]) -> Mapping[str, float]:
    """Speaker -> how many stages their words recruit for, less those that they tell of as one who is recruited."""
    weights: Counter[str] = Counter()
    for who, key in {(who or "", match.key) for match, who in meant}:
        weights[who] += 1 if key.startswith(SAID) else -_TOLD
    return weights


def _furthest(reached: Mapping[str, int], interchangeable: Collection[str]) -> str:
    """The last stage in the usual order, and among those that change places the one whose words came last."""
    stages = [stage for stage in STAGES if stage in reached]
    if stages[-1] not in interchangeable:
        return stages[-1]
    return max(
        (stage for stage in stages if stage in interchangeable), key=lambda stage: reached[stage]
    )


def _stage(row: Mapping[str, Any]) -> Stage:
    texts = {
        name: Text(row[name]["text"], tuple(row[name]["sources"]))
        for name in ("now", "next", "refuse")
    }
    return Stage(row["id"], row["title"], **texts)
