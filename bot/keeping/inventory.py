"""The inventory of everything that is stored (inventory.yml), for its page and for the tests that compare it with what there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("inventory.yml")
TABLE, IN_HOME, REDIS, ELSEWHERE = KINDS = ("table", "file", "redis", "elsewhere")
WHOSE = ("user", "operator", "nobody")
FORMS = (
    *("text", "covered", "masked", "pseudonym", "id", "number"),
    *("count", "time", "day", "place", "word", "key"),
)
LANGUAGES = ("en", "id")


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        whose: one of WHOSE.
        form: one of FORMS.
        what: it holds, in English.
    """

    whose: str
    form: str
    what: str


@dataclass(frozen=True)
class Entry:
    """Something that is stored. Texts are by language (LANGUAGES).

    Attributes:
        kind: one of KINDS.
        name: of the table or of the key; of a file a pattern below MAWAS_HOME.
        whose: whose data it is, one of WHOSE.
        what: it is.
        why: it is needed.
        kept: for how long.
        deleted: by what.
        columns: of a table, by name.
        set: of a table.
        by: the program's file that writes it, below the root.
    """

    kind: str
    name: str
    whose: str
    what: Mapping[str, str]
    why: Mapping[str, str]
    kept: Mapping[str, str]
    deleted: Mapping[str, str]
    columns: Mapping[str, Column] = field(default_factory=dict)
    set: str = ""
    by: str = ""


def entries() -> tuple[Entry, ...]:
    """Every entry, in the order of the file."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))["entries"]
    return tuple(
        Entry(**{**row, "columns": {k: Column(**v) for k, v in row.get("columns", {}).items()}})
        for row in rows
    )
