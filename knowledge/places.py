"""Finds in a message where inside a country somebody is, and which regency or town of a province is meant; pure functions.

The understanding of messages finds the country or the province; here only its own places are looked for, so that a word such as
"Victoria" is a place for somebody in Australia and for nobody else.
"""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.model import Country, District, Province

SURE_LETTERS = 6
"""Shorter names are taken only as they are written."""

SIMILAR = 0.85
"""So alike are a name and its usual mistypings ("Sihanukville", "Songkla")."""

MOST_MISTYPED = 2
"""Letters too many or too few."""

BESIDE = 1
"""Words between two names that stand side by side."""

_WORD = re.compile(r"\w+")
_OFFICE = r"(?:kedutaan(?:\s+besar)?|kedubes|dubes|konsulat(?:\s+jenderal)?|konjen|embassy)"
_HOME = r"(?:indonesia|republik|ri|kita)"


@dataclass(frozen=True)
class Place:
    """A place inside a country: its name as the country's record writes it, and the id of the mission that serves it."""

    name: str
    mission: str


def place_in(text: str, country: Country) -> Place | None:
    """Return the place of this country that a text names.

    Of several the last ("dari Johor dibawa ke Tawau"); of two side by side that of the smaller mission ("Tawau, Sabah").
    """
    # A Place for each name of a country, in every message, took more than to look for them.
    missions = {
        _name_words(name): (mission, name)
        for mission in country.missions
        for name in mission.places
    }
    found = _mentions(text, missions)
    if not found:
        return None
    last = found[-1]
    beside = [missions[each.name] for each in found if last.start - each.end <= BESIDE]
    mission, name = min(beside[::-1], key=lambda row: len(row[0].places))
    return Place(name, mission.channel)


def district_in(text: str, province: Province) -> District | None:
    """Return the regency or town of this province that a text names."""
    names = {
        _name_words(name): district
        for district in province.districts
        for name in (district.everyday_name, *district.aliases, district.name)
    }
    found = _mentions(text, names)
    return names[found[-1].name] if found else None


def names_their_embassy(text: str, country: Country) -> bool:
    """Tell whether a text speaks of "kedutaan Malaysia": by its words the embassy OF that country, nearly always meant is ours there."""
    names = "|".join(re.escape(name) for name in (country.name, *country.aliases))
    office = re.compile(rf"\b{_OFFICE}\s+(?!{_HOME}\b)(?:{names})\b", re.IGNORECASE)
    return office.search(text) is not None


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


# Words of names in knowledge/, not of what people write: the same few hundred in each message about a country.
_name_words = functools.lru_cache(maxsize=4096)(_words)


@dataclass(frozen=True)
class _Mention:
    name: tuple[str, ...]
    start: int
    end: int


def _mentions(text: str, names: Iterable[tuple[str, ...]]) -> list[_Mention]:
    """Return the names in a text in order; where they overlap, the longest."""
    words = _words(text)
    found = [
        _Mention(name, start, start + len(name))
        for name in names
        for start in range(len(words) - len(name) + 1)
        if name and _is(words[start : start + len(name)], name)
    ]
    kept: list[_Mention] = []
    # The name as it is written before its mistypings.
    exact = {each: words[each.start : each.end] == each.name for each in found}
    for each in sorted(found, key=lambda each: (-len(each.name), not exact[each], each.start)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)


def _is(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if words == name:
        return True
    # Most are told apart by this already.
    if words[0][0] != name[0][0]:
        return False
    written, meant = "".join(words), "".join(name)
    short = min(len(written), len(meant)) < SURE_LETTERS
    if short or abs(len(written) - len(meant)) > MOST_MISTYPED:
        return False
    matcher = difflib.SequenceMatcher(None, written, meant)
    # The quick one is never less.
    return matcher.quick_ratio() >= SIMILAR and matcher.ratio() >= SIMILAR
