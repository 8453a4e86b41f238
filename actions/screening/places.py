"""Finds where the work is, among all countries and cities that a text names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from actions.screening.place_beside import (
    follows_change,
    follows_left,
    is_elsewhere,
    is_former,
    is_left,
    is_onward,
)
from actions.screening.place_names import HOME, LABEL, further_names, hinted, hints_at, route_ends
from actions.screening.place_rows import is_many, joined, listed
from actions.screening.place_words import ARROWS, COMPOUNDS, HEADERS, PASSING, PEOPLE, THERE
from actions.screening.reading import Named, Reading
from actions.screening.ship_places import base_of_ship, is_on_ship

_USUAL, _WEAK, _LEFT = 3.0, 1.0, 0.4
_AT, _HEADER, _CHANGED, _MONEY, _COMPOUND = 2.0, 4.0, 14.0, 2.0, 5.0
# "dialihkan ke Poipet dulu"
_AT_FIRST = "dulu"
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
    if set(scores.values()) <= {0, _WEAK} and (hint := hinted(reading)):
        # "bos Cina, gaji 1.500 ringgit"
        return hint.value, hint
    if not totals:
        return None
    if _COURIER.search(reading.text) and len(totals) > 1:
        return None
    points = {
        code: sum(sorted(found, reverse=True)[:3]) + _MONEY * hints_at(code, reading.text)
        for code, found in totals.items()
    }
    for code in COMPOUNDS.intersection(points) if len(points) > 1 else ():
        points[code] += _COMPOUND * (max(totals[code]) >= _USUAL)
    code = max(points, key=lambda code: points[code])
    row = listed(reading, mentions)
    changed = [
        named
        for named in mentions
        if scores[named] > _CHANGED and not (is_many(row) and named in row)
    ]
    if changed:
        # Where a chat changes the place, the last one counts.
        last = _compound_behind(changed[-1], mentions, scores) or changed[-1]
        return last.value, last
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
    if is_elsewhere(reading, named, mentions):
        return 0
    first, last = reading.sentence(named.start)
    near = reading.norms[max(first, named.start - 2) : named.start]
    after = reading.norms[named.end : min(last, named.end + 2)]
    before = near[-1] if near else ""
    follows = follows_left(reading, named, mentions)
    if is_left(reading, named) and not (follows and _AT_FIRST in after):
        return _LEFT
    if follows:
        return _USUAL + _CHANGED + _AT
    if not PASSING.isdisjoint(near) or is_former(reading, named):
        return _LEFT
    if before in PEOPLE:
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
    if mentions[0] is not named and is_onward(reading, named):
        if any(other.start < last and is_onward(reading, other) for other in following):
            return _LEFT
        score += _HEADER
    if follows_change(reading, named, mentions):
        score += _CHANGED
    return score
