"""Whom to call in a danger, and in which order: by what happened, where, and who reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actions.render.channels import NATIONAL_HOTLINE, usable
from actions.render.crisis_contacts import sends_doctor
from knowledge.model import Channel, Country, Crisis
from knowledge.records import Lookup

# Whom somebody still in Indonesia can reach: the police and the ministry's line.
DOMESTIC_CHANNELS = ("polri_110", "kp2mi_call_center")


@dataclass(frozen=True)
class Place:
    """Where somebody in danger is, as far as it was said.

    Attributes:
        country: None while it is not known, and for Indonesia.
        town: a town or area of that country, as its record writes it.
        home: in Indonesia.
        province: id of the province there.
    """

    country: Country | None = None
    town: str | None = None
    home: bool = False
    province: str | None = None

    @property
    def is_known(self) -> bool:
        """True when the contacts are those of a place."""
        return self.home or self.country is not None


def channels_for(store: Lookup, crisis: Crisis, place: Place, for_family: bool) -> list[Channel]:
    """Active channels, the first to call first.

    Args:
        store: where they are read.
        crisis: what happened.
        place: where the one in danger is.
        for_family: somebody in Indonesia reads for them, else they read themselves.
    """
    if place.home:
        found = _at_home(store, crisis, place.province)
    elif place.country is None:
        found = store.channels(crisis.channels)
    else:
        found = _abroad(store, crisis, place.country, place.town, for_family)
    active = [channel for channel in found if channel.status == "active"]
    return list({channel.id: channel for channel in active}.values())


def towns_to_choose(store: Lookup, country: Country) -> list[str]:
    """Where the missions inside a country are, where there are several."""
    missions = store.missions_for(country.country)
    here = (mission.city for mission in missions if mission.country == country.country)
    towns = list(dict.fromkeys(filter(None, here)))
    return towns if len(towns) > 1 else []


def _at_home(store: Lookup, crisis: Crisis, province: str | None) -> list[Channel]:
    if not crisis.mission_first:
        # The foreign ministry has nothing to offer to somebody who never left.
        return store.channels(id_ for id_ in crisis.channels if id_ != NATIONAL_HOTLINE)
    office = store.bp3mi_for(province) if province else None
    first = [*store.channels(DOMESTIC_CHANNELS), *([office] if office else [])]
    return [*first, *store.channels(crisis.channels)]


def _abroad(
    store: Lookup, crisis: Crisis, country: Country, town: str | None, for_family: bool
) -> list[Channel]:
    # Before the order is made: a line that does not work abroad must not take the place of one that does.
    national = usable(store.channels(crisis.channels), abroad=not for_family)
    missions = store.missions_for(country.country, town)
    emergency = store.emergency_for(country.country)
    local: Sequence[Channel] = ()
    if emergency and crisis.local_emergency and not for_family:
        local = [emergency] if crisis.mission_first or sends_doctor(emergency) else []
    if crisis.mission_first:
        # Who comes at once before who answers at once, except where the record says that it may not help.
        soon = [*national[:1], *local] if emergency and emergency.alert else [*local, *national[:1]]
        return [*missions[:1], *soon, *missions[1:], *national[1:]]
    if for_family:
        return [*national[:1], *missions, *national[1:]]
    # Help that comes to the door before a line that only listens.
    return [*local, *missions[:1], *national, *missions[1:]]
