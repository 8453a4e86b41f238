"""A danger as a frozen dataclass; see knowledge/model.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.model_parts import Review, Text


@dataclass(frozen=True)
class Crisis:
    """How somebody in danger is noticed by their words (`phrases` and what follows), and what to say to them.

    The first reply is made of `lead` and `urgent`.
    """

    id: str
    title: str
    lead: Text
    urgent: tuple[Text, ...]
    opening: Text
    steps: tuple[Text, ...]
    avoid: tuple[Text, ...]
    ask: str
    mission_first: bool
    local_emergency: bool
    channels: tuple[str, ...]
    checked_on: date
    checked_by: str
    review_by: date
    reassurance: Text | None = None
    urgent_family: tuple[Text, ...] = ()
    for_family: tuple[Text, ...] = ()
    expert_review: tuple[Review, ...] = ()
    phrases: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
