"""What is remembered of somebody in danger: which page they read, where they are, and what the danger interrupted."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from actions.context import ASKED_DANGER, CRISIS, GUIDE, PENDING, TOPIC, TurnContext

# The country code of somebody who has not left, or is back.
HOME = "ID"


@dataclass(frozen=True)
class Guide:
    """How far the talk with somebody in danger has come; the slot GUIDE. Which danger it is stands in the slot CRISIS.

    Attributes:
        asked: the danger was asked about and not confirmed yet.
        doubted: it was confirmed by an unclear answer, which counts as yes.
        page: id of the page that was shown last.
        country: code of the country where the one in danger is; HOME for Indonesia.
        town: a town or area there, as the record of the country writes it.
        left: id of the danger whose guide was left, to come back to.
        pending: our question that the danger interrupted.
        topic: id of the topic that it interrupted.
    """

    asked: bool = False
    doubted: bool = False
    page: str = ""
    country: str | None = None
    town: str | None = None
    left: str | None = None
    pending: str | None = None
    topic: str | None = None

    @classmethod
    def of(cls, turn: TurnContext) -> Guide:
        """What the slot says; a fresh one where it is empty."""
        return cls(**(turn.slots.get(GUIDE) or {}))

    @classmethod
    def begin(cls, turn: TurnContext) -> Guide:
        """The one that goes on, else a fresh one that knows what it interrupts."""
        if turn.slots.get(CRISIS):
            return cls.of(turn)
        return cls(pending=turn.slots.get(PENDING), topic=turn.slots.get(TOPIC))

    def to_slot(self) -> dict[str, Any]:
        """What the slot keeps."""
        return asdict(self)


def asked_danger(turn: TurnContext) -> str | None:
    """Id of the danger that was asked about and is not confirmed yet."""
    crisis_id = turn.slots.get(CRISIS)
    is_asked = Guide.of(turn).asked or turn.pending == ASKED_DANGER
    return str(crisis_id) if crisis_id and is_asked else None


def danger_in_hand(turn: TurnContext) -> str | None:
    """Id of the danger whose guide the person is in."""
    crisis_id = turn.slots.get(CRISIS)
    return str(crisis_id) if crisis_id and not asked_danger(turn) else None
