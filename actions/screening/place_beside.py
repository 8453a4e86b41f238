"""What the words beside the name of a place say: that the work is not there, was there, goes on to it or moves away from it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.screening.patterns import NEGATORS
from actions.screening.place_rows import LINKS, joined
from actions.screening.place_words import (
    ARAB,
    ASHORE,
    ASKED,
    CHANGE,
    ELSEWHERE,
    FORMER,
    HERE,
    IF,
    LANGUAGE_AFTER,
    LEFT_BEHIND,
    NEVER,
    ONWARD,
    ONWARD_TO,
    PREPOSITIONS,
    SHIPS,
    STAMPS,
    TONGUES,
)
from actions.screening.reading import Named, Reading

# So many words away something is still said of a place.
_BESIDE, _NEAR, _LEFT_REACH, _CHANGE_REACH = 2, 3, 10, 30
# "Hatyai tidak jadi"
_BECOMES = "jadi"
_WORK = "kerja"
# "Kamboja? bukan, ..."; but "Kamboja? bukan penipuan".
_DENIED, _PAUSES = (("bukan",), ("no",)), ((",",), (".",), ("!",), ())
_LONGEST_TONGUE = 12
_TONGUES_JOINED = re.compile(
    rf"\b(?:{'|'.join(TONGUES)})\s?[-–/]\s?(?:{'|'.join(TONGUES)})$", re.IGNORECASE
)


def is_elsewhere(reading: Reading, named: Named, mentions: Sequence[Named]) -> bool:
    """Whether the work is certainly not at a place: it is denied, likened to, a language, a flag, or no place at all.

    Args:
        reading: the text.
        named: the place.
        mentions: all places of the text, from left to right.
    """
    first, last = reading.sentence(named.start)
    near = reading.norms[max(first, named.start - _BESIDE) : named.start]
    if near[1:] and near[1] in PREPOSITIONS and near[0] in NEGATORS | ELSEWHERE:
        # "tidak ke Kamboja", "kayak di Myanmar"; but "mau ga ke Dubai?"
        return ASKED.isdisjoint(reading.norms[max(first, named.start - _NEAR) : named.start])
    return (
        not NEVER.isdisjoint(near[-1:])
        or not LANGUAGE_AFTER.isdisjoint(reading.norms[named.end : min(last, named.end + 1)])
        or (not SHIPS.isdisjoint(near) and ASHORE.isdisjoint(reading.norms[first : named.start]))
        or _is_denied(reading, named)
        or _is_no_place(reading, named, mentions)
    )


def is_former(reading: Reading, named: Named) -> bool:
    """True for "eks Taiwan" and "dulu kerja di Taiwan"; of both, where somebody worked before."""
    first = reading.sentence(named.start)[0]
    reach = _BESIDE
    if _WORK in reading.lemmas[max(first, named.start - reach) : named.start]:
        reach += reach
    return not FORMER.isdisjoint(reading.norms[max(first, named.start - reach) : named.start])


def is_onward(reading: Reading, named: Named) -> bool:
    """Whether the words before a place say that a journey goes on to it."""
    first = reading.sentence(named.start)[0]
    near = frozenset(reading.norms[max(first, named.start - _NEAR) : named.start])
    return bool(near & ONWARD) or bool(near & ONWARD_TO and near & PREPOSITIONS)


def is_left(reading: Reading, named: Named) -> bool:
    """Whether the words behind a place say that it is closed, or only comes first."""
    last = reading.sentence(named.start)[1]
    after = reading.norms[named.end : min(last, named.end + _NEAR)]
    return (
        not LEFT_BEHIND.isdisjoint(after[:2])
        or not (CHANGE | STAMPS).isdisjoint(after)
        or (after[1:2] == (_BECOMES,) and after[0] in NEGATORS)
    )


def follows_change(reading: Reading, named: Named, mentions: Sequence[Named]) -> bool:
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
    return not CHANGE.isdisjoint(reading.norms[start : named.start])


def follows_left(reading: Reading, named: Named, mentions: Sequence[Named]) -> bool:
    """True for the place behind one that is closed: "Seoul belum siap, jadi di Phnom Penh dulu"."""
    index = mentions.index(named)
    earlier = mentions[index - 1] if index else named
    return (
        earlier.value != named.value
        and named.start - earlier.end < _LEFT_REACH
        and not joined(reading, earlier, named, LINKS)
        and is_left(reading, earlier)
    )


def _is_denied(reading: Reading, named: Named) -> bool:
    """True for "Kamboja? bukan"."""
    behind = reading.norms[named.end : named.end + 3]
    return behind[:1] == ("?",) and behind[1:2] in _DENIED and behind[2:] in _PAUSES


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
