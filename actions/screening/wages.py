"""What wages look like in figures: the currency of each country, and which figures are an hour's, a day's or a month's pay.

The bounds are wide. They serve to read "5.100" or "450 dolar", not to say what is fair; that is for actions/screening/pay_judgement.py.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

RUPIAH = "IDR"
DOLLAR = "USD"
HOUR, DAY, WEEK, MONTH, YEAR = "jam", "hari", "minggu", "bulan", "tahun"
_EURO = "DE IT FR ES NL BE AT FI GR PT IE SK SI HR LT LV EE LU MT CY ME XK BG".split()

# ISO 3166 alpha-2 -> ISO 4217 in which pay is stated there.
CURRENCY: Mapping[str, str] = {
    "SG": "SGD", "HK": "HKD", "TW": "TWD", "MY": "MYR", "BN": "BND", "JP": "JPY", "KR": "KRW", "CN": "CNY", "MO": "MOP",
    "TH": "THB", "PH": "PHP",
    "SA": "SAR", "AE": "AED", "QA": "QAR", "KW": "KWD", "BH": "BHD", "OM": "OMR", "JO": "JOD", "TR": "TRY", "PL": "PLN",
    "CZ": "CZK", "HU": "HUF",
    "RO": "RON", "GB": "GBP", "AU": "AUD", "NZ": "NZD", "CA": "CAD", "US": "USD", "CH": "CHF", "NO": "NOK", "KH": "USD",
    "TL": "USD", "MV": "USD", "LA": "USD", "MM": "USD",
    "RU": "RUB", **dict.fromkeys(_EURO, "EUR"),
}  # fmt: skip
_MONTHLY: Mapping[str, tuple[float, float]] = {
    "IDR": (3e6, 3e8), "USD": (150, 15e3), "TWD": (1e4, 12e4), "HKD": (3500, 6e4), "SGD": (400, 15e3), "AUD": (1500, 2e4),
    "NZD": (1500, 2e4),
    "CAD": (1500, 2e4), "BND": (280, 8e3), "MYR": (600, 2e4), "SAR": (700, 25e3), "AED": (600, 3e4), "KWD": (60, 2e3), "BHD": (80, 3e3),
    "JOD": (100, 3e3), "IQD": (2e5, 5e6), "QAR": (700, 25e3), "OMR": (60, 2e3), "JPY": (5e4, 9e5), "KRW": (9e5, 9e6), "THB": (7e3, 2e5),
    "PHP": (9e3, 25e4), "EUR": (200, 9e3), "GBP": (600, 8e3), "CNY": (1800, 5e4), "PLN": (2200, 2e4), "TRY": (12e3, 2e5), "RUB": (2e4, 4e5),
    "MOP": (3500, 5e4), "NOK": (12e3, 8e4), "CHF": (1500, 12e3), "CZK": (12e3, 1e5), "HUF": (18e4, 2e6), "RON": (2e3, 2e4),
    "SEK": (12e3, 6e4),
    "DKK": (10e3, 6e4), "INR": (8e3, 3e5), "VND": (4e6, 2e8),
}  # fmt: skip
_HOURLY: Mapping[str, tuple[float, float]] = {
    "AUD": (12, 90), "NZD": (12, 90), "CAD": (10, 80), "USD": (5, 80), "GBP": (7, 60), "EUR": (4, 60), "CHF": (12, 80), "SGD": (4, 80),
    "JPY": (700, 5e3), "KRW": (7e3, 4e4), "TWD": (120, 600), "HKD": (35, 300), "PLN": (15, 120), "MYR": (4, 25), "NOK": (120, 500),
    "SEK": (90, 400), "DKK": (90, 400), "CZK": (90, 600), "RON": (12, 90),
}  # fmt: skip
_DAILY: Mapping[str, tuple[float, float]] = {
    "MYR": (26, 400), "AED": (35, 500), "SAR": (35, 500), "QAR": (35, 500), "KRW": (6e4, 5e5), "JPY": (6e3, 3e4), "THB": (250, 3e3),
    "TWD": (900, 5e3), "HKD": (350, 2e3), "BND": (12, 150), "PHP": (300, 3e3), "CNY": (80, 1500), "IDR": (5e4, 2e6),
}  # fmt: skip
# Where workers from Indonesia name their pay without its currency: everybody knows what a month there pays.
SURE_MONTHLY = frozenset("SGD HKD TWD MYR SAR BND AED QAR".split())
_WEEKS_IN_MONTH, _MONTHS_IN_YEAR, _HOURS_IN_MONTH = 52 / 12, 12, 173
_BOUNDS = {HOUR: _HOURLY, DAY: _DAILY, MONTH: _MONTHLY}
_LEVELS, _FAR = 8, 4


def is_pay(value: float, currency: str, period: str) -> bool:
    """Whether somebody could earn a sum in a period; years and unknown currencies always pass."""
    if period == WEEK:
        value, period = value * _WEEKS_IN_MONTH, MONTH
    bounds = _BOUNDS.get(period, {}).get(currency)
    return bounds is None or bounds[0] <= value <= bounds[1]


def least_pay(currency: str) -> float | None:
    """The smallest sum that is somebody's pay, of whatever period; None where nothing is known of the currency."""
    if currency in _HOURLY:
        return _HOURLY[currency][0]
    return _MONTHLY[currency][0] / _HOURS_IN_MONTH if currency in _MONTHLY else None


def periods_of(value: float, currency: str) -> tuple[str, ...]:
    """The periods of which a sum is pay, of hour, day and month; none where nothing is known of the currency."""
    return tuple(
        period
        for period, bounds in _BOUNDS.items()
        if currency in bounds and is_pay(value, currency, period)
    )


def month_level(value: float, currency: str) -> int | None:
    """Where a sum lies between the least and the largest month's pay; None where nothing is known of the currency.

    Returns:
        Eighths of the logarithm: 0 to 7 inside, below 0 and from 8 on outside, at most _FAR away.
    """
    bounds = _MONTHLY.get(currency)
    if bounds is None:
        return None
    low, high = bounds
    level = math.floor(_LEVELS * math.log(value / low) / math.log(high / low))
    return min(_LEVELS + _FAR, max(-_FAR, level))


def likely_period(value: float, currency: str) -> str:
    """The period for which a sum without one is pay: the month, unless it can only be an hour's, a day's or a year's."""
    if is_pay(value, currency, MONTH):
        return MONTH
    for period in (HOUR, DAY):
        if currency in _BOUNDS[period] and is_pay(value, currency, period):
            return period
    # In rupiah nobody states a year's pay.
    is_yearly = currency != RUPIAH and is_pay(value / _MONTHS_IN_YEAR, currency, MONTH)
    return YEAR if is_yearly else MONTH
