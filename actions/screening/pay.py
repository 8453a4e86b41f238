"""Finds what an offer pays, among all sums that it names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from actions.screening.model import Evidence, Salary
from actions.screening.pay_candidates import ALIKE, Candidate, candidates_in
from actions.screening.pay_choice import PayChoice
from actions.screening.pay_clues import Clues, clues_of
from actions.screening.pay_figures import Figure
from actions.screening.pay_once import paid_once
from actions.screening.pay_size import is_alike
from actions.screening.pay_words import PAY
from actions.screening.reading import Reading
from actions.screening.wages import RUPIAH, likely_period

# Log odds from which on a sum is the pay, and from which on it can be the other end of it.
_NEEDED, _NEEDED_IN_ROW = 0.0, -2.0
# A row of sums: neighbours within two lines; what a basic pay can grow to may be further off.
_WIDEST, _ADJACENT = 4.0, 2
_MANY = 3


@dataclass(frozen=True)
class Sums:
    """The sums of a text, of which one or a row may be its pay.

    Attributes:
        reading: the text.
        country: ISO 3166 alpha-2 of the country of work.
        candidates: the sums, from left to right.
    """

    reading: Reading
    country: str | None
    candidates: Sequence[Candidate]

    @cached_property
    def clues(self) -> list[Clues]:
        """What can be seen of each sum."""
        return clues_of(self.reading, self.candidates, self.country)

    def pay(self, choice: PayChoice) -> Salary | None:
        """The pay that the text states, or None.

        Sums that stand in one row ("waiter 13 jt, bartender 15 jt"; one position a line) become one range.
        """
        scores = choice.scores(self.clues)
        scored = list(zip(self.candidates, scores, strict=True))
        likely = [each for each, score in scored if score >= _NEEDED]
        once = paid_once(self.reading.text, self.candidates, likely)
        if once:
            return _once(self.reading, once)
        in_row = [each for each, score in scored if score >= _NEEDED_IN_ROW]
        if not likely or (self.country is None and _is_of_many(in_row)):
            return None
        best, _ = max(scored, key=lambda each: each[1])
        return _salary(self.reading, best, _row(best, in_row))


def sums_in(
    reading: Reading, country: str | None, countries: Collection[str], taken: Iterable[Evidence]
) -> Sums:
    """The sums of a text.

    Args:
        reading: the text.
        country: ISO 3166 alpha-2 of the country of work.
        countries: codes of all that it names; they serve where the country of work is not clear.
        taken: parts of the text that are no sums (contacts, licence).
    """
    perhaps = country or (next(iter(countries)) if len(set(countries)) == 1 else None)
    return Sums(reading, country, candidates_in(reading, country, perhaps, taken))


def _is_of_many(candidates: Sequence[Candidate]) -> bool:
    """True where sums stand in the money of many countries: none of them is the pay."""
    return len({each.figure.currency for each in candidates}) >= _MANY


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
            elif other.figure.currency == best.figure.currency:
                break
            index += direction
    return row


def _belongs(best: Candidate, neighbour: Candidate, other: Candidate) -> bool:
    if other.figure.currency != best.figure.currency or (
        other.said.is_net and not best.said.is_net
    ):
        return False
    if other.figure.period and best.figure.period and other.figure.period != best.figure.period:
        return False
    if (
        other.said.widens
        and other.figure.low >= best.figure.low
        and is_alike(best.figure, other.figure, _WIDEST)
    ):
        return 0 <= other.said.sentence - best.said.sentence <= _ADJACENT
    if not _is_as_large(best, neighbour, other):
        return False
    if best.said.sentence == other.said.sentence:
        return True
    are_named = best.said.cue == PAY, other.said.cue == PAY
    return (
        abs(other.said.sentence - neighbour.said.sentence) <= _ADJACENT + all(are_named)
        and (len(set(are_named)) == 1 or (best.ends_line and other.ends_line))
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
