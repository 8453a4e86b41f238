"""Whom to send somebody to: queries over the channels of a built store.

A channel answers when ONE of its contacts fits all that is wanted of a contact: a hotline that is free in Indonesia and a web site
that is reachable from abroad do not make a free line abroad.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from knowledge.model import Contact, Mission
from knowledge.numbers import ALWAYS, CLOSED, FREE, PHONE_TYPES
from knowledge.tables import ALIASES, HANDLES, RECORDS, ROWS

CONFIDENCE = ("rendah", "sedang", "tinggi")
"""From the least to the most certain."""

_CHANNELS, _COUNTRIES, _PROVINCES = (RECORDS[kind] for kind in ("channel", "country", "province"))
_CONTACTS, _MISSIONS = ROWS[Contact], ROWS[Mission]
_OF_CHANNEL = sa.and_(_CONTACTS.c.owner_kind == "channel", _CONTACTS.c.owner_id == _CHANNELS.c.id)


@dataclass(frozen=True)
class Wanted:
    """What a channel must be; what is left out does not matter. Channels that are closed for good never fit.

    Attributes:
        handles: it takes on at least one of these needs.
        levels: it is of one of these levels.
        serves: it is a mission for this country, or its local emergency number (ISO 3166 alpha-2 in either case).
        province: it is in this province (id).
        abroad: a contact works from abroad (True), or in Indonesia (False).
        by_phone: a contact is a telephone, WhatsApp or SMS number.
        always: that contact answers day and night.
        free: that contact costs nothing.
        open_now: it is not closed for the moment either.
        confidence: at least this certain.
        confirmed_since: a source of this day or later shows the contact.
    """

    handles: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    serves: str | None = None
    province: str | None = None
    abroad: bool | None = None
    by_phone: bool = False
    always: bool = False
    free: bool = False
    open_now: bool = False
    confidence: str | None = None
    confirmed_since: date | None = None


def find(connection: Connection, wanted: Wanted) -> list[str]:
    """Return the ids of the channels that fit: the most certain first, then those confirmed last, then by id."""
    certainty = sa.case(
        {word: rank for rank, word in enumerate(CONFIDENCE)}, value=_CHANNELS.c.confidence
    )
    query = (
        sa.select(_CHANNELS.c.id)
        .where(*_conditions(wanted))
        .order_by(
            certainty.desc(), sa.func.coalesce(_CHANNELS.c.confirmed_on, "").desc(), _CHANNELS.c.id
        )
    )
    return list(connection.execute(query).scalars())


def missions(connection: Connection, country_code: str, place: str | None = None) -> list[str]:
    """Return the ids of the missions for a country, the first to call first; may be empty.

    Args:
        connection: to the store.
        country_code: ISO 3166 alpha-2 in either case.
        place: a town or state in that country as knowledge/countries writes it; its mission comes first.
    """
    serves = sa.exists().where(
        ALIASES.c.owner_kind == "country",
        ALIASES.c.owner_id == _MISSIONS.c.owner_id,
        ALIASES.c.field
        == sa.literal("missions/") + sa.cast(_MISSIONS.c.position, sa.Text) + sa.literal("/places"),
        ALIASES.c.value == place,
    )
    query = (
        sa.select(_MISSIONS.c.channel)
        .join(_CHANNELS, _CHANNELS.c.id == _MISSIONS.c.channel)
        .where(
            _MISSIONS.c.owner_kind == "country",
            _MISSIONS.c.owner_id == country_code.lower(),
            _CHANNELS.c.status != CLOSED,
        )
        .order_by(sa.case((serves, 0), else_=1), _MISSIONS.c.position)
    )
    return list(connection.execute(query).scalars())


def emergency(connection: Connection, country_code: str) -> str | None:
    """Return the id of the local emergency number of a country."""
    return _pointer(connection, _COUNTRIES.c.emergency, _COUNTRIES.c.id == country_code.lower())


def office(connection: Connection, province_id: str) -> str | None:
    """Return the id of the BP3MI office that serves a province."""
    return _pointer(connection, _PROVINCES.c.bp3mi, _PROVINCES.c.id == province_id)


def confirmed(connection: Connection, since: date) -> tuple[int, int]:
    """Return how many contacts a source of this day or later confirms, and how many there are; closed channels do not count."""
    contacts = sa.join(_CONTACTS, _CHANNELS, _OF_CHANNEL)
    count = sa.select(sa.func.count()).select_from(contacts).where(_CHANNELS.c.status != CLOSED)
    fresh = count.where(_CHANNELS.c.confirmed_on >= since.isoformat())
    return connection.execute(fresh).scalar_one(), connection.execute(count).scalar_one()


def _conditions(wanted: Wanted) -> list[Any]:
    found: list[Any] = [_CHANNELS.c.status != CLOSED]
    if wanted.open_now:
        found.append(_CHANNELS.c.status == "active")
    if wanted.levels:
        found.append(_CHANNELS.c.level.in_(wanted.levels))
    if wanted.serves:
        found.append(_serves(wanted.serves))
    if wanted.province:
        found.append(_CHANNELS.c.province == wanted.province)
    if wanted.confidence:
        enough = CONFIDENCE[CONFIDENCE.index(wanted.confidence) :]
        found.append(_CHANNELS.c.confidence.in_(enough))
    if wanted.confirmed_since:
        # Partial dates compare as the beginning of their month or year.
        found.append(_CHANNELS.c.confirmed_on >= wanted.confirmed_since.isoformat())
    if wanted.handles:
        found.append(
            sa.exists().where(
                HANDLES.c.owner_kind == "channel",
                HANDLES.c.owner_id == _CHANNELS.c.id,
                HANDLES.c.value.in_(wanted.handles),
            )
        )
    contact = _contact_conditions(wanted)
    if contact:
        found.append(sa.exists().where(_OF_CHANNEL, *contact))
    return found


def _serves(country_code: str) -> Any:
    mission = sa.exists().where(
        _MISSIONS.c.owner_kind == "country",
        _MISSIONS.c.owner_id == country_code.lower(),
        _MISSIONS.c.channel == _CHANNELS.c.id,
    )
    number = sa.exists().where(
        _COUNTRIES.c.id == country_code.lower(), _COUNTRIES.c.emergency == _CHANNELS.c.id
    )
    return sa.or_(mission, number)


def _contact_conditions(wanted: Wanted) -> list[Any]:
    found: list[Any] = []
    if wanted.abroad is True:
        # A number of the country where somebody is works there, whatever it says of Indonesia.
        found.append(sa.or_(_CONTACTS.c.reach != "indonesia", _CHANNELS.c.country != "ID"))
    elif wanted.abroad is False:
        found.append(_CONTACTS.c.reach != "luar_negeri")
    if wanted.by_phone:
        found.append(_CONTACTS.c.type.in_(sorted(PHONE_TYPES)))
    if wanted.always:
        found.append(_CONTACTS.c.opening == ALWAYS)
    if wanted.free:
        found.append(_CONTACTS.c.cost == FREE)
    return found


def _pointer(connection: Connection, column: Any, condition: Any) -> str | None:
    query = (
        sa.select(_CHANNELS.c.id)
        .join(column.table, column == _CHANNELS.c.id)
        .where(condition, _CHANNELS.c.status != CLOSED)
    )
    return cast("str | None", connection.execute(query).scalar_one_or_none())
