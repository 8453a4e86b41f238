"""Which entry of the inventory a file of MAWAS_HOME belongs to."""

from __future__ import annotations

import fnmatch

from bot.keeping.inventory import IN_HOME, entries

FILES = [entry for entry in entries() if entry.kind == IN_HOME]


def entry_of(name: str) -> list[str]:
    """Names of the entries of a file, whose path below MAWAS_HOME is given."""
    return [entry.name for entry in FILES if fnmatch.fnmatchcase(name, entry.name)]
