"""Finds where the work is, among all countries and cities that a text names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from actions.screening.patterns import NEGATORS
from actions.screening.place_names import HOME, LABEL, further_names, hinted, hints_at, route_ends
from actions.screening.reading import Named, Reading
from actions.screening.ship_places import base_of_ship, is_on_ship

# Before a place these say that the work, or the journey's end, is there.
_THERE = frozenset(
    """penempatan lokasi di ke tujuan negara loker lowongan kerja kota daerah wilayah area penempatannya lokasinya kantor pabrik kerjanya
    bagian cabang 去 in at to location site base keluarga job berangkat neng nang ning ring pi""".split()
)
_HEADERS = frozenset(
    "penempatan lokasi tujuan loker lowongan location posisi job gawe penempatannya lokasinya".split()
)
# Before the name of a country these make it a language, another flag, a dish or a report, or deny it: it is not where the work is.
_NEVER = frozenset(
    "bahasa bhs basa boso berbahasa bisa lancar bukan selain pasar jl berita kasus tragedi isu kayak kaya seperti kursus".split()
)
_LANGUAGE_AFTER = frozenset("dasar aktif pasif komunikatif fasih lancar".split())
_SHIPS = frozenset("bendera kapal flag".split())
# These make it somebody's origin, or a former place of work.
_PEOPLE = frozenset(
    "orang warga pria laki lelaki suami bos pasangan manajer kontraktor tamu om wong urang tiang customer boss klien majikan".split()
)
_FORMER = frozenset("eks ex mantan alumni bekas pernah dulu finish finis asal".split())
_PASSING = frozenset(
    "transit via lewat melalui mampir singgah liwat dari lwt turun mendarat landing tinggal sebelah dekat deket tetangga".split()
)
# Behind a place: closed, or only the first part of the journey.
_LEFT_BEHIND = frozenset(
    """penuh full tutup ditutup habis audit batal renovasi cancel dicancel kensel gagal ketat kehabisan belum dulu""".split()
)
# The place of work changes: sure words, and others that also say that a registration is closed.
_CHANGE = frozenset(
    "pindah dipindah dipindahin dipindahkan dialihkan pindahkan alihkan dialih ditaro ditaruh dilempar digeser diganti".split()
)
_MAYBE_CHANGE = frozenset(
    "cabang full penuh tutup audit renovasi ditempatkan ganti gantinya cancel batal kehabisan".split()
)
_HERE = "ini"
# Before the second place of a journey: "besok lanjut ke Macau".
_ONWARD = frozenset("lanjut terus lalu kemudian trus ternyata akhirnya tepatnya".split())
# The same with a preposition: "nyebrang ke Myawaddy", but "nyebrang Makau, masuk lagi".
_ONWARD_TO = frozenset("nyebrang menyeberang nyeberang seberang dijemput dibawa".split())
_PREPOSITIONS = frozenset("di ke".split())
_ASKED = frozenset("mau minat ingin pengen berani siap".split())
# Between two countries these offer a choice.
_CHOICE = frozenset("atau or /".split())
_LINKS = frozenset(", / & dan atau and or + | • lan karo sareng jeung sama sm plus".split())
_ARROWS = frozenset("- – — > →".split())
_USUAL, _WEAK, _LEFT = 3.0, 1.0, 0.4
_AT, _HEADER, _CHANGED, _MONEY, _FIRST = 2.0, 4.0, 14.0, 2.0, 0.5
_CHANGE_REACH, _MAYBE_REACH = 30, 10
_MANY, _NEAR = 3, 3
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
    code = max(points, key=lambda code: points[code])
    changed = [named for named in mentions if scores[named] > _CHANGED]
    if changed:
        # Where a chat changes the place, the last one counts.
        return changed[-1].value, changed[-1]
    listed = _listed(reading, mentions)
    if listed and all(
        named in listed for named in mentions if named.value == code and scores[named] > 0
    ):
        return None
    return code, max(
        (named for named in mentions if named.value == code), key=lambda named: scores[named]
    )


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
    asked = not _ASKED.isdisjoint(reading.norms[max(first, named.start - 3) : named.start])
    if before in _PREPOSITIONS and len(near) > 1 and near[0] in NEGATORS and not asked:
        return 0
    if before in _NEVER or (after and after[0] in _LANGUAGE_AFTER) or not _SHIPS.isdisjoint(near):
        return 0
    if _is_left(reading, named):
        return _LEFT
    if _follows_left(reading, named, mentions):
        return _USUAL + _CHANGED + _AT
    if not _PASSING.isdisjoint(near) or not _FORMER.isdisjoint(near):
        return _LEFT
    if before in _PEOPLE or (before in ("dari", "dr") and _goes_on(reading, named, mentions)):
        return _WEAK
    following = mentions[mentions.index(named) + 1 :]
    if (
        following
        and _joined(reading, named, following[0], _ARROWS)
        and following[0].value != named.value
    ):
        # "KL - Ho Chi Minh": a route
        return _LEFT
    score = _USUAL
    if before in _THERE:
        score += _AT
    if not _HEADERS.isdisjoint(reading.norms[max(first, named.start - 4) : named.start]):
        score += _HEADER
    if mentions[0] is not named and _is_onward(reading, named):
        if any(other.start < last and _is_onward(reading, other) for other in following):
            return _LEFT
        score += _HEADER
    if _follows_change(reading, named, mentions):
        score += _CHANGED
    return score


def _is_onward(reading: Reading, named: Named) -> bool:
    """Whether the words before a place say that a journey goes on to it."""
    first = reading.sentence(named.start)[0]
    near = frozenset(reading.norms[max(first, named.start - _NEAR) : named.start])
    return bool(near & _ONWARD) or bool(near & _ONWARD_TO and near & _PREPOSITIONS)


def _is_left(reading: Reading, named: Named) -> bool:
    """Whether the words behind a place say that it is closed, or only comes first."""
    last = reading.sentence(named.start)[1]
    return not _LEFT_BEHIND.isdisjoint(reading.norms[named.end : min(last, named.end + 2)])


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
    if reading.norms[named.start - 1] == _HERE and not _joined(reading, earlier[-1], named, _LINKS):
        # "kak ini Myanmar"
        return True
    start = max(named.start - _CHANGE_REACH, earlier[0].end)
    near = max(named.start - _MAYBE_REACH, earlier[0].end)
    return not _CHANGE.isdisjoint(
        reading.norms[start : named.start]
    ) or not _MAYBE_CHANGE.isdisjoint(reading.norms[near : named.start])


def _follows_left(reading: Reading, named: Named, mentions: Sequence[Named]) -> bool:
    """True for the place behind one that is closed: "Seoul belum siap, jadi di Phnom Penh dulu"."""
    index = mentions.index(named)
    earlier = mentions[index - 1] if index else named
    return (
        earlier.value != named.value
        and named.start - earlier.end < _MAYBE_REACH
        and not _joined(reading, earlier, named, _LINKS)
        and _is_left(reading, earlier)
    )


def _listed(reading: Reading, mentions: Sequence[Named]) -> set[Named]:
    """Mentions that stand in a row of three or more countries, or of two to choose from."""
    rows: list[list[Named]] = []
    for named in mentions:
        if rows and _joined(reading, rows[-1][-1], named, _LINKS):
            rows[-1].append(named)
        else:
            rows.append([named])
    return {
        named
        for row in rows
        if (different := len({one.value for one in row})) >= _MANY
        or (different > 1 and _is_choice(reading, row))
        for named in row
    }


def _is_choice(reading: Reading, row: Sequence[Named]) -> bool:
    return not _CHOICE.isdisjoint(reading.norms[row[0].end : row[-1].start])


def _joined(reading: Reading, left: Named, right: Named, links: frozenset[str]) -> bool:
    return right.start >= left.end and all(
        reading.norms[place] in links for place in range(left.end, right.start)
    )
