"""What the words beside a figure say of it: pay, a fee or bonus, or nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter

from actions.screening.pay_cue import CUE, MAYBE, NEAR, NEXT, after_name, cue_of, heading_of
from actions.screening.pay_figures import Figure
from actions.screening.pay_words import (
    FAMILY,
    NET,
    OTHER_AFTER,
    OTHER_FAR_AFTER,
    OVERTIME,
    PAY,
    PAY_AFTER,
    REFERRAL,
    SELLING,
    SHARE_AFTER,
    TO,
    WIDER,
)
from actions.screening.reading import Reading
from actions.screening.wages import HOUR, RUPIAH, is_pay

_PER_HEAD = re.compile(
    r"\s*(?:/|per\s?|@|tiap\s|setiap\s)\s?(?:orang|org|kepala|head|pax|akun|akaun|rek|rekening|calon|siklus|kandidat"
    r"|trip|org|kloter|titik|ml)\b",
    re.IGNORECASE,
)
# What singers and players earn each; a bonus for recruits is stated in the same way.
_PER_PERSON = re.compile(r"\s*(?:/|per\s?)\s?(?:orang|org)\b", re.IGNORECASE)
PER_PERSON_POINTS = 0.2
_ONE_OFF_AFTER = re.compile(
    r"\s*(?:sekali|di tempat|dlm \d|dalam \d|selama \d|(?:sebelum|sblm)\s(?!pajak|tax|(?:di)?potong|lembur))",
    re.IGNORECASE,
)
_BEFORE_TAX = re.compile(
    r"\s*\(?(?:(?:sebelum|sblm|belum|blm)\s(?:pajak|tax|(?:di)?potong|kena)|before tax)",
    re.IGNORECASE,
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
_NEVER_BEFORE = frozenset("bukan x ×".split())
_STOPS = frozenset(", . ; ( | /".split())
_ADDED = frozenset("+ plus ditambah tambah".split())
_REACH_WIDER = 4
_REACH_NET, _REACH_NET_SURE = 8, 5
_AT_FIRST = frozenset(("dulu",))
# "700 dolar, 200 bonus", but "admin 9 juta bonus bulanan".
_BONUS = "bonus"
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
    if first > start and reading.norms[first - 1] in _NEVER_BEFORE:
        # "bukan 19 juta ya, 9 juta", "6 bulan x 3000 dolar"
        return Role(0, number)
    before = reading.norms[max(start, first - _REACH_WIDER) : first]
    after = reading.norms[last + 1 : min(end, last + 5)]
    beside = after[: 1 if after and after[0] in _STOPS else NEXT]
    is_net = _is_net(reading, start, first, after)
    widens = not WIDER.isdisjoint(before)
    cue = cue_of(reading, start, first, figure)
    if cue < 0 and _is_hourly(reading, figure, start, first):
        cue = 0
    is_taxed = _BEFORE_TAX.match(reading.text, figure.end) is not None
    if cue < CUE:
        if _PER_HEAD.match(reading.text, figure.end):
            is_performer = _PER_PERSON.match(reading.text, figure.end) and cue >= 0
            return Role(PER_PERSON_POINTS if is_performer else 0, number)
        if (
            (not is_taxed and _is_other_behind(figure, beside, after))
            or (cue == 0 and _is_sold(reading, figure, start, first))
            or _ONE_OFF_AFTER.match(reading.text, figure.end)
            or _ON_CONDITION.match(reading.text, figure.end)
            or not REFERRAL.isdisjoint(after)
        ):
            return Role(0, number)
    is_share = cue < CUE + NEAR and not (
        SHARE_AFTER.isdisjoint(after[:1])
        and ((not earlier_in_sentence and cue == 0) or _BONUS not in after[:1])
    )
    if is_share or _TIMES.match(reading.text, figure.end):
        return Role(0, number)
    if (
        earlier_in_sentence
        and not _ADDED.isdisjoint(reading.norms[max(start, first - 4) : first])
        and not widens
    ):
        return Role(0, number)
    if cue == 0 and (is_taxed or not PAY_AFTER.isdisjoint(beside)):
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


def _is_net(reading: Reading, start: int, first: int, after: tuple[str, ...]) -> bool:
    """Whether a figure is what is left after tax, as the last word for pay before it says, or the word behind it."""
    before = reading.norms[max(start, first - _REACH_NET) : first]
    said = next((word for word in reversed(before) if word in NET or word in PAY), "")
    return (
        said in NET
        or not NET.isdisjoint(before[-_REACH_NET_SURE:])
        or not NET.isdisjoint(after[:1])
    )


def _is_hourly(reading: Reading, figure: Figure, start: int, first: int) -> bool:
    """Whether a figure can only be the pay of an hour, whatever stands before it."""
    return (
        figure.period == HOUR
        and figure.currency is not None
        and is_pay(figure.low, figure.currency, HOUR)
        and OVERTIME.isdisjoint(reading.norms[max(start, first - _REACH_NET_SURE) : first])
    )


def _is_other_behind(figure: Figure, beside: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether the words behind a figure say that it is paid by the worker, or to the family."""
    others = OTHER_AFTER
    if figure.currency not in (None, RUPIAH):
        # "seribu ringgit dulu, nanti naik"
        others = OTHER_AFTER - _AT_FIRST
    if not others.isdisjoint(beside):
        return True
    if figure.period:
        return False
    is_given = any(
        word in TO and not FAMILY.isdisjoint(after[number + 1 :])
        for number, word in enumerate(after)
    )
    return is_given or not OTHER_FAR_AFTER.isdisjoint(after)


def _is_sold(reading: Reading, figure: Figure, start: int, first: int) -> bool:
    """Whether the sentence sells something in rupiah: "slot visa ada satu, 15 juta"."""
    return (
        figure.currency in (None, RUPIAH)
        and not figure.period
        and not SELLING.isdisjoint(reading.norms[start:first])
    )
