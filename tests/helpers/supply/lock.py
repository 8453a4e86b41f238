"""Reads the lock: each package with its version, marker and hashes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.paths import ROOT

LOCK = ROOT / "requirements.lock"
_LINE = re.compile(
    r"(?P<name>[\w.-]+)(?:\[[^\]]*\])?==(?P<version>[\w.+!-]+)(?:\s*;\s*(?P<marker>.+))?"
)


@dataclass(frozen=True)
class Package:
    """A line of the lock.

    Attributes:
        name: as the lock writes it.
        version: the only one that is installed.
        marker: where it is installed; "" for everywhere.
        hashes: of its files, SHA-256 in hexadecimal.
    """

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def packages(lock: Path = LOCK) -> Sequence[Package]:
    """All lines of a lock, in their order; a package with two versions stands there twice."""
    found = []
    for line in lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        requirement, *hashes = line.split("--hash=sha256:")
        read = _LINE.fullmatch(requirement.strip())
        if read:
            digests = tuple(digest.strip() for digest in hashes)
            found.append(Package(read["name"], read["version"], read["marker"] or "", digests))
    return found
