"""Finds every figure of a text that could be money, also without a currency: "29.500", "800-1000 u", "1O.500.000", "30jt++"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from actions.language.amounts import AFTER, BEFORE, SPAN, currency_of
from actions.language.numerals import DIGITS, FIGURE, figure
from actions.screening.model import Evidence
from actions.screening.pay_periods import is_open, period_of
from actions.screening.pay_plain import plain_figures
from actions.screening.wages import CURRENCY, HOUR, MONTH, is_pay

# Names that only wages need: "500u" (USDT), "400 BD", "31,40 zł", "en te" as it is spoken.
_MORE = {
    "u": "USD", "us dollar": "USD", "us dollars": "USD", "bd": "BHD", "ringgit brunei": "BND",
    "zł": "PLN", "en te": "TWD", "ente": "TWD", "kr": "SEK", "sek": "SEK",
    "dkk": "DKK", "kč": "CZK", "kc": "CZK", "元": "CNY", "人民币": "CNY", "円": "JPY", "원": "KRW", "fjd": "FJD", "pgk": "PGK",
    "kina": "PGK", "bgn": "BGN", "leva": "BGN", "rsd": "RSD", "gel": "GEL", "egp": "EGP", "qr": "QAR", "tl": "TRY", "mvr": "MVR",
}  # fmt: skip
_MORE_IN_FRONT = {
    "au$": "AUD", "sg$": "SGD", "usd$": "USD", "fj$": "FJD", "fjd": "FJD", "pgk": "PGK", "hk": "HKD", "qr": "QAR", "bd": "BHD",
    "sek": "SEK", "dkk": "DKK",
}  # fmt: skip
# Crowns of other countries than Sweden.
_CROWNS = {"NO": "NOK", "DK": "DKK"}


def _either(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


_NAME_BEHIND, _NAME_IN_FRONT = f"{_either(_MORE)}|{AFTER}", f"{_either(_MORE_IN_FRONT)}|{BEFORE}"
# "1.400U", "700usd": a name that touches the figure.
_NUMBER = rf"(?:{FIGURE}|(?:{DIGITS})(?=(?:{_NAME_BEHIND})(?!\w)))(?![.,]\d)"
_END = r"(?:,-|\.-|,=)?"
_BEHIND = rf"{_END}(?:[ \t]?-?(?:an[ \t])?(?P<{{}}>{_NAME_BEHIND})(?!\w))?{_END}"
# Less sure than SPAN: "RM1.500 ke RM1.800", "HK$5.100/5.200".
_LOOSE = r"\s(?:ke|sampai dengan)\s|\s?/\s?"
_MONEY = re.compile(
    rf"(?P<low>{_NUMBER}){_BEHIND.format('middle')}"
    rf"(?:(?:{SPAN}|(?P<loose>{_LOOSE}))(?:(?:{BEFORE})[ \t]?)?(?P<high>{_NUMBER}){_BEHIND.format('after')})?",
)
# Where a number may begin; trying the pattern above at every sign costs more than all the rest.
_START = re.compile(
    r"(?=[\dstdel])(?:(?<![\d.,])\d"
    r"|(?<!\w)(?:se(?:juta|ribu|tengah|puluh|belas|ratus|mbilan)|satu|dua|tiga|empat|lima|enam|tujuh|d?e?lapan))",
)
_IN_FRONT = re.compile(rf"(?<![\w.,])(?P<name>{_NAME_IN_FRONT})[ \t]?[.:]?[ \t]?$")
_LONGEST_NAME = 9
# Letters that may touch a number: "GAJI16JT", "月薪8000".
_TOUCHING = re.compile(r"(?:gaji|salary|[\u3040-\u9fff])$")
# "20 man yen", "18万": ten thousands.
_MAN = re.compile(
    r"(?<![\w.,])(?P<low>\d{1,2}(?:[.,]\d)?)(?:\s?[-–~]\s?(?P<high>\d{1,2}(?:[.,]\d)?))?"
    r"\s?(?:man(?=\s?(?:yen|en\b|/\s?(?:bln|bulan)|per bulan|se?bulan))(?:\s?yen)?|万(?:円)?)",
)
# The same without "yen", in Japan only: "19 man sebelum pajak", "21,5 man - 25 man".
_MAN_IN_JAPAN = re.compile(
    r"(?<![\w.,])(?P<low>\d{1,2}(?:[.,]\d)?)(?:\s?man)?(?:\s?[-–~]\s?(?P<high>\d{1,2}(?:[.,]\d)?))?"
    r"\s?(?:man(?!\w)(?:\s?yen)?|万(?:円)?)",
)
_MAN_WORTH = 10_000
# In other countries "dong" is a filler.
_DONG = re.compile(r"\s?dong\b")
_SMALLEST_BARE = 1000
_LARGEST = 10**13
# The upper end of a range that is less sure is at most so many times the lower.
_WIDEST = 3.0


@dataclass(frozen=True)
class Figure:
    """A figure that could be money.

    Attributes:
        start: offset of its first code point.
        end: offset after its last; the words that name the period are not part of it.
        low: smallest amount.
        high: largest amount; None when it is open ("10 juta ke atas").
        currency: ISO 4217 code; None when nothing says it.
        unit: 1, 1,000 or 1,000,000: what "ribu" or "juta" multiplied by.
        period: "jam", "hari", "minggu", "bulan", "tahun"; None when not said.
    """

    start: int
    end: int
    low: float
    high: float | None
    currency: str | None
    unit: int
    period: str | None

    @property
    def top(self) -> float:
        """The largest amount that is named."""
        return self.low if self.high is None else self.high


def figures_in(text: str, country: str | None, taken: Iterable[Evidence] = ()) -> list[Figure]:
    """All figures that could be money, from left to right; dates, clock times, telephone and licence numbers are none.

    Args:
        text: the offer.
        country: ISO 3166 alpha-2 of the country of work; it decides whose dollar or riyal is meant.
        taken: parts of the text that are something else (contacts, licence).
    """
    plain = plain_figures(text, taken)
    found = [*_mans(plain, _MAN_IN_JAPAN if country == "JP" else _MAN), *_others(plain, country)]
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Figure] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _mans(text: str, pattern: re.Pattern[str]) -> Iterator[Figure]:
    for match in pattern.finditer(text):
        low = float(match["low"].replace(",", ".")) * _MAN_WORTH
        high = float((match["high"] or match["low"]).replace(",", ".")) * _MAN_WORTH
        period = period_of(text, match.start(), match.end(), "JPY")
        yield Figure(match.start(), match.end(), low, high, "JPY", _MAN_WORTH, period)


def _others(text: str, country: str | None) -> Iterator[Figure]:
    reached = 0
    for begin in _START.finditer(text):
        start = begin.start()
        match = _MONEY.match(text, start) if start >= reached else None
        if not match:
            continue
        in_front = _IN_FRONT.search(text, max(reached, start - _LONGEST_NAME), start)
        if not in_front and _touches_a_word(text, start):
            continue
        reached = match.end()
        figure_found = _figure(text, match, in_front, country)
        if figure_found:
            reached = figure_found.end
            yield figure_found


def _touches_a_word(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return (before.isalnum() or before in ("_", ".", ",")) and not _TOUCHING.search(
        text, max(0, start - 6), start
    )


def _figure(
    text: str, match: re.Match[str], in_front: re.Match[str] | None, country: str | None
) -> Figure | None:
    values = _values(match)
    if values is None:
        return None
    low, high, unit = values
    start, end = (in_front or match).start(), match.end()
    if match["loose"] and not low < high <= _WIDEST * low:
        low, unit = figure(match["low"])
        low = high = low * unit
        end = match.end("middle") if match["middle"] else match.end("low")
    name = in_front["name"] if in_front else match["after"] or match["middle"]
    if not name and unit == 1 and not _could_be_money(match["low"], low):
        return None
    # "/hr" needs the currency, and whose dollar it is needs the period.
    currency = _currency_named(name, low, None, country) if name else None
    period = period_of(text, start, end, currency)
    if name and period:
        currency = _currency_named(name, low, period, country)
    if not name and unit > 1 and country == "VN" and _DONG.match(text, end):
        currency = "VND"
    top = None if low == high and is_open(text, start, end) else max(low, high)
    return Figure(start, end, min(low, high), top, currency, unit, period)


def _values(match: re.Match[str]) -> tuple[float, float, int] | None:
    low, unit = figure(match["low"])
    high, high_unit = figure(match["high"]) if match["high"] else (low, unit)
    # "12-15 jt", "210-225 ribu": the unit of the right side holds for both.
    low *= unit if unit > 1 else high_unit
    high *= high_unit if high_unit > 1 else unit
    if not low or max(low, high) > _LARGEST:
        return None
    return round(low, 2), round(high, 2), max(unit, high_unit)


def _could_be_money(words: str, value: float) -> bool:
    """A bare figure is a candidate from a thousand on, with decimals ("30.35"), or where few digits stand alone ("gaji 14 bersih")."""
    if not words[0].isdigit():
        return value >= _SMALLEST_BARE
    return not words.startswith("0")


def _currency_named(name: str, value: float, period: str | None, country: str | None) -> str:
    """ISO 4217 code behind the name of a currency; country and sum decide whose dollar or riyal it is."""
    name = " ".join(name.split())
    if name == "kr" and country in _CROWNS:
        return _CROWNS[country]
    further = _MORE.get(name) or _MORE_IN_FRONT.get(name)
    if further:
        return further
    name = "dolar" if name == "$" else name
    usual = currency_of(name, ())
    local = currency_of(name, (country,) if country else ())
    if period and period != MONTH:
        return local if is_pay(value, local, period) else usual
    # "450 dolar" in Hong Kong cannot be Hong Kong dollars; "$30" in Australia is an hour's pay.
    is_local = is_pay(value, local, MONTH) or (
        not is_pay(value, usual, MONTH) and is_pay(value, local, HOUR)
    )
    return local if is_local else usual


def local_currency(country: str | None) -> str | None:
    """ISO 4217 code in which pay is stated in a country; None when it is not known."""
    return CURRENCY.get(country) if country else None
