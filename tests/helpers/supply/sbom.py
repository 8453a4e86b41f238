"""The bill of materials in CycloneDX's JSON, made of the lock alone: the same lock gives the same file."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Sequence
from typing import Any

from bot.version import VERSION
from tests.helpers.supply.licences import licence_of, load_table
from tests.helpers.supply.lock import LOCK, Package, packages

SPEC = "1.6"
_NAME = "mawas"


def sbom(found: Sequence[Package] | None = None) -> dict[str, Any]:
    """The bill; hashes are those of all files that the lock accepts.

    Args:
        found: packages of the lock; None to read it.
    """
    found = packages() if found is None else found
    digest = hashlib.sha256(repr(found).encode()).digest()
    table = load_table()
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{SPEC}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": SPEC,
        "serialNumber": f"urn:uuid:{uuid.UUID(bytes=digest[:16], version=4)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": _NAME,
                "name": _NAME,
                "version": VERSION,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": [_component(package, table) for package in found],
        "dependencies": [{"ref": _NAME, "dependsOn": [_purl(package) for package in found]}],
    }


def as_text(bill: dict[str, Any]) -> str:
    """A bill as it is written."""
    return json.dumps(bill, indent=2, ensure_ascii=False) + "\n"


def _component(package: Package, table: dict[str, Any]) -> dict[str, Any]:
    properties = [{"name": f"{_NAME}:lock", "value": LOCK.name}]
    if package.marker:
        properties.append({"name": f"{_NAME}:marker", "value": package.marker})
    # CycloneDX has one hash of a kind for a component, the lock one for each of its files.
    properties += [{"name": f"{_NAME}:sha256", "value": digest} for digest in package.hashes]
    return {
        "type": "library",
        "bom-ref": _purl(package),
        "name": package.name,
        "version": package.version,
        "purl": _purl(package),
        "licenses": [{"expression": licence_of(package.name, table)}],
        "properties": properties,
    }


def _purl(package: Package) -> str:
    return f"pkg:pypi/{package.name.lower()}@{package.version}"
