"""What the walk is made from: the records, the built store, one day, and turns as a conversation would give them to an action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from actions.base import StoreAction
from actions.context import TurnContext
from actions.render.bubbles import Answer
from bot.paths import KNOWLEDGE
from knowledge.load import load
from knowledge.model import Channel, Knowledge
from knowledge.referral import Wanted
from knowledge.store import Store


class Remembering(Store):
    """A store that asks its database the same thing once: the walk asks for every place again and again."""

    def __init__(self, url: str) -> None:
        """Remember nothing yet (see parent class)."""
        super().__init__(url)
        self._missions: dict[tuple[str, str | None], list[Channel]] = {}
        self._found: dict[Wanted, list[Channel]] = {}

    def missions_for(self, country_code: str, place: str | None = None) -> list[Channel]:
        """The missions that serve a place (see parent class)."""
        key = (country_code, place)
        if key not in self._missions:
            self._missions[key] = super().missions_for(country_code, place)
        return list(self._missions[key])

    def find(self, wanted: Wanted) -> list[Channel]:
        """The channels that fit (see parent class)."""
        if wanted not in self._found:
            self._found[wanted] = super().find(wanted)
        return list(self._found[wanted])


@dataclass(frozen=True)
class World:
    """Where answers are made.

    Attributes:
        store: the built knowledge.
        knowledge: the records that it was built from.
        root: their folder.
        day: decides which contacts are old; of the records, so that the walk is the same whenever it is made.
    """

    store: Store
    knowledge: Knowledge
    root: Path
    day: date

    @classmethod
    def of(cls, url: str, root: Path = KNOWLEDGE) -> World:
        """The real one.

        Args:
            url: of the store that was built from `root`.
            root: the knowledge folder.
        """
        knowledge = load(root).knowledge
        dated = (knowledge.topics, knowledge.channels, knowledge.crisis, knowledge.red_flags)
        day = max(each.checked_on for records in dated for each in records.values())
        return cls(Remembering(url).keep(), knowledge, root, day)


def turn(
    intent: str = "",
    text: str = "",
    *,
    countries: Sequence[str] = (),
    provinces: Sequence[str] = (),
    ranking: Sequence[tuple[str, float]] = (),
    part: str | None = None,
    **slots: Any,
) -> TurnContext:
    """A message as it was understood.

    Args:
        intent: of the catalogue.
        text: the message.
        countries: ISO codes that it names.
        provinces: official names that it names.
        ranking: what it may mean.
        part: what a button asks for.
        slots: what is remembered, by the name of the slot.
    """
    return TurnContext(
        intent, text, tuple(countries), tuple(provinces), tuple(ranking), slots, offer_part=part
    )


def answered(action: StoreAction, message: TurnContext) -> Answer:
    """What an action answers to a message."""
    return action.answer(message)[0]
