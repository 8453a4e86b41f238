"""The word before a figure that says what it is."""

from __future__ import annotations

from actions.screening.patterns import NEGATORS
from actions.screening.pay_figures import Figure
from actions.screening.pay_words import (
    BENEFITS,
    BESIDE_PAY,
    DAYS_OFF,
    ENDS_OTHER,
    FAMILY,
    HANDLING,
    MAYBE_PAY,
    NO_PAY_BEFORE,
    OTHER,
    OTHER_NEAR,
    OTHER_ONCE,
    OVERTIME,
    OWED,
    PAY,
    POCKET_MONEY,
    REFERRAL,
    SUMS,
    TAKEN,
    TAKEN_OFF,
    WIDER,
    WITH,
)
from actions.screening.reading import Reading
from actions.screening.wages import RUPIAH

# How many words before a figure they may stand; a word right before it counts more.
_REACH_PAY, _REACH_OTHER, _REACH_DAY_OFF, _REACH_REFERRAL, _REACH_BESIDE, NEXT = 10, 6, 8, 4, 3, 2
# A heading or question has at most so many words.
_SHORT = 5
CUE, MAYBE, NEAR = 6.0, 3.0, 2.0
_NO_PAY = -1.0
_SAVINGS = 100_000_000


def cue_of(reading: Reading, start: int, first: int, figure: Figure) -> float:
    """Points of the nearest word before a figure that says what it is; negative when it is no pay, 0 without such a word.

    Args:
        reading: the text.
        start: first word of the sentence, or of the part of it that counts.
        first: first word of the figure.
        figure: the figure.
    """
    is_past = has_overtime = False
    for back, place in enumerate(range(first - 1, max(start, first - _REACH_PAY) - 1, -1)):
        words = {reading.norms[place], reading.lemmas[place]}
        before = reading.norms[start:place]
        if words & PAY:
            if not _is_price(words, before, back):
                return _paid(words, before, back)
            continue
        if back >= _REACH_OTHER:
            continue
        if words & MAYBE_PAY or _is_taken_home(reading, place, figure):
            return _NO_PAY if _is_once(words, before, figure) else _points(MAYBE, back)
        if words & OVERTIME and (
            not WITH.isdisjoint(before[-1:]) or not WIDER.isdisjoint(reading.norms[place:first])
        ):
            # "dengan lembur total 32.000", "kalau lembur tembus 2.500": what follows contains it.
            has_overtime = True
            continue
        if words & SUMS and not figure.period:
            return 0 if has_overtime or not _is_in_rupiah(figure) else _NO_PAY
        is_past = is_past or not words.isdisjoint(ENDS_OTHER)
        if _is_other(words, before, back, figure):
            is_owed = words & OWED or not OWED.isdisjoint(before[-_REACH_OTHER:])
            return 0 if is_past and not is_owed else _NO_PAY
    return 0


def _is_taken_home(reading: Reading, place: int, figure: Figure) -> bool:
    """True for "bawa pulang" (take home); what is too much for a month are the savings of years."""
    is_of_years = figure.period is None and figure.low >= _SAVINGS
    return reading.norms[place : place + 2] == ("bawa", "pulang") and not is_of_years


def _points(points: float, back: int) -> float:
    return points + NEAR * (back < NEXT)


def _is_price(words: set[str], before: tuple[str, ...], back: int) -> bool:
    """True for "2 bulan gaji" and "potong gaji", and for "brutto" of another figure."""
    return not NO_PAY_BEFORE.isdisjoint(before[-1:]) or (
        back > _REACH_BESIDE and not words.isdisjoint(BESIDE_PAY)
    )


def _paid(words: set[str], before: tuple[str, ...], back: int) -> float:
    if "dibayar" in words and not DAYS_OFF.isdisjoint(before[-_REACH_DAY_OFF:]):
        return _NO_PAY
    return _points(CUE, back)


def _is_once(words: set[str], before: tuple[str, ...], figure: Figure) -> bool:
    """True for pocket money, bonuses for recruits ("ajak teman dapat"), and allowances for something."""
    if words & POCKET_MONEY and not figure.period and figure.currency in (None, RUPIAH):
        return True
    return (
        not REFERRAL.isdisjoint(before[-_REACH_REFERRAL:])
        or not BENEFITS.isdisjoint(before[-1:])
        or (figure.period is None and not FAMILY.isdisjoint(before[-2:]))
    )


def _is_in_rupiah(figure: Figure) -> bool:
    return figure.currency == RUPIAH or (figure.currency is None and figure.unit > 1)


def _is_other(words: set[str], before: tuple[str, ...], back: int, figure: Figure) -> bool:
    """True for fees and benefits, unless they are denied ("tanpa potongan") or taken off already ("setelah pajak")."""
    if back < NEXT and words & OTHER_NEAR and not figure.period:
        return True
    if not words & OTHER and (figure.period or not words & OTHER_ONCE):
        return False
    if ("charge" in words and before[-1:] == ("service",)) or (
        "paket" in words and not HANDLING.isdisjoint(before[-1:])
    ):
        return False
    if not TAKEN_OFF.isdisjoint(before[-1:]):
        return False
    is_denied = not NEGATORS.isdisjoint(before[-1:])
    return not is_denied or (back == 0 and not words.isdisjoint(TAKEN))


def after_name(reading: Reading, start: int, first: int) -> int:
    """The first word of a sentence, behind the name of a speaker ("Bu Tutik: 20.000")."""
    spoken = reading.norms[start:first]
    return first - spoken[::-1].index(":") if ":" in spoken else start


def heading_of(reading: Reading, number: int) -> float:
    """Points of a heading that stands alone on the line before ("GAJI:"), or of a question there ("biaya?")."""
    start, end = reading.sentences[number - 1]
    start = after_name(reading, start, end - 1)
    words = frozenset((*reading.norms[start:end], *reading.lemmas[start:end]))
    if end - start > _SHORT:
        return 0
    if words & PAY:
        return CUE
    if words & MAYBE_PAY and "?" in words:
        return MAYBE
    return _NO_PAY if words & OTHER and "?" in words else 0
