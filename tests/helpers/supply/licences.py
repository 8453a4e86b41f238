"""The licence of each package of the lock, and the page that lists them: `python -m tests.helpers.supply licences`."""

from __future__ import annotations

import importlib.metadata as metadata
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from bot.paths import ROOT
from tests.helpers.supply.lock import Package, packages

PAGE = ROOT / "docs" / "licences.md"
TABLE = Path(__file__).with_name("licences.yml")
_SCHEMES = re.compile(r"\s+(?:AND|OR)\s+")
_CLASSIFIER = "License :: "


class UnknownLicenceError(Exception):
    """A package whose licence nobody has read yet, or which may not stand in the lock."""


def licence_of(name: str, table: Mapping[str, Any], words: Sequence[str] | None = None) -> str:
    """The licence of a package as an SPDX expression.

    Args:
        name: of the package.
        table: of `licences.yml`.
        words: what its metadata says, in the order in which it is believed; None to look into the installed package.

    Raises:
        UnknownLicenceError: its words are not known, or it is not allowed.
    """
    expression = table["packages"].get(name)
    if expression is None:
        said = _said(name) if words is None else words
        known = [table["words"].get(word, word) for word in said]
        expression = next((word for word in known if _is_allowed(word, table)), None)
        if expression is None:
            raise UnknownLicenceError(f"{name}: {', '.join(said) or 'nothing is said'}")
    if not _is_allowed(expression, table):
        raise UnknownLicenceError(f"{name}: {expression} is not allowed")
    return str(expression)


def load_table() -> dict[str, Any]:
    """The content of `licences.yml`."""
    table: dict[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return table


def page(found: Sequence[Package] | None = None) -> str:
    """The page with all packages; it depends on the lock and the table, and not on the system."""
    table = load_table()
    rows = {
        (package.name, package.version): licence_of(package.name, table)
        for package in (packages() if found is None else found)
    }
    counts = Counter(rows.values())
    lines = [
        "# Licences of the packages",
        "",
        "Made by `.venv/bin/python -m tests.helpers.supply licences --write` from requirements.lock and from what each package says"
        " of itself; a test compares it."
        " Which licences are allowed, and why: tests/helpers/supply/licences.yml.",
        "",
        "| Licence | Packages |",
        "|---|---|",
        *(f"| {licence} | {count} |" for licence, count in sorted(counts.items())),
        "",
        "| Package | Version | Licence |",
        "|---|---|---|",
        *(f"| {name} | {version} | {licence} |" for (name, version), licence in rows.items()),
        "",
    ]
    return "\n".join(lines)


def _is_allowed(expression: str, table: Mapping[str, Any]) -> bool:
    return all(part in table["allowed"] for part in _SCHEMES.split(expression))


def _said(name: str) -> list[str]:
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return []
    expression, words = told.get("License-Expression"), told.get("License")
    classifiers = [
        line.split(" :: ")[-1]
        for line in told.get_all("Classifier") or []
        if line.startswith(_CLASSIFIER)
    ]
    # Several classifiers may mean "and" or "or": they are believed only where there is one.
    return [
        *([expression] if expression else []),
        *(classifiers if len(set(classifiers)) == 1 else []),
        *((words or "").splitlines()[:1]),
    ]
