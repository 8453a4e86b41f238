"""Reads a pasted chat as a sequence: who says what, and which speaker is the recruiter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from actions.screening.chat_lines import (
    BARE,
    EXPORTED,
    NAME_AND_TIME,
    NAMED,
    NOTICE,
    TELEGRAM,
    Header,
    Line,
    headers,
    lines_of,
)
from actions.screening.chat_roles import CANDIDATE, RECRUITER, SELF, points_of_name
from actions.screening.nameless_chat import nameless

_FEWEST = 3
# Names come back; labels of an advertisement do not.
_LEAST_REPEATED = 0.6
# In a group somebody who says less than this part of the most talkative, and nothing of an offer, does not recruit.
_QUIET = 0.34
# What the length of one's words weighs beside one red flag.
_TALK = 1.5


@dataclass(frozen=True)
class Bubble:
    """What one speaker says.

    Attributes:
        speaker: as it stands in the text; CANDIDATE or RECRUITER (chat_roles.py) where it holds no names.
        header: offset where the line with name or date begins.
        start: offset of the first code point that is said.
        end: offset after the last.
    """

    speaker: str
    header: int
    start: int
    end: int


def bubbles_in(text: str) -> list[Bubble]:
    """The bubbles of a chat in order; empty for a text that is none.

    Read are exports of WhatsApp (Android, iPhone) and copies from its window, copies from Telegram Desktop, bubbles copied by hand with
    names before or above them, and bubbles without names when the words show that one person speaks to another.
    """
    lines = lines_of(text)
    for pattern in (EXPORTED, TELEGRAM, NAME_AND_TIME):
        found = list(headers(lines, pattern))
        if len(found) >= _FEWEST or (len(found) > 1 and pattern is not NAME_AND_TIME):
            notices = [line for line in lines if pattern is EXPORTED and NOTICE.match(line.text)]
            return _bubbles(text, found, notices)
    return _bubbles(text, _named(lines) or _under_names(lines) or nameless(lines), ())


def recruiters(bubbles: Sequence[Bubble], weight: Mapping[str, float]) -> frozenset[str]:
    """The speakers whose words make the offer.

    Exports name the person who pastes the chat "Saya" or "Anda"; else, of two speakers, the recruiter is the one in whose words more of
    an offer stands, who is called so ("HRD", "Admin Loker"), or who says more. Of more speakers all count but those who only ask, for a
    group has more than one who recruits.

    Args:
        bubbles: the chat.
        weight: speaker -> how much of an offer stands in the own words.
    """
    speakers = list(dict.fromkeys(bubble.speaker for bubble in bubbles))
    others = [speaker for speaker in speakers if speaker.casefold() not in SELF]
    if len(others) < len(speakers):
        return frozenset(others or speakers)
    said: Counter[str] = Counter()
    for bubble in bubbles:
        said[bubble.speaker] += bubble.end - bubble.start
    longest = max(said.values(), default=0) or 1
    if len(speakers) != 2:
        loud = [
            each for each in speakers if weight.get(each, 0.0) or said[each] >= _QUIET * longest
        ]
        return frozenset(loud or speakers)
    total = sum(said.values()) or 1

    def points(speaker: str) -> float:
        return weight.get(speaker, 0.0) + _TALK * said[speaker] / total + points_of_name(speaker)

    return frozenset((max(speakers, key=points),))


def speaker_at(bubbles: Sequence[Bubble], offset: int) -> str | None:
    """Who says the word at an offset; None before the first bubble."""
    number = bisect_right(bubbles, offset, key=lambda bubble: bubble.header) - 1
    return bubbles[number].speaker if number >= 0 else None


def without_headers(text: str, bubbles: Sequence[Bubble]) -> str:
    """The text with names and dates turned into blanks, so that all offsets stay."""
    pieces = []
    last = 0
    for bubble in bubbles:
        pieces += [text[last : bubble.header], _blank(text[bubble.header : bubble.start])]
        last = bubble.start
    return "".join([*pieces, text[last:]])


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _bubbles(text: str, found: Sequence[Header], notices: Sequence[Line]) -> list[Bubble]:
    """Bubbles from header to header; what the programme itself says ends one."""
    stops = sorted(
        [header.start for header in found] + [line.start for line in notices] + [len(text)]
    )
    return [
        Bubble(header.speaker, header.start, header.end, stops[bisect_right(stops, header.start)])
        for header in found
    ]


def _named(lines: list[Line]) -> list[Header]:
    """Lines such as "Rani: halo": enough of them, most of them of speakers who come back."""
    found = list(headers(lines, NAMED))
    times = Counter(header.speaker.casefold() for header in found)
    back = [header for header in found if times[header.speaker.casefold()] > 1]
    if len(found) < _FEWEST or len(back) < 2 or len(back) < _LEAST_REPEATED * len(found):
        return []
    # One who speaks once is a speaker only where just one other comes back.
    if len({header.speaker.casefold() for header in back}) > 1:
        return back
    return [each for each in found if each.speaker[0].isupper() or each.speaker.casefold() in SELF]


def _under_names(lines: list[Line]) -> list[Header]:
    """Names on lines of their own, the words below them; what comes back right below a name is said, not a name."""
    bare = {header.start: header for header in headers(lines, BARE)}
    times = Counter(header.speaker.casefold() for header in bare.values())
    found: list[Header] = []
    is_below = False
    for line in lines:
        header = bare.get(line.start)
        is_below = bool(header and not is_below and times[header.speaker.casefold()] > 1)
        if header and is_below:
            found.append(header)
    times = Counter(header.speaker.casefold() for header in found)
    found = [header for header in found if times[header.speaker.casefold()] > 1]
    if len(found) <= _FEWEST or len({header.speaker.casefold() for header in found}) < 2:
        return []
    return found if found[0].start == lines[0].start and 3 * len(found) >= len(lines) else []


__all__ = [
    "CANDIDATE",
    "RECRUITER",
    "Bubble",
    "bubbles_in",
    "recruiters",
    "speaker_at",
    "without_headers",
]
