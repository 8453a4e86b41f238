"""Finds where the work is, among all countries and cities that a text names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from actions.screening.patterns import NEGATORS
from actions.screening.place_names import HOME, LABEL, further_names, hinted, hints_at, route_ends
from actions.screening.place_rows import LINKS, is_many, joined, listed
from actions.screening.place_words import (
    ARAB,
    ARROWS,
    ASKED,
    CHANGE,
    COMPOUNDS,
    FORMER,
    HEADERS,
    HERE,
    IF,
    LANGUAGE_AFTER,
    LEFT_BEHIND,
    MAYBE_CHANGE,
    NEVER,
    ONWARD,
    ONWARD_TO,
    PASSING,
    PEOPLE,
    PREPOSITIONS,
    SHIPS,
    STAMPS,
    THERE,
    TONGUES,
)
from actions.screening.reading import Named, Reading
from actions.screening.ship_places import base_of_ship, is_on_ship

_USUAL, _WEAK, _LEFT = 3.0, 1.0, 0.4
_AT, _HEADER, _CHANGED, _MONEY, _FIRST, _COMPOUND = 2.0, 4.0, 14.0, 2.0, 0.5, 5.0
_CHANGE_REACH, _MAYBE_REACH = 30, 10
_NEAR = 3
# "Hatyai tidak jadi"
_BECOMES = "jadi"
# "dialihkan ke Poipet dulu"
_AT_FIRST = "dulu"
_LONGEST_TONGUE = 12
_TONGUES_JOINED = re.compile(
    rf"\b(?:{'|'.join(TONGUES)})\s?[-–/]\s?(?:{'|'.join(TONGUES)})$", re.IGNORECASE
)
_COURIER = re.compile(r"\b(?:kurir|courier)\b(?!\s(?:paket|makanan))", re.IGNORECASE)


def destination(reading: Reading) -> tuple[str, Named] | None:
    """The country of work (ISO 3166 alpha-2) and the words that name it.

    None when no country is named, when three or more stand in a row as equals, and on ships without a named base.

    Args:
        reading: the text.
    """
    mentions = sorted(_mentions(reading), key=lambda named: named.start)
    if is_on_ship(reading.text):
        return base_of_ship(reading, mentions)
    scores = {named: _score(reading, named, mentions) for named in mentions}
    totals: dict[str, list[float]] = defaultdict(list)
    for named, score in scores.items():
        if score > 0:
            totals[named.value].append(score)
    if not totals:
        hint = hinted(reading) if not mentions or not scores else None
        return (hint.value, hint) if hint else None
    if _COURIER.search(reading.text) and len(totals) > 1:
        return None
    points = {
        code: sum(sorted(found, reverse=True)[:3]) + _MONEY * hints_at(code, reading.text)
        for code, found in totals.items()
    }
    points[next(iter(totals))] += _FIRST
    for code in COMPOUNDS.intersection(points) if len(points) > 1 else ():
        points[code] += _COMPOUND * (max(totals[code]) >= _USUAL)
    code = max(points, key=lambda code: points[code])
    changed = [named for named in mentions if scores[named] > _CHANGED]
    if changed:
        # Where a chat changes the place, the last one counts.
        last = _compound_behind(changed[-1], mentions, scores) or changed[-1]
        return last.value, last
    row = listed(reading, mentions)
    if row and all(named in row for named in mentions if named.value == code and scores[named] > 0):
        return None
    best = max(
        (named for named in mentions if named.value == code), key=lambda named: scores[named]
    )
    if is_many(row) and best.start > max(named.start for named in row):
        # A stop of the journey, named below a list of vacancies.
        return None
    return code, best


def _compound_behind(
    changed: Named, mentions: Sequence[Named], scores: Mapping[Named, float]
) -> Named | None:
    """A place of scam compounds that is named behind the last change: the journey went on to it."""
    behind = [
        named
        for named in mentions
        if named.start > changed.start and named.value in COMPOUNDS and scores[named] >= _USUAL
    ]
    return behind[-1] if behind else None


def _mentions(reading: Reading) -> Iterator[Named]:
    taken: set[int] = set()
    for entity in reading.entities:
        if entity.label == LABEL and entity.value != HOME:
            taken.update(range(entity.start, entity.end))
            yield entity
    for named in (*further_names(reading), *route_ends(reading)):
        if taken.isdisjoint(range(named.start, named.end)):
            taken.update(range(named.start, named.end))
            yield named


def _score(reading: Reading, named: Named, mentions: Sequence[Named]) -> float:
    first, last = reading.sentence(named.start)
    near = reading.norms[max(first, named.start - 2) : named.start]
    before = near[-1] if near else ""
    after = reading.norms[named.end : min(last, named.end + 2)]
    # "mau ga ke Dubai?"
    asked = not ASKED.isdisjoint(reading.norms[max(first, named.start - 3) : named.start])
    if before in PREPOSITIONS and len(near) > 1 and near[0] in NEGATORS and not asked:
        return 0
    if (
        _is_no_place(reading, named, mentions)
        or before in NEVER
        or (after and after[0] in LANGUAGE_AFTER)
        or not SHIPS.isdisjoint(near)
    ):
        return 0
    follows = _follows_left(reading, named, mentions)
    if _is_left(reading, named) and not (follows and _AT_FIRST in after):
        return _LEFT
    if follows:
        return _USUAL + _CHANGED + _AT
    if not PASSING.isdisjoint(near) or not FORMER.isdisjoint(near):
        return _LEFT
    if before in PEOPLE or (before in ("dari", "dr") and _goes_on(reading, named, mentions)):
        return _WEAK
    following = mentions[mentions.index(named) + 1 :]
    if (
        following
        and joined(reading, named, following[0], ARROWS)
        and following[0].value != named.value
    ):
        # "KL - Ho Chi Minh": a route
        return _LEFT
    score = _USUAL
    if before in THERE:
        score += _AT
    if not HEADERS.isdisjoint(reading.norms[max(first, named.start - 4) : named.start]):
        score += _HEADER
    if mentions[0] is not named and _is_onward(reading, named):
        if any(other.start < last and _is_onward(reading, other) for other in following):
            return _LEFT
        score += _HEADER
    if _follows_change(reading, named, mentions):
        score += _CHANGED
    return score


def _is_no_place(reading: Reading, named: Named, mentions: Sequence[Named]) -> bool:
    """True for "Lao Wu", a person, and for "Inggris-Arab", two languages."""
    words = reading.norms[named.start : named.end]
    start, end = reading.offsets_of(named.start, named.end)
    if words == ("arab",):
        # "keluarga Arab di Abu Dhabi"
        return any(other.value in ARAB for other in mentions)
    if words == ("lao",):
        return reading.text[end : end + 2].strip()[:1].isupper()
    return words[0] in TONGUES and bool(
        _TONGUES_JOINED.search(reading.text, max(0, start - _LONGEST_TONGUE), end)
    )


def _is_onward(reading: Reading, named: Named) -> bool:
    """Whether the words before a place say that a journey goes on to it."""
    first = reading.sentence(named.start)[0]
    near = frozenset(reading.norms[max(first, named.start - _NEAR) : named.start])
    return bool(near & ONWARD) or bool(near & ONWARD_TO and near & PREPOSITIONS)


def _is_left(reading: Reading, named: Named) -> bool:
    """Whether the words behind a place say that it is closed, or only comes first."""
    last = reading.sentence(named.start)[1]
    after = reading.norms[named.end : min(last, named.end + _NEAR)]
    return (
        not LEFT_BEHIND.isdisjoint(after[:2])
        or not (CHANGE | STAMPS).isdisjoint(after)
        or (after[1:2] == (_BECOMES,) and after[0] in NEGATORS)
    )


def _goes_on(reading: Reading, named: Named, mentions: Sequence[Named]) -> bool:
    """True for the first of two places in one sentence: "dari Bangkok ... ke Mae Sot"."""
    last = reading.sentence(named.start)[1]
    return any(named.end < other.start < last for other in mentions)


def _follows_change(reading: Reading, named: Named, mentions: Sequence[Named]) -> bool:
    """True for a second country after words that say that the place changed."""
    earlier = [
        other for other in mentions if other.start < named.start and other.value != named.value
    ]
    if not earlier:
        return False
    if reading.norms[named.start - 1] == HERE and not joined(reading, earlier[-1], named, LINKS):
        # "kak ini Myanmar"
        return True
    if not IF.isdisjoint(reading.norms[reading.sentence(named.start)[0] : named.start]):
        # "kalau visanya gagal digeser ke Guam"
        return False
    start = max(named.start - _CHANGE_REACH, earlier[0].end)
    near = max(named.start - _MAYBE_REACH, earlier[0].end)
    return not CHANGE.isdisjoint(reading.norms[start : named.start]) or not MAYBE_CHANGE.isdisjoint(
        reading.norms[near : named.start]
    )


def _follows_left(reading: Reading, named: Named, mentions: Sequence[Named]) -> bool:
    """True for the place behind one that is closed: "Seoul belum siap, jadi di Phnom Penh dulu"."""
    index = mentions.index(named)
    earlier = mentions[index - 1] if index else named
    return (
        earlier.value != named.value
        and named.start - earlier.end < _MAYBE_REACH
        and not joined(reading, earlier, named, LINKS)
        and _is_left(reading, earlier)
    )
