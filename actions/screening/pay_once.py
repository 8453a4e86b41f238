"""Finds what is paid once for something else than a month of work: a kidney, a child, a suitcase, an account."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from actions.screening.pay_candidates import Candidate

_SOLD = re.compile(
    r"\b(?=[dgips])(?:d[o0]n[o0]r\b|pendonor|sel telur\b|ibu pengganti\b|surrog|sewa rahim\b"
    # A ward for kidneys buys none.
    r"|g[i1]njal\b(?<!bangsal ginjal)(?<!poli ginjal)(?<!unit ginjal)(?<!gagal ginjal)(?<!sakit ginjal)(?! \(dialisis))",
    re.IGNORECASE,
)
# Money for a bride goes to her family: nobody's pay.
_MARRIED = re.compile(
    r"\bmas kawin\b|\bmahar\b.{0,20}(?:keluarga|ortu|orang tua|keur kolot)|\bjodoh\b|\bcalon suami\b|\bcari istri\b|\btunangan\b"
    r"|\bboga salaki\b|\bn[iy]kah kontrak\b|\bkawin kontrak\b|\bnikah (?:dulu |dgn |sm )?(?:sama|dengan|karo|ambek|sm|dgn)\b",
    re.IGNORECASE,
)
_ERRAND = re.compile(
    r"\b(?:kurir|courier)\b(?!\s(?:paket|makanan|ekspedisi|motor|barang online))|\bsekali (?:jalan|anter|antar|bawa|kirim|trip)\b|"
    r"\bkoper\b|\bsampel\b"
    r"|\b(?:buka|bukain|jual|sewa(?:kan)?|pinjam(?:kan)?|serah(?:kan)?)\s(?:\w+\s)?(?:rek|rekening|akun|akaun|account|kad atm|atm)\b",
    re.IGNORECASE,
)
_CALLED_PAY = re.compile(
    r"\b(?:gaji|gajih|upah|salary|gapok|basic)\w*\W+(?:\w+\W+){0,3}$", re.IGNORECASE
)
_EARNED = re.compile(
    r"\b(?:kompensasi|kompen|dibayar|imbalan|terima|nerima|dap[ae]t|dpt|pulang|dikasih?|honor|upah|"
    r"sekali (?:jalan|ant[ae]r|bawa|kirim|trip))\w*\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_BOUGHT = re.compile(r"\b(?:dibeli|dihargai|laku|ditebus)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_RECRUITED = re.compile(
    r"\b(?:ng?ajak|ajak|bawa(?:in)?|membawa|kenal(?:kan|in)|mengenalkan|cari(?:kan|in)?)\s(?:te?me?n|orang|org|saudara|kawan|calon"
    r"|nona|babaturan)\w*.{0,25}$",
    re.IGNORECASE,
)
_LOOK_BACK = 60
# In the largest sum of what is earned the instalments are contained.
_EARNED_POINTS = 1e12


@lru_cache(maxsize=4)
def is_sold(text: str) -> bool:
    """Whether a text buys a part of a body or a pregnancy; what it pays by the month besides is pocket money."""
    return bool(_SOLD.search(text))


@lru_cache(maxsize=4)
def is_of_bride(text: str) -> bool:
    """Whether a text is about a marriage for money."""
    return bool(_MARRIED.search(text))


def is_price(text: str) -> bool:
    """Whether sums of a text are prices of a body, a child or a bride, unless they are called pay."""
    return is_sold(text) or is_of_bride(text)


def called_pay(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Sums behind "gaji" or its like."""
    return [
        each
        for each in candidates
        if _CALLED_PAY.search(text, max(0, each.figure.start - _LOOK_BACK), each.figure.start)
    ]


def paid_once(text: str, candidates: Sequence[Candidate]) -> Candidate | None:
    """The sum that is paid once; None where the text is about nothing of that kind, or names no sum.

    Args:
        text: the offer.
        candidates: its sums, none of them called pay.
    """
    if is_of_bride(text) or not (is_sold(text) or _ERRAND.search(text)):
        return None
    earned = [each for each in candidates if _points(text, each) > 0]
    return max(earned, key=lambda each: _points(text, each), default=None)


def _points(text: str, candidate: Candidate) -> float:
    start = candidate.figure.start
    earliest = max(0, start - _LOOK_BACK)
    if _RECRUITED.search(text, earliest, start):
        return 0
    if _EARNED.search(text, earliest, start):
        return _EARNED_POINTS + candidate.figure.low
    if is_sold(text) and (candidate.role.points > 0 or _BOUGHT.search(text, earliest, start)):
        return candidate.figure.low
    return 0
