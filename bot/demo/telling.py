"""How a wall tells a fact, marked words, and whom to contact: shared by scenes and role-plays."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from actions.render.channels import channel_text
from bot.demo.part import Json, Services
from bot.demo.sourcing import source_line
from knowledge.model_hall import Character, Raised, Referral, Roleplay, Scene

# Letters of a wall are large: longer texts are told with their first sentences, and whole in the facilitator's window.
LONGEST_WHY = 190
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
CONTACTS_A_SCREEN = 4


class Sourced(Protocol):
    """A statement with its sources: a `Text` and what is like one."""

    @property
    def text(self) -> str:
        """The statement."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids."""


class Dated(Protocol):
    """A record with the dates of its check."""

    @property
    def checked_on(self) -> date:
        """When it was checked."""

    @property
    def review_by(self) -> date:
        """When it is to be checked again."""


class Teller:
    """Tells what stands in one record."""

    def __init__(self, services: Services, record: Dated) -> None:
        """Remember whose facts are told."""
        self._services = services
        self._record = record

    def fact(self, said: Sourced) -> Json:
        """{"text", "source"}: a statement, who says it and when that was checked."""
        return {"text": said.text, "source": self._source(said.sources, self._record)}

    def cover(self, record: Scene | Roleplay, people: Iterable[Character]) -> Json:
        """{"title", "teaser", "people"} and of which real cases it is made, as `fact`."""
        named = [f"{each.name}, {each.role}" for each in people]
        told = self.fact(record.based_on)
        return {"title": record.title, "teaser": record.teaser, "people": named, **told}

    def contacts(self, referral: Referral, screen: int) -> list[Json]:
        """Whom to contact, the mission first: {"name", "numbers", "rest"}; never typed in a record, always with its date.

        Args:
            referral: names them.
            screen: which of `contact_screens`, from 0.
        """
        store = self._services.store
        missions = store.missions_for(referral.country)[:1] if referral.country else []
        found = {channel.id: channel for channel in (*missions, *store.channels(referral.channels))}
        told = []
        begin = screen * CONTACTS_A_SCREEN
        for channel in list(found.values())[begin : begin + CONTACTS_A_SCREEN]:
            first, *lines = channel_text(channel, self._services.today(), compact=True).split("\n")
            told.append({"name": first, "numbers": lines[:-1], "rest": lines[-1]})
        return told

    def flag(self, id_: str) -> Json:
        """{"id", "title", "severity", "why", "source"} of a red flag; one that is no longer there is told by its id."""
        record = self._services.store.red_flag(id_)
        if record is None:
            return {"id": id_, "title": id_, "severity": 1, "why": "", "source": ""}
        return {
            "id": id_,
            "title": record.title,
            "severity": record.severity,
            "why": opening(record.why.text),
            "source": self._source(record.why.sources, record),
        }

    def source(self, sources: Iterable[str]) -> str:
        """The line of sources of something said in this record."""
        return self._source(sources, self._record)

    def danger(self, id_: str) -> Json | None:
        """{"title", "text", "source"} of a kind of danger; None when it is no longer there."""
        record = self._services.store.crisis(id_)
        if record is None:
            return None
        source = self._source(record.lead.sources, record)
        return {"title": record.title, "text": record.lead.text, "source": source}

    def why(self, id_: str) -> str:
        """All that is said of why a flag is one."""
        record = self._services.store.red_flag(id_)
        return record.why.text if record else ""

    def _source(self, sources: Iterable[str], record: Dated) -> str:
        return source_line(
            self._services.store,
            sources,
            record.checked_on,
            record.review_by,
            self._services.today(),
        )


def contact_screens(referral: Referral) -> int:
    """How many screens its contacts take."""
    return math.ceil((len(referral.channels) + bool(referral.country)) / CONTACTS_A_SCREEN)


def opening(text: str, longest: int = LONGEST_WHY) -> str:
    """The first sentences of a text that are together no longer than that; the first one in any case."""
    first, *others = _SENTENCE_END.split(text)
    for sentence in others:
        if len(first) + 1 + len(sentence) > longest:
            break
        first = f"{first} {sentence}"
    return first


def marks(text: str, raised: Iterable[Raised]) -> list[Json]:
    """Where quoted words stand in a text, in code points: [{"start", "end", "flag"}]; words that are not there are left out."""
    found = []
    for each in raised:
        for words in each.quotes:
            start = text.find(words)
            if start >= 0:
                found.append({"start": start, "end": start + len(words), "flag": each.flag})
    return found
