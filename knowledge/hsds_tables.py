"""The tables of HSDS 3.0 that the export fills, with their fields and references.

Source: openreferral/specification, `datapackage.json` and `schema/*.json` at 3.0. Only fields that
Mawas has facts for are listed; all fields that HSDS requires are among them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

VERSION = "3.0.0"


@dataclass(frozen=True)
class HsdsTable:
    """One table.

    Attributes:
        name: name of the resource, singular as in HSDS.
        path: file in the package.
        required: fields that HSDS requires.
        optional: other fields, written when known.
        references: field -> table it refers to.
        types: field -> Table Schema type where it is not `string`.
    """

    name: str
    path: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    references: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[str, ...]:
        """Return all fields in column order."""
        return self.required + self.optional


TABLES: tuple[HsdsTable, ...] = (
    HsdsTable("organization", "organizations.csv", ("id", "name", "description")),
    HsdsTable(
        "service",
        "services.csv",
        ("id", "organization_id", "name", "status"),
        ("description", "url", "email", "application_process", "assured_date", "alert"),
        {"organization_id": "organization"},
        {"assured_date": "date"},
    ),
    HsdsTable(
        "location",
        "locations.csv",
        ("id", "location_type"),
        ("organization_id", "name", "url"),
        {"organization_id": "organization"},
    ),
    HsdsTable(
        "service_at_location",
        "service_at_location.csv",
        ("id", "service_id", "location_id"),
        (),
        {"service_id": "service", "location_id": "location"},
    ),
    HsdsTable(
        "address",
        "addresses.csv",
        ("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
        ("location_id",),
        {"location_id": "location"},
    ),
    HsdsTable(
        "phone",
        "phones.csv",
        ("id", "number"),
        ("service_id", "type", "description"),
        {"service_id": "service"},
    ),
    HsdsTable(
        "contact",
        "contacts.csv",
        ("id",),
        ("service_id", "name", "email"),
        {"service_id": "service"},
    ),
    HsdsTable(
        "schedule",
        "schedules.csv",
        ("id",),
        ("service_id", "description"),
        {"service_id": "service"},
    ),
    HsdsTable(
        "service_area",
        "service_areas.csv",
        ("id",),
        ("service_id", "name"),
        {"service_id": "service"},
    ),
    HsdsTable(
        "metadata",
        "metadata.csv",
        (
            "id",
            "resource_id",
            "resource_type",
            "last_action_date",
            "last_action_type",
            "field_name",
            "previous_value",
            "replacement_value",
            "updated_by",
        ),
        (),
        {},
        {"last_action_date": "date"},
    ),
)
"""In an order in which every table comes after those it refers to."""


def datapackage() -> dict[str, Any]:
    """Return the descriptor of the tabular data package (`datapackage.json`)."""
    return {
        "name": "mawas_human_services_data",
        "title": "Kanal bantuan pekerja migran Indonesia (Mawas)",
        "profile": "tabular-data-package",
        "version": VERSION,
        "homepage": "http://docs.openreferral.org",
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: HsdsTable) -> dict[str, Any]:
    fields = [
        {
            "name": name,
            "type": table.types.get(name, "string"),
            "constraints": {"required": name in table.required, "unique": name == "id"},
        }
        for name in table.fields
    ]
    keys = [
        {"fields": name, "reference": {"resource": target, "fields": "id"}}
        for name, target in table.references.items()
    ]
    return {
        "name": table.name,
        "path": table.path,
        "format": "csv",
        "mediatype": "text/csv",
        "profile": "tabular-data-resource",
        "schema": {"primaryKey": "id", "fields": fields, "foreignKeys": keys},
    }
