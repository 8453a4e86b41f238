"""Words of the names of places, which are no names of people: "bima", "sri lanka"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Slow to import, and only named here.
    from knowledge.store import Store


def place_words(store: Store) -> frozenset[str]:
    """Every word of the names of countries, cities, provinces and districts, in small letters."""
    names = [name for row in store.countries() for name in (row.name, *row.aliases)]
    for row in store.provinces():
        names += [row.name, *row.aliases, *(district.name for district in row.districts)]
    return frozenset(word for name in names for word in re.findall(r"\w+", name.casefold()))
