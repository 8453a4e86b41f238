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
_TALK = 10
# What somebody has heard, fears or asks about beforehand has not happened: "kata teman paspornya diambil", "takut dikurung".
_HEARSAY = frozenset(
    """kata katanya berita netizen tiktok youtube fb takut jangan2 jangan-jangan teman temen kawan tetangga kayak seperti kayaknya nanti
    kalau bukannya wedi sieun ngeri orang disangka dikira curiga""".split()
)
_REACH = 8
_AHEAD = "nanti"
_LEAVING = "keberangkatan"
_DAYS = frozenset(
    """besok bsk lusa jam pukul subuh malam dini tiket sesuk isuk senin selasa rabu kamis jumat sabtu minggu ahad tanggal tgl jemput 
    dijemput boarding gate landing packing feri pesawat""".split()
)


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
        and not (match.key.startswith(TOLD) and _is_hearsay(reading, match))
    ]
    if recruiting is None:
        recruiting = recruiters(bubbles, _weights(meant))
    nameless = {bubble.speaker for bubble in bubbles} <= {CANDIDATE, RECRUITER}
    reached = {STAGES[len(bubbles) >= _TALK]: 0}
    held: set[str] = set()
    leaving: set[int] = set()
    for match, who in meant:
        role, stage = match.key.split()
        # Without names the roles of lines are a guess, but nobody tells of being held for somebody else.
        if (who in recruiting) == (role == SAID) or (nameless and role == TOLD):
            if stage == STAGES[-1]:
                held.add(TOLD if role == TOLD else f"{SAID} {reading.sentence_of[match.start]}")
                continue
            if stage == _LEAVING:
                leaving.add(reading.sentence_of[match.start])
            reached[stage] = max(match.start, reached.get(stage, 0))
    # A single threat is also made before departure ("kalau mundur ganti 20 juta").
    if TOLD in held or len(held) > 1:
        reached[STAGES[-1]] = 0
    # What is asked behind a single word of the journey is where the chat is ("nanti di imigrasi bilang wisata. Kirim KTP").
    later = max((reached[stage] for stage in rules.interchangeable if stage in reached), default=0)
    if len(leaving) == 1 and later > reached[_LEAVING] and not _has_day(reading, *leaving):
        del reached[_LEAVING]
    return _furthest(reached, rules.interchangeable)


def _has_day(reading: Reading, sentence: int) -> bool:
    """Whether a sentence names a day, an hour or a ticket: then the journey is settled."""
    start, end = reading.sentences[sentence]
    return not _DAYS.isdisjoint((*reading.norms[start:end], *reading.lemmas[start:end]))


def _is_hearsay(reading: Reading, match: Match) -> bool:
    """Whether words before or in a phrase say that it is told of others, feared, or asked beforehand."""
    first = max(reading.sentence(match.start)[0], match.start - _REACH)
    is_ahead = _AHEAD in reading.norms[match.start : match.end]
    return is_ahead or not _HEARSAY.isdisjoint(reading.norms[first : match.start])


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
