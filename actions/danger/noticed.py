"""What is noticed of danger in a message, and how it stands in the message for actions to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any

# Key of a message that holds a `Danger`; absent where there is none.
DANGER = "danger"
# How it was noticed: by a pattern of knowledge/crisis, by what was learned from sentences, or by the classifier of intents alone.
PHRASE, LEARNED, CLASSIFIER = "phrase", "learned", "classifier"


class Level(Enum):
    """What the words alone are enough for."""

    NOTHING = 0
    SUSPECTED = 1
    CERTAIN = 2


@dataclass(frozen=True)
class Danger:
    """A danger that was noticed.

    Attributes:
        id: of the crisis.
        certain: whether help comes at once; else it is asked about first.
        for_other: whether somebody else than the writer is in danger.
        how: PHRASE, LEARNED or CLASSIFIER.
    """

    id: str
    certain: bool
    for_other: bool
    how: str

    def as_dict(self) -> dict[str, Any]:
        """As it stands in a message."""
        return asdict(self)

    @classmethod
    def of(cls, noted: Mapping[str, Any] | None) -> Danger | None:
        """Read what `as_dict` wrote; None where nothing was noticed."""
        return cls(**noted) if noted else None


@dataclass(frozen=True)
class Noticed:
    """What the words of a message say, before the classifier of intents is asked.

    Attributes:
        margin: how clearly the machine that tells danger from everything else says danger; from 0 on it says yes.
        leaning: log odds for danger that are added to those of the classifier.
        level: what the words are enough for, whatever the classifier says.
        shares: id of a danger -> how probable it is, should there be any; they add up to 1.
        for_other: whether somebody else is in danger, should anybody be.
        how: PHRASE or LEARNED.
        says_much: whether the message has words enough to act on without a phrase.
    """

    margin: float
    leaning: float
    level: Level
    shares: Mapping[str, float]
    for_other: bool
    how: str
    says_much: bool = True

    @property
    def id(self) -> str:
        """The danger that leads."""
        return max(self.shares, key=lambda name: self.shares[name])
