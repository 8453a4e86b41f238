"""Channels as Open Referral HSDS 3.0: rows for each table, and the same nested as JSON."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from knowledge.model import Channel, Knowledge
from knowledge.numbers import PHONE_TYPES

Row = dict[str, str]
Rows = dict[str, list[Row]]
"""Name of the HSDS table -> its rows."""

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "mawas.knowledge")
_STATUS = {"active": "active", "inactive": "inactive", "temporarily_closed": "temporarily closed"}
_PHONE_TYPE = {"phone": "voice", "whatsapp": "text", "sms": "text"}
"""RFC 6350 types, as HSDS asks. WhatsApp is written text."""

NOT_RECORDED = "tidak dicatat"
"""HSDS requires these fields of an address; the facts do not hold them."""


def hsds_id(table: str, key: str) -> str:
    """Return the UUID of a row: the same in every export, so that others can link to it."""
    return str(uuid.uuid5(_NAMESPACE, f"{table}/{key}"))


def hsds_rows(knowledge: Knowledge) -> Rows:
    """Return all rows of all tables; a channel is a service, its operator an organization."""
    rows: Rows = {}
    organizations: set[str] = set()
    for channel in knowledge.channels.values():
        operator = channel.operator or channel.name
        if operator not in organizations:
            organizations.add(operator)
            rows.setdefault("organization", []).append(_organization(operator))
        for table, row in _channel_rows(channel, operator, knowledge):
            rows.setdefault(table, []).append(row)
    return rows


def hsds_services(rows: Rows) -> list[dict[str, Any]]:
    """Return the services as nested JSON objects, as an HSDS API would."""
    organizations = {row["id"]: row for row in rows.get("organization", [])}
    locations = {row["id"]: row for row in rows.get("location", [])}
    services = []
    for row in rows.get("service", []):
        service: dict[str, Any] = {k: v for k, v in row.items() if v and k != "organization_id"}
        service["organization"] = organizations[row["organization_id"]]
        for table, key in _NESTED.items():
            service[key] = [_bare(each) for each in rows.get(table, []) if _of(each, row)]
        service["service_at_locations"] = [
            {"id": link["id"], "location": _location(locations[link["location_id"]], rows)}
            for link in rows.get("service_at_location", [])
            if link["service_id"] == row["id"]
        ]
        services.append(service)
    return services


_NESTED = {
    "phone": "phones",
    "contact": "contacts",
    "schedule": "schedules",
    "service_area": "service_areas",
    "metadata": "metadata",
}


def _of(row: Row, service: Row) -> bool:
    return service["id"] in (row.get("service_id"), row.get("resource_id"))


def _bare(row: Row) -> Row:
    """Return a row without the reference that nesting already tells."""
    return {key: value for key, value in row.items() if key != "service_id"}


def _location(location: Row, rows: Rows) -> dict[str, Any]:
    nested: dict[str, Any] = {k: v for k, v in location.items() if v and k != "organization_id"}
    nested["addresses"] = [
        {key: value for key, value in address.items() if key != "location_id"}
        for address in rows.get("address", [])
        if address["location_id"] == location["id"]
    ]
    return nested


def _organization(operator: str) -> Row:
    return {
        "id": hsds_id("organization", operator),
        "name": operator,
        "description": f"Lembaga yang menjalankan kanal bantuan: {operator}.",
    }


def _channel_rows(
    channel: Channel, operator: str, knowledge: Knowledge
) -> Iterator[tuple[str, Row]]:
    service, location = hsds_id("service", channel.id), hsds_id("location", channel.id)
    organization = hsds_id("organization", operator)
    web, email = _first(channel, "web"), _first(channel, "email")
    yield (
        "service",
        {
            "id": service,
            "organization_id": organization,
            "name": channel.name,
            "status": _STATUS[channel.status],
            "description": channel.serves,
            "url": web,
            "email": email,
            "application_process": " ".join(step.text for step in channel.next),
            "assured_date": channel.checked_on.isoformat(),
            "alert": channel.alert or "",
        },
    )
    has_address = any(contact.type == "address" for contact in channel.contacts)
    yield (
        "location",
        {
            "id": location,
            "location_type": "physical" if has_address else "virtual",
            "organization_id": organization,
            "name": channel.name,
            "url": "" if has_address else web,
        },
    )
    yield (
        "service_at_location",
        {
            "id": hsds_id("service_at_location", channel.id),
            "service_id": service,
            "location_id": location,
        },
    )
    yield from _contact_rows(channel, service, location, knowledge)
    if channel.hours:
        key = hsds_id("schedule", channel.id)
        yield "schedule", {"id": key, "service_id": service, "description": channel.hours}
    yield (
        "service_area",
        {
            "id": hsds_id("service_area", channel.id),
            "service_id": service,
            "name": _area(channel, knowledge),
        },
    )
    yield (
        "metadata",
        {
            "id": hsds_id("metadata", channel.id),
            "resource_id": service,
            "resource_type": "service",
            "last_action_date": channel.checked_on.isoformat(),
            "last_action_type": "update",
            "field_name": "assured_date",
            "previous_value": NOT_RECORDED,
            "replacement_value": channel.checked_on.isoformat(),
            "updated_by": channel.checked_by,
        },
    )


def _contact_rows(
    channel: Channel, service: str, location: str, knowledge: Knowledge
) -> Iterator[tuple[str, Row]]:
    province = knowledge.provinces.get(channel.province or "")
    for position, contact in enumerate(channel.contacts):
        key = f"{channel.id}/{position}"
        if contact.type in PHONE_TYPES:
            yield (
                "phone",
                {
                    "id": hsds_id("phone", key),
                    "number": contact.value,
                    "service_id": service,
                    "type": _PHONE_TYPE[contact.type],
                    "description": contact.label,
                },
            )
        elif contact.type == "address":
            yield (
                "address",
                {
                    "id": hsds_id("address", key),
                    "address_1": contact.value,
                    "city": channel.city or NOT_RECORDED,
                    "state_province": province.name if province else NOT_RECORDED,
                    "postal_code": NOT_RECORDED,
                    "country": channel.country,
                    "address_type": "physical",
                    "location_id": location,
                },
            )
        elif contact.type == "email":
            yield (
                "contact",
                {
                    "id": hsds_id("contact", key),
                    "service_id": service,
                    "name": contact.label,
                    "email": contact.value,
                },
            )


def _first(channel: Channel, type_: str) -> str:
    return next((each.value for each in channel.contacts if each.type == type_), "")


def _area(channel: Channel, knowledge: Knowledge) -> str:
    """Return the name of the place that a channel serves, as far as the records tell."""
    province = knowledge.provinces.get(channel.province or "")
    if province:
        return province.name
    country = knowledge.countries.get(channel.country.lower())
    return country.name if country else channel.country
