"""Gathers the sums of a text that could be its pay, each with a currency and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from actions.screening.model import Evidence
from actions.screening.pay_figures import Figure, figures_in, local_currency
from actions.screening.pay_said import Said, said_of
from actions.screening.pay_size import ends_here, is_alike, is_too_small, looks_written
from actions.screening.pay_words import OTHER, PAY
from actions.screening.reading import Reading
from actions.screening.wages import (
    DAY,
    DOLLAR,
    HOUR,
    MONTH,
    RUPIAH,
    SURE_MONTHLY,
    is_pay,
    periods_of,
)

# A bare figure takes over the currency of a sum beside it when it is as large.
ALIKE = 2.5
_MILLION = 1_000_000
_BARE_MILLIONS = (3, 99)
_ROUND = 100_000
# Whoever leaves out the currency names hundreds ("650", "1700", "5.100"); smaller steps are numbers of houses and rooms.
_ROUND_GUESS = 10
_CONVERTED = re.compile(
    r"[\w/. ]{0,12}[(=≈]\s?(?:±|\+-|~|=|sekitar|setara|kira2|kurang lebih)?\s?", re.IGNORECASE
)
_PIECE = re.compile(r"\s?(?:/|per\b)", re.IGNORECASE)
_LINE_END = re.compile(r"[^\n]{0,12}(?:\n|$)")


@dataclass(frozen=True)
class Candidate:
    """A sum that could be pay.

    Attributes:
        figure: the sum, with a currency.
        said: what the words beside it say.
        is_bare: neither a currency nor "juta" or "ribu" stands at it.
        is_local: it is in the currency of the country of work.
        ends_line: nothing but its period stands behind it on its line, as in a list.
        is_guess: nothing but its size says that it is money ("kilang di Melaka, 1700").
    """

    figure: Figure
    said: Said
    is_bare: bool = False
    is_local: bool = False
    ends_line: bool = False
    is_guess: bool = False


def candidates_in(
    reading: Reading, country: str | None, perhaps: str | None, taken: Iterable[Evidence]
) -> list[Candidate]:
    """The sums of a text that could be pay, from left to right.

    Args:
        reading: the text.
        country: ISO 3166 alpha-2 of the country of work; it decides whose dollar is meant.
        perhaps: the only country that is named, where the country of work is not clear; it gives a bare figure a currency.
        taken: parts of the text that are something else (contacts, licence).
    """
    local = local_currency(country)
    found: list[Candidate] = []
    for figure in figures_in(reading.text, country, taken):
        said = said_of(reading, figure)
        if said is None:
            continue
        named = _with_currency(reading, figure, said, country or perhaps, found)
        if named is None:
            if local and _could_be_guessed(reading, figure, local):
                guess = replace(figure, currency=local)
                found.append(Candidate(guess, said, is_bare=True, is_local=True, is_guess=True))
            continue
        if is_too_small(named) or (found and _is_conversion(reading, found[-1].figure, named)):
            continue
        is_bare = figure.currency is None and figure.unit == 1
        ends_line = _LINE_END.match(reading.text, figure.end) is not None
        found.append(Candidate(named, said, is_bare, named.currency == local, ends_line))
    return found


def _is_conversion(reading: Reading, left: Figure, right: Figure) -> bool:
    """True for the second of "8 juta (RM 2.200)"."""
    return left.currency != right.currency and bool(
        _CONVERTED.fullmatch(reading.text, left.end, right.start)
    )


def _could_be_guessed(reading: Reading, figure: Figure, local: str) -> bool:
    """Whether a bare round figure is a usual month's pay where the work is."""
    return (
        figure.low % _ROUND_GUESS == 0
        and local in SURE_MONTHLY
        and is_pay(figure.low, local, MONTH)
        and ends_here(_after(reading, figure))
    )


def _after(reading: Reading, figure: Figure) -> str:
    return reading.text[figure.end : figure.end + 12].lstrip(" ,.-")


def _with_currency(
    reading: Reading, figure: Figure, said: Said, country: str | None, found: Sequence[Candidate]
) -> Figure | None:
    """The figure in a currency; None for a bare figure that is no sum of money."""
    if figure.currency:
        return figure
    local = local_currency(country)
    alike = _alike(figure, said, found)
    is_named = said.cue == PAY
    if figure.unit > 1 and alike and not is_pay(figure.low, RUPIAH, MONTH):
        # "29.500 NT, rata2 jadi 34rb"
        return replace(figure, currency=alike.figure.currency)
    if figure.unit > 1:
        # "2,4 juta" in Korea, "200 ribu" in Japan: too little in rupiah for a month, and usual there.
        is_local = (
            local is not None
            and figure.period in (None, MONTH)
            and figure.low < 3 * _MILLION
            and is_pay(figure.low, local, MONTH)
            and (is_named or _is_nothing_in_rupiah(reading, figure))
        )
        return replace(figure, currency=local if is_local else RUPIAH)
    if (
        figure.low >= _ROUND
        and figure.low % 100 == 0
        and (local is None or not is_pay(figure.low, local, MONTH))
    ):
        return replace(figure, currency=RUPIAH)
    is_counted = not ends_here(_after(reading, figure))
    if alike and not is_counted:
        return replace(figure, currency=alike.figure.currency)
    is_written = is_named or figure.period is not None or looks_written(reading, figure)
    # "rate 31.20" is an hour's pay, "gaji 31" nothing.
    is_whole = figure.low == int(figure.low) or (local == DOLLAR and country != "US")
    possible = (MONTH,) if is_whole else (MONTH, HOUR)
    periods = (figure.period,) if figure.period in (HOUR, DAY) else possible
    if (
        local
        and is_written
        and not is_counted
        and any(is_pay(figure.low, local, period or MONTH) for period in periods)
    ):
        return replace(figure, currency=local)
    if is_named or said.is_net:
        low, high = _BARE_MILLIONS
        is_first = not any(each.figure.currency != RUPIAH or each.said.cue == PAY for each in found)
        if low <= figure.low <= high and (
            figure.period == MONTH or (is_named and not is_counted and is_first)
        ):
            # "14 bersih tiap bulan", "gaji 14 bersih"
            return replace(
                figure,
                low=figure.low * _MILLION,
                high=None if figure.high is None else figure.high * _MILLION,
                currency=RUPIAH,
                unit=_MILLION,
            )
    return None


def _is_nothing_in_rupiah(reading: Reading, figure: Figure) -> bool:
    """True for "20rb" a month; "15rb per tugas" is the price of a piece."""
    return not periods_of(figure.low, RUPIAH) and (
        figure.period is not None or not _PIECE.match(reading.text, figure.end)
    )


def _alike(figure: Figure, said: Said, found: Sequence[Candidate]) -> Candidate | None:
    """The last sum of the sentence that is about as large."""
    return next(
        (
            each
            for each in reversed(found)
            if each.said.cue != OTHER
            and not each.is_guess
            and each.said.sentence == said.sentence
            and is_alike(each.figure, figure, ALIKE)
        ),
        None,
    )
