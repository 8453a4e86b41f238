"""What help in danger asks of the knowledge, and its answers from records in memory: for the time when no store can be opened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from knowledge.model import Channel, Country, Crisis, Knowledge, Source, Topic
from knowledge.numbers import CLOSED


class Lookup(Protocol):
    """Part of `knowledge.store.Store`."""

    def topic(self, id_: str) -> Topic | None:
        """Return a topic."""

    def crisis(self, id_: str) -> Crisis | None:
        """Return what to say to somebody in this kind of danger."""

    def channel(self, id_: str) -> Channel | None:
        """Return a channel."""

    def channels(self, ids: Iterable[str]) -> list[Channel]:
        """Return these channels in the order given, without the unknown ones."""

    def sources(self, ids: Iterable[str]) -> list[Source]:
        """Return these sources in the order given, without the unknown ones."""

    def country(self, code: str) -> Country | None:
        """Return a country by its ISO 3166 alpha-2 code, upper or lower case."""

    def missions_for(self, country_code: str, place: str | None = None) -> list[Channel]:
        """Return the Indonesian missions for a country, the first to call first; may be empty."""

    def emergency_for(self, country_code: str) -> Channel | None:
        """Return the local emergency number of a country."""

    def bp3mi_for(self, province_id: str) -> Channel | None:
        """Return the BP3MI office that serves a province."""


class Records:
    """Answers as `Store` does (see `Lookup`), without a database; a test compares both for every country.

    Args:
        knowledge: the records; kinds that nobody asks for may be left out.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep the records."""
        self._knowledge = knowledge

    def topic(self, id_: str) -> Topic | None:
        """Return a topic."""
        return self._knowledge.topics.get(id_)

    def crisis(self, id_: str) -> Crisis | None:
        """Return what to say to somebody in this kind of danger."""
        return self._knowledge.crisis.get(id_)

    def channel(self, id_: str) -> Channel | None:
        """Return a channel."""
        return self._knowledge.channels.get(id_)

    def channels(self, ids: Iterable[str]) -> list[Channel]:
        """Return these channels in the order given, without the unknown ones."""
        return [found for found in map(self.channel, ids) if found is not None]

    def sources(self, ids: Iterable[str]) -> list[Source]:
        """Return these sources in the order given, without the unknown ones."""
        found = map(self._knowledge.sources.get, ids)
        return [source for source in found if source is not None]

    def country(self, code: str) -> Country | None:
        """Return a country by its ISO 3166 alpha-2 code, upper or lower case."""
        return self._knowledge.countries.get(code.lower())

    def missions_for(self, country_code: str, place: str | None = None) -> list[Channel]:
        """Return the Indonesian missions for a country, the first to call first; that of the place before all others."""
        country = self.country(country_code)
        missions = sorted(
            country.missions if country else (), key=lambda mission: place not in mission.places
        )
        found = self.channels(mission.channel for mission in missions)
        return [channel for channel in found if channel.status != CLOSED]

    def emergency_for(self, country_code: str) -> Channel | None:
        """Return the local emergency number of a country."""
        country = self.country(country_code)
        return self._open(country.emergency if country else None)

    def bp3mi_for(self, province_id: str) -> Channel | None:
        """Return the BP3MI office that serves a province."""
        province = self._knowledge.provinces.get(province_id)
        return self._open(province.bp3mi if province else None)

    def _open(self, id_: str | None) -> Channel | None:
        channel = self.channel(id_) if id_ else None
        return channel if channel and channel.status != CLOSED else None
