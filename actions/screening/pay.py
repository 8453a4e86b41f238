"""Finds what an offer pays, among all sums that it names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from actions.screening.model import Evidence, Salary
from actions.screening.pay_candidates import ALIKE, SURE, Candidate, candidates_in
from actions.screening.pay_context import PER_PERSON_POINTS
from actions.screening.pay_figures import Figure
from actions.screening.pay_once import called_pay, is_of_bride, is_price, is_sold, paid_once
from actions.screening.pay_size import is_alike
from actions.screening.reading import Reading
from actions.screening.wages import RUPIAH, likely_period

# A row of sums: neighbours within two lines; what a basic pay can grow to may be further off.
_WIDEST, _ADJACENT = 4.0, 2
_MANY = 3


def salary_in(
    reading: Reading, country: str | None, countries: Collection[str], taken: Iterable[Evidence]
) -> Salary | None:
    """The pay that a text states, or None.

    Sums that stand in one row ("waiter 13 jt, bartender 15 jt"; one position a line) become one range.

    Args:
        reading: the text.
        country: ISO 3166 alpha-2 of the country of work.
        countries: codes of all that it names; they serve where the country of work is not clear.
        taken: parts of the text that are no sums (contacts, licence).
    """
    perhaps = country or (next(iter(countries)) if len(set(countries)) == 1 else None)
    candidates = candidates_in(reading, country, perhaps, taken)
    likely = _likely(reading.text, candidates)
    is_once = is_sold(reading.text) or not any(each.figure.period for each in likely)
    if is_once and not called_pay(reading.text, likely):
        once = paid_once(reading.text, candidates)
        if once:
            return _once(reading, once)
    if not likely or (country is None and _is_of_many(likely)):
        return None
    best = max(likely, key=lambda candidate: (candidate.role.is_named, candidate.points))
    return _salary(reading, best, _row(best, candidates))


def _is_of_many(likely: Sequence[Candidate]) -> bool:
    """True where sums stand in the money of many countries: none of them is the pay."""
    return len({each.figure.currency for each in likely}) >= _MANY


def _likely(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Sums that are rather pay than anything else."""
    if is_price(text):
        monthly = [each for each in candidates if each.figure.period and each.role.points >= SURE]
        return called_pay(text, candidates) or (monthly if is_of_bride(text) else [])
    likely = [each for each in candidates if each.role.points >= 1 and not each.is_guess]
    # "RM3.500 per orang"
    likely = likely or [each for each in candidates if each.role.points == PER_PERSON_POINTS]
    # "kilang di Melaka, 1700"
    likely = likely or [each for each in candidates if each.is_guess][:1]
    # Pay before tax is what others state too.
    gross = [each for each in likely if not each.role.is_net and each.points >= SURE]
    return gross if _explains(gross, likely) else likely


def _explains(gross: Sequence[Candidate], likely: Sequence[Candidate]) -> bool:
    """Whether what is left after tax can be left of sums before tax; a larger one is the pay of another time."""
    top = max((each.figure.top for each in gross), default=0)
    periods = {each.figure.period for each in gross}
    return bool(gross) and all(
        each.figure.low <= top or each.figure.period not in periods
        for each in likely
        if each.role.is_net
    )


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
        return 0 <= other.role.sentence - best.role.sentence <= _ADJACENT
    if other.role.points < 1 or not _is_as_large(best, neighbour, other):
        return False
    if best.role.sentence == other.role.sentence:
        return True
    return (
        abs(other.role.sentence - neighbour.role.sentence)
        <= _ADJACENT + (best.role.is_named and other.role.is_named)
        and (other.role.is_named == best.role.is_named or (best.ends_line and other.ends_line))
        and other.figure.period == best.figure.period
    )


def _is_as_large(best: Candidate, neighbour: Candidate, other: Candidate) -> bool:
    """Whether two sums can be one row; in lists of positions the pay falls from line to line."""
    if is_alike(best.figure, other.figure, ALIKE):
        return True
    is_list = not (best.is_bare or neighbour.is_bare or other.is_bare)
    return (
        is_list
        and is_alike(neighbour.figure, other.figure, ALIKE)
        and is_alike(best.figure, other.figure, _WIDEST)
    )


def _salary(reading: Reading, best: Candidate, row: Sequence[Figure]) -> Salary:
    figure = best.figure
    currency = figure.currency or RUPIAH
    low = min(each.low for each in row)
    high = None if any(each.high is None for each in row) else max(each.top for each in row)
    period = next((each.period for each in (figure, *row) if each.period), None) or likely_period(
        low, currency
    )
    return _stated(reading, figure, low, high, currency, period)


def _once(reading: Reading, candidate: Candidate) -> Salary:
    figure = candidate.figure
    return _stated(reading, figure, figure.low, figure.high, figure.currency or RUPIAH, None)


def _stated(
    reading: Reading,
    figure: Figure,
    low: float,
    high: float | None,
    currency: str,
    period: str | None,
) -> Salary:
    start, end = figure.start, figure.end
    evidence = Evidence(reading.text[start:end], start, end)
    return Salary(_whole(low), None if high is None else _whole(high), currency, period, evidence)


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value
