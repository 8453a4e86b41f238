"""Finds rows of countries that an offer lists as equals: none of them is the place of work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.screening.reading import Named, Reading

LINKS = frozenset(", / & dan atau and or + | • lan karo sareng jeung sama sm plus bisa".split())
# Between two countries these offer a choice: "Taiwan atau Hong Kong", "Malaysia bisa, Brunei bisa".
_CHOICE = frozenset("atau or / bisa".split())
_MANY = 3
# "• Taiwan - ...", "1) Laos", "Brunei: ...": a country heads its line. Flags and pictures may stand before it.
_BEGINNING = re.compile(r"[^\w\n]*(?:\d{1,2}[^\w\n]*)?")
_NUMBER = re.compile(r"\s*(?:\(?[A-Da-d]\)|\(?\d{1,2}[.)])\s")
# Numbers of a list that is written in one line.
_INSIDE = re.compile(r"\(\d{1,2}\)\s")
_MARKED = re.compile(r"[^\s\w]|\d")


def listed(reading: Reading, mentions: Sequence[Named]) -> set[Named]:
    """Mentions that stand in a row of three or more countries, or of two to choose from."""
    rows: list[list[Named]] = []
    for named in mentions:
        if rows and joined(reading, rows[-1][-1], named, LINKS):
            rows[-1].append(named)
        else:
            rows.append([named])
    return _of_lines(reading, mentions) | {
        named
        for row in rows
        if (different := len({one.value for one in row})) >= _MANY
        or (different > 1 and _is_choice(reading, row))
        for named in row
    }


def is_many(row: set[Named]) -> bool:
    """Whether a list holds three countries or more."""
    return len({named.value for named in row}) >= _MANY


def joined(reading: Reading, left: Named, right: Named, links: frozenset[str]) -> bool:
    """Whether nothing but such words stands between two places."""
    return right.start >= left.end and all(
        reading.norms[place] in links for place in range(left.end, right.start)
    )


def _is_choice(reading: Reading, row: Sequence[Named]) -> bool:
    return not _CHOICE.isdisjoint(reading.norms[row[0].end : row[-1].start])


def _of_lines(reading: Reading, mentions: Sequence[Named]) -> set[Named]:
    """Mentions in lines that begin with different countries, as lists of vacancies do: three, or two that are marked."""
    heads: dict[int, tuple[str, bool]] = {}
    for named in mentions:
        start, before = _line_of(reading, named)
        if start not in heads and _BEGINNING.fullmatch(before):
            heads[start] = (named.value, bool(_MARKED.search(before)))
    fewest = 2 if heads and all(is_marked for _, is_marked in heads.values()) else _MANY
    codes = {code for code, _ in heads.values()}
    if len(codes) < fewest:
        heads = _numbered(reading, mentions)
        codes = {code for code, _ in heads.values()}
    if len(codes) < fewest:
        return set()
    # What is said of one of them below the list, "(HK boleh 45 tahun)", does not choose it.
    return {
        named
        for named in mentions
        if _line_of(reading, named)[0] in heads
        or (named.value in codes and reading.offsets[named.start][0] > min(heads))
    }


def _numbered(reading: Reading, mentions: Sequence[Named]) -> dict[int, tuple[str, bool]]:
    """The first country of each line that is numbered: "(A) Macau ...", "2. nanny Mesir"; empty for fewer than three."""
    heads: dict[int, tuple[str, bool]] = {}
    for named in mentions:
        start, before = _line_of(reading, named)
        if start not in heads and _NUMBER.match(before):
            heads[start] = (named.value, True)
    return heads if len({code for code, _ in heads.values()}) >= _MANY else {}


def _line_of(reading: Reading, named: Named) -> tuple[int, str]:
    """Where the line of a place begins, and what stands before the place; "(2)" and "|" begin one too."""
    offset = reading.offsets[named.start][0]
    start = max(reading.text.rfind(sign, 0, offset) for sign in "\n|") + 1
    for number in _INSIDE.finditer(reading.text, start, offset):
        start = number.start()
    return start, reading.text[start:offset]
