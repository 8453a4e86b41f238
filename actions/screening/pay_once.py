"""Finds what is paid once for something else than a month of work: a kidney, a child, a suitcase, an account."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from actions.screening.pay_candidates import Candidate
from actions.screening.pay_words import OTHER

BODY, BRIDE, ERRAND = "body", "bride", "errand"
_SOLD = re.compile(
    r"\b(?=[dgips])(?:d[o0]n[o0]r\b|pendonor|sel telur\b|ibu pengganti\b|surrog|sewa rahim\b|pernah melahirkan\b"
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
def subject_of(text: str) -> str:
    """What a text is about besides work: BODY, BRIDE or ERRAND; empty when about none of them."""
    if _MARRIED.search(text):
        return BRIDE
    if _SOLD.search(text):
        return BODY
    return ERRAND if _ERRAND.search(text) else ""


def paid_once(
    text: str, candidates: Sequence[Candidate], likely: Sequence[Candidate]
) -> Candidate | None:
    """The sum that is paid once; None where the text is about nothing of that kind, names no sum, or pays by the month.

    Args:
        text: the offer.
        candidates: its sums.
        likely: those that are rather pay than anything else. What is paid by the month besides the price of a kidney is pocket money.
    """
    subject = subject_of(text)
    if subject not in (BODY, ERRAND) or any(_is_called_pay(text, each) for each in likely):
        return None
    if subject == ERRAND and any(each.figure.period for each in likely):
        return None
    points = [_points(text, each, is_likely=each in likely) for each in candidates]
    best = max(range(len(points)), key=points.__getitem__, default=None)
    return candidates[best] if best is not None and points[best] else None


def _is_called_pay(text: str, candidate: Candidate) -> bool:
    """Whether it stands behind "gaji" or its like."""
    start = candidate.figure.start
    return bool(_CALLED_PAY.search(text, max(0, start - _LOOK_BACK), start))


def _points(text: str, candidate: Candidate, is_likely: bool) -> float:
    start = candidate.figure.start
    earliest = max(0, start - _LOOK_BACK)
    if _RECRUITED.search(text, earliest, start):
        return 0
    if _EARNED.search(text, earliest, start):
        return _EARNED_POINTS + candidate.figure.low
    is_price = is_likely or candidate.said.cue != OTHER or _BOUGHT.search(text, earliest, start)
    return candidate.figure.low if is_price and subject_of(text) == BODY else 0
