"""Common Indonesian first names (nlu_data/names.yml): no name is a slip in another word, and names are hidden before words are shown."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

NAMES_FILE = Path(__file__).resolve().parents[1] / "nlu_data" / "names.yml"


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """The names, in small letters."""
    groups: dict[str, str] = yaml.load(
        NAMES_FILE.read_text(encoding="utf-8"),
        yaml.BaseLoader,  # noqa: S506 - makes strings only
    )
    return frozenset(name for names in groups.values() for name in names.split())
