"""What a facilitator shows in the village hall: rehearsed scenes, role-plays, the check before and after; see knowledge/model.py.

Chats and offers in them are invented. What is said as a fact stands in a `Text` with its sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.model_parts import Text


@dataclass(frozen=True)
class Character:
    """An invented person; `id` is used inside the record only."""

    id: str
    name: str
    role: str


@dataclass(frozen=True)
class Bubble:
    """One chat message: who (id of a character) writes what."""

    by: str
    says: str


@dataclass(frozen=True)
class Offer:
    """An offer as it is pasted; `by` is who sent it (id of a character). A reveal names it by its `id`."""

    id: str
    by: str
    pasted: str


@dataclass(frozen=True)
class Raised:
    """A red flag (id) and the words that raise it, exactly as they stand in the offer or the chat."""

    flag: str
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class Remark:
    """Words of an offer that the hall should see although the screener raises nothing there: a title, and why, with its sources."""

    title: str
    quotes: tuple[str, ...]
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Reveal:
    """What the screener says of an offer of the scene; a test holds it to that.

    Attributes:
        offer: id of the offer.
        risk: "tinggi", "sedang" or "rendah".
        flags: those that are shown one after another; there may be more.
        rest: what is left to say after them.
        danger: the kind of danger (id in crisis/) that a message is which offers nothing; its words replace the verdict of an offer.
        remarks: what is shown after the flags.
    """

    offer: str
    risk: str
    flags: tuple[Raised, ...]
    rest: Text
    danger: str | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Referral:
    """What to do and whom to contact: the missions of a country (ISO 3166 alpha-2, upper case), then channels (ids)."""

    text: str
    sources: tuple[str, ...]
    channels: tuple[str, ...]
    country: str | None = None


@dataclass(frozen=True)
class Step:
    """One step of a scene: exactly one of the contents, and notes for the facilitator alone.

    A question is shown beside what it asks about: the offers in `about` (ids), else what was shown last.
    """

    notes: str
    narration: str | None = None
    chat: tuple[Bubble, ...] = ()
    offer: Offer | None = None
    question: str | None = None
    reveal: Reveal | None = None
    fact: Text | None = None
    referral: Referral | None = None
    about: tuple[str, ...] = ()


STEP_CONTENTS = ("narration", "chat", "offer", "question", "reveal", "fact", "referral")
"""Fields of `Step` of which a step has exactly one."""


@dataclass(frozen=True)
class Discussion:
    """A question to the hall, and what the facilitator can add, with its sources."""

    ask: str
    answer: Text


@dataclass(frozen=True)
class Scene:
    """A rehearsed scene.

    Attributes:
        position: order in the list of scenes.
        minutes: how long it takes with a talk.
        based_on: of which real cases it is made.
        discussion: questions to the hall, after the last step.
        take_home: the one thing to remember.
        try_live: messages that the facilitator may send to the assistant in front of all.
    """

    id: str
    position: int
    title: str
    teaser: str
    minutes: int
    based_on: Text
    characters: tuple[Character, ...]
    steps: tuple[Step, ...]
    discussion: tuple[Discussion, ...]
    take_home: Text
    try_live: tuple[str, ...]
    checked_on: date
    checked_by: str
    review_by: date


@dataclass(frozen=True)
class Answer:
    """What the hall may answer a recruiter, what he writes back, and what this answer does, with sources where that is a fact."""

    text: str
    protects: bool
    reply: str
    effect: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trick:
    """The trick that a recruiter used, by its name, with the red flags in his words."""

    name: str
    text: str
    sources: tuple[str, ...]
    flags: tuple[Raised, ...]


@dataclass(frozen=True)
class Round:
    """One stage of a recruiter's talk (a stage of the contract): what went before, what he writes, what can be answered."""

    stage: str
    story: str
    says: tuple[str, ...]
    answers: tuple[Answer, ...]
    trick: Trick
    refuse: tuple[str, ...]
    notes: str


@dataclass(frozen=True)
class Ending:
    """What happened to people who went along, from real cases, and what to do now."""

    happened: Text
    now: Referral
    notes: str


@dataclass(frozen=True)
class Roleplay:
    """A recruiter whom the hall answers, stage by stage; `recruiter` and `candidate` are invented."""

    id: str
    position: int
    title: str
    teaser: str
    minutes: int
    based_on: Text
    recruiter: Character
    candidate: Character
    rounds: tuple[Round, ...]
    ending: Ending
    checked_on: date
    checked_by: str
    review_by: date


@dataclass(frozen=True)
class CheckItem:
    """A statement that the hall judges before and after; counts are kept by its `id`. `answer` is "benar" or "salah"."""

    id: str
    statement: str
    answer: str
    explanation: Text


@dataclass(frozen=True)
class Check:
    """Five statements, the same before and after a session."""

    id: str
    title: str
    items: tuple[CheckItem, ...]
    checked_on: date
    review_by: date
