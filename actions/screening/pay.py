"""Finds what an offer pays, among all sums that it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from actions.screening.model import Evidence, Salary
from actions.screening.pay_candidates import ALIKE, RUPIAH, SURE, Candidate, candidates_in, is_alike
from actions.screening.pay_context import PER_PERSON_POINTS
from actions.screening.pay_figures import Figure
from actions.screening.places import destination
from actions.screening.reading import Reading
from actions.screening.wages import likely_period

# In these offers a sum is the price of a kidney, a child, a bride or a trip; only what is called pay counts.
_PRICE = re.compile(
    r"\bd[o0]n[o0]r\b|\bpendonor|\bg[i1]njal\b|\bsel telur\b|\bibu pengganti\b|\bsurrog|\bsewa rahim\b|\bmas kawin\b"
    r"|\bmahar\b.{0,20}(?:keluarga|ortu|orang tua|keur kolot)"
    r"|\bjodoh\b|\bcalon suami\b|\bkurir\b|\bcourier\b|\bsekali jalan\b|\bcari istri\b|\btunangan\b|\bboga salaki\b",
    re.IGNORECASE,
)
_CALLED_PAY = re.compile(r"\b(?:gaji|gajih|upah|salary)\w*\W+(?:\w+\W+){0,3}$", re.IGNORECASE)
# A row of sums: neighbours within two lines; what a basic pay can grow to may be further off.
_WIDEST, _ADJACENT = 4.0, 2


def salary_in(reading: Reading, countries: Collection[str]) -> Salary | None:
    """The pay that a text states, or None.

    Sums that stand in one row ("waiter 13 jt, bartender 15 jt"; one position a line) become one range.

    Args:
        reading: the text.
        countries: ISO codes that it names; they serve where the country of work is not clear.
    """
    where = destination(reading)
    country = where[0] if where else None
    perhaps = country or (next(iter(countries)) if len(set(countries)) == 1 else None)
    candidates = candidates_in(reading, country, perhaps)
    likely = [candidate for candidate in candidates if candidate.role.points >= 1]
    if _PRICE.search(reading.text):
        likely = [each for each in likely if _CALLED_PAY.search(reading.text[: each.figure.start])]
    elif not likely:
        # "RM3.500 per orang"
        likely = [each for each in candidates if each.role.points == PER_PERSON_POINTS]
    # Pay before tax is what others state too.
    gross = [each for each in likely if not each.role.is_net and each.points >= SURE]
    likely = gross or likely
    if not likely:
        return None
    best = max(likely, key=lambda candidate: (candidate.role.is_named, candidate.points))
    return _salary(reading, best, _row(best, candidates))


def _row(best: Candidate, candidates: Sequence[Candidate]) -> list[Figure]:
    """The best sum and those that stand in one row with it."""
    row = [best.figure]
    for direction in (1, -1):
        neighbour = best
        index = candidates.index(best) + direction
        while 0 <= index < len(candidates):
            other = candidates[index]
            if _belongs(best, neighbour, other):
                row.append(other.figure)
                neighbour = other
            elif other.role.points > 0 and other.figure.currency == best.figure.currency:
                break
            index += direction
    return row


def _belongs(best: Candidate, neighbour: Candidate, other: Candidate) -> bool:
    if other.figure.currency != best.figure.currency or (
        other.role.is_net and not best.role.is_net
    ):
        return False
    if other.figure.period and best.figure.period and other.figure.period != best.figure.period:
        return False
    if other.role.points <= 0:
        return False
    if (
        other.role.widens
        and other.figure.low >= best.figure.low
        and is_alike(best.figure, other.figure, _WIDEST)
    ):
        return other.role.sentence - best.role.sentence in (0, 1)
    if other.role.points < 1 or not is_alike(best.figure, other.figure, ALIKE):
        return False
    if best.role.sentence == other.role.sentence:
        return True
    return (
        abs(other.role.sentence - neighbour.role.sentence) <= _ADJACENT
        and other.role.is_named == best.role.is_named
    )


def _salary(reading: Reading, best: Candidate, row: Sequence[Figure]) -> Salary:
    figure = best.figure
    currency = figure.currency or RUPIAH
    low = min(each.low for each in row)
    high = None if any(each.high is None for each in row) else max(each.top for each in row)
    period = next((each.period for each in (figure, *row) if each.period), None) or likely_period(
        low, currency
    )
    start, end = figure.start, figure.end
    return Salary(
        _whole(low),
        None if high is None else _whole(high),
        currency,
        period,
        Evidence(reading.text[start:end], start, end),
    )


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value
