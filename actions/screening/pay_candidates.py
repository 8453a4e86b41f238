"""Gathers the sums of a text that could be its pay, each with its role and a currency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from actions.screening.model import Evidence
from actions.screening.pay_context import Role, role_of
from actions.screening.pay_figures import Figure, figures_in, local_currency
from actions.screening.pay_size import ends_here, fits, is_alike, looks_written
from actions.screening.reading import Reading
from actions.screening.wages import DAY, DOLLAR, HOUR, MONTH, RUPIAH, SURE_MONTHLY, is_pay

# From here on the words beside a sum say that it is pay.
SURE = 4.0
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
_LINE_END = re.compile(r"[^\n]{0,12}(?:\n|$)")


@dataclass(frozen=True)
class Candidate:
    """A sum that could be pay.

    Attributes:
        figure: the sum, with a currency.
        role: what the words beside it say.
        is_bare: neither a currency nor "juta" or "ribu" stands at it.
        is_local: it is in the currency of the country of work.
        ends_line: nothing but its period stands behind it on its line, as in a list.
        is_guess: nothing but its size says that it is money ("kilang di Melaka, 1700"); it counts where nothing else does.
    """

    figure: Figure
    role: Role
    is_bare: bool = False
    is_local: bool = False
    ends_line: bool = False
    is_guess: bool = False

    @property
    def points(self) -> float:
        """How likely it is the pay; a month's pay before an hour's, the currency of the country before others."""
        return (
            self.role.points
            + 0.5 * (self.figure.period == MONTH)
            + 0.4 * self.is_local
            - 0.8 * self.is_bare
        )


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
        is_sum = figure.currency is not None or figure.unit > 1
        role = role_of(
            reading, figure, found != [] and _same_sentence(reading, found[-1].figure, figure)
        )
        named = _with_currency(reading, figure, role, country or perhaps, found)
        if named is None:
            if local and _could_be_guessed(reading, figure, role, local):
                guess = replace(figure, currency=local)
                found.append(Candidate(guess, role, is_bare=True, is_guess=True))
            continue
        if _is_small(named, role):
            continue
        if found and _continues_other(reading, found[-1], named, role):
            role = replace(role, points=0)
        if found and _is_conversion(reading, found[-1].figure, named):
            continue
        if not role.has_cue and not fits(named):
            continue
        ends_line = _LINE_END.match(reading.text, figure.end) is not None
        found.append(Candidate(named, role, not is_sum, named.currency == local, ends_line))
    return found


def _is_conversion(reading: Reading, left: Figure, right: Figure) -> bool:
    """True for the second of "8 juta (RM 2.200)"."""
    return left.currency != right.currency and bool(
        _CONVERTED.fullmatch(reading.text, left.end, right.start)
    )


def _is_small(figure: Figure, role: Role) -> bool:
    """True for rupiah too few for a month that nothing calls pay: "mama dapat 2 juta"."""
    return (
        figure.currency == RUPIAH
        and not figure.period
        and not role.is_named
        and not is_pay(figure.top, RUPIAH, MONTH)
    )


def _continues_other(reading: Reading, last: Candidate, figure: Figure, role: Role) -> bool:
    """True for the second of "paket hemat 55 juta, paket kilat 78 juta": what holds for the first holds for it."""
    return (
        last.role.points == 0
        and not role.has_cue
        and not figure.period
        and last.figure.currency == figure.currency
        and last.role.sentence == role.sentence
        and is_alike(last.figure, figure, ALIKE)
    )


def _could_be_guessed(reading: Reading, figure: Figure, role: Role, local: str) -> bool:
    """Whether a bare round figure is a usual month's pay where the work is."""
    return (
        role.points > 0
        and figure.low % _ROUND_GUESS == 0
        and local in SURE_MONTHLY
        and is_pay(figure.low, local, MONTH)
        and ends_here(_after(reading, figure))
    )


def _after(reading: Reading, figure: Figure) -> str:
    return reading.text[figure.end : figure.end + 12].lstrip(" ,.-")


def _same_sentence(reading: Reading, left: Figure, right: Figure) -> bool:
    return "\n" not in reading.text[left.end : right.start] and not re.search(
        r"[.!?;](?=\s)", reading.text[left.end : right.start]
    )


def _with_currency(
    reading: Reading, figure: Figure, role: Role, country: str | None, found: Sequence[Candidate]
) -> Figure | None:
    """The figure in a currency; None for a bare figure that is no sum of money."""
    if figure.currency:
        return figure
    local = local_currency(country)
    alike = _alike(figure, role, found)
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
            and role.is_named
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
    is_written = role.is_named or figure.period is not None or looks_written(reading, figure)
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
    if role.is_named or role.is_net:
        low, high = _BARE_MILLIONS
        is_foreign = any(each.figure.currency != RUPIAH for each in found)
        if low <= figure.low <= high and (
            figure.period == MONTH or (role.is_named and not is_counted and not is_foreign)
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


def _alike(figure: Figure, role: Role, found: Sequence[Candidate]) -> Candidate | None:
    """The last sum of the sentence that is about as large."""
    return next(
        (
            each
            for each in reversed(found)
            if each.role.points > 0
            and not each.is_guess
            and each.role.sentence == role.sentence
            and is_alike(each.figure, figure, ALIKE)
        ),
        None,
    )
