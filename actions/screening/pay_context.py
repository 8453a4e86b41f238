"""What the words beside a figure say of it: pay, a fee or bonus, or nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter

from actions.screening.pay_cue import CUE, MAYBE, NEAR, NEXT, after_name, cue_of, heading_of
from actions.screening.pay_figures import Figure
from actions.screening.pay_words import (
    NET,
    OTHER_AFTER,
    PAY_AFTER,
    REFERRAL,
    SHARE_AFTER,
    WIDER,
)
from actions.screening.reading import Reading

_PER_HEAD = re.compile(
    r"\s*(?:/|per\s?|@|tiap\s|setiap\s)\s?(?:orang|org|kepala|head|pax|akun|akaun|rek|rekening|calon|siklus|kandidat"
    r"|trip|org|kloter|titik|ml)\b",
    re.IGNORECASE,
)
# What singers and players earn each; a bonus for recruits is stated in the same way.
_PER_PERSON = re.compile(r"\s*(?:/|per\s?)\s?(?:orang|org)\b", re.IGNORECASE)
PER_PERSON_POINTS = 0.2
_ONE_OFF_AFTER = re.compile(
    r"\s*(?:sekali|di tempat|dlm \d|dalam \d|selama \d|(?:sebelum|sblm)\s(?!pajak|tax|di?potong|lembur))",
    re.IGNORECASE,
)
_BEFORE_TAX = re.compile(
    r"\s*\(?(?:(?:sebelum|sblm|belum|blm)\s(?:pajak|tax|di?potong|kena)|before tax)", re.IGNORECASE
)
# "1,5 juta kalau kamu jadi": a bonus of the recruiter.
_ON_CONDITION = re.compile(
    r"\s*(?:kalo|kalau|klo|kl|nek|lek|jika)\s(?:\w+\s){0,2}(?:jadi|sida|lolos|lulus|berangkat|mangkat|terbang|mau|lahir|join)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\s*(?:yen|won)?\s*[x×]\s?\d", re.IGNORECASE)
_MONEY_SIGN = re.compile(
    "[\U0001f4b0\U0001f4b4\U0001f4b5\U0001f4b6\U0001f4b7\U0001f911]\ufe0f?\\s*[:=-]?\\s*$"
)
_DENIED = "bukan"
_STOPS = frozenset(", . ; ( | /".split())
_ADDED = frozenset("+ plus ditambah tambah".split())
_REACH_WIDER = 4
_PERIOD, _FREE, _SIGN = 3.0, 1.0, 5.5


@dataclass(frozen=True)
class Role:
    """How a figure stands in the text.

    Attributes:
        points: how likely it is pay; 0 when it is something else.
        sentence: number of its sentence.
        is_named: a word for pay says so.
        has_cue: some word beside it says that it is pay, or may be.
        is_net: what is left after tax; less than what another figure may state.
        widens: it states what a basic pay can grow to.
    """

    points: float
    sentence: int
    is_named: bool = False
    has_cue: bool = False
    is_net: bool = False
    widens: bool = False


def role_of(reading: Reading, figure: Figure, earlier_in_sentence: bool) -> Role:
    """The role of a figure.

    Args:
        reading: the text.
        figure: one of its figures.
        earlier_in_sentence: whether another sum stands before it in the same sentence; then "+" adds it to that one.
    """
    first = bisect_right(reading.offsets, figure.start, key=itemgetter(1))
    last = bisect_left(reading.offsets, figure.end, key=itemgetter(0)) - 1
    if last < first:
        return Role(0, 0)
    start, end = reading.sentence(first)
    number = reading.sentence_of[first]
    if first > start and reading.norms[first - 1] == _DENIED:
        # "bukan 19 juta ya, 9 juta"
        return Role(0, number)
    before = reading.norms[max(start, first - _REACH_WIDER) : first]
    after = reading.norms[last + 1 : min(end, last + 5)]
    beside = after[: 1 if after and after[0] in _STOPS else NEXT]
    is_net = not NET.isdisjoint((*reading.norms[max(start, first - 5) : first], *after[:1]))
    widens = not WIDER.isdisjoint(before)
    cue = cue_of(reading, start, first, figure)
    if cue < CUE:
        if _PER_HEAD.match(reading.text, figure.end):
            is_performer = _PER_PERSON.match(reading.text, figure.end) and cue >= 0
            return Role(PER_PERSON_POINTS if is_performer else 0, number)
        if (
            not OTHER_AFTER.isdisjoint(beside)
            or _ONE_OFF_AFTER.match(reading.text, figure.end)
            or _ON_CONDITION.match(reading.text, figure.end)
            or not REFERRAL.isdisjoint(after)
        ):
            return Role(0, number)
    if _TIMES.match(reading.text, figure.end) or not SHARE_AFTER.isdisjoint(after[:1]):
        return Role(0, number)
    if (
        earlier_in_sentence
        and not _ADDED.isdisjoint(reading.norms[max(start, first - 4) : first])
        and not widens
    ):
        return Role(0, number)
    if cue == 0 and (
        not PAY_AFTER.isdisjoint(beside) or _BEFORE_TAX.match(reading.text, figure.end)
    ):
        cue = CUE
    if cue == 0 and _MONEY_SIGN.search(reading.text, max(0, figure.start - 12), figure.start):
        cue = _SIGN
    if cue == 0 and not NET.isdisjoint(after[:1]):
        cue = MAYBE + NEAR
    if cue == 0 and number and first - after_name(reading, start, first) <= NEXT:
        cue = heading_of(reading, number)
    if cue < 0:
        return Role(0, number)
    points = _FREE + cue + _PERIOD * (figure.period is not None)
    return Role(points, number, cue >= _SIGN, cue > 0, is_net, widens)
