"""Finds every figure of a text that could be money, also without a currency: "29.500", "800-1000 u", "1O.500.000", "30jt++"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from actions.language.amounts import AFTER, BEFORE, SPAN, currency_of
from actions.language.numerals import DIGITS, FIGURE, figure
from actions.screening.model import Evidence
from actions.screening.wages import CURRENCY, DAY, HOUR, MONTH, WEEK, YEAR, is_pay

# Names that only wages need: "500u" (USDT), "400 BD", "31,40 zł", "en te" as it is spoken.
_MORE = {
    "u": "USD",
    "bd": "BHD",
    "zł": "PLN",
    "en te": "TWD",
    "ente": "TWD",
    "sek": "SEK",
    "dkk": "DKK",
    "kč": "CZK",
    "kc": "CZK",
    "元": "CNY",
    "円": "JPY",
    "원": "KRW",
}
_MORE_AFTER = "|".join(map(re.escape, sorted(_MORE, key=len, reverse=True)))
# "1.400U", "700usd": a name that touches the figure.
_NUMBER = rf"(?:{FIGURE}|(?:{DIGITS})(?=(?:{AFTER}|{_MORE_AFTER})(?!\w)))(?![.,]\d)"
_END = r"(?:,-|\.-|,=)?"
_BEHIND = rf"(?:[ \t]?-?(?:an[ \t])?(?P<{{}}>{AFTER}|{_MORE_AFTER})(?!\w))?"
_MONEY = re.compile(
    rf"(?<![\w.,])(?:(?P<before>{BEFORE})[ \t]?[.:]?[ \t]?)?(?P<low>{_NUMBER}){_BEHIND.format('middle')}{_END}"
    rf"(?:{SPAN}(?:(?:{BEFORE})[ \t]?)?(?P<high>{_NUMBER}){_BEHIND.format('after')}{_END})?",
    re.IGNORECASE,
)
# "20 man yen", "18万": ten thousands.
_MAN = re.compile(
    r"(?<![\w.,])(?P<low>\d{1,2}(?:[.,]\d)?)(?:\s?[-–~]\s?(?P<high>\d{1,2}(?:[.,]\d)?))?\s?(?:man(?=\s?yen)(?:\s?yen)?|万(?:円)?)",
    re.IGNORECASE,
)
_MAN_WORTH = 10_000
# Letters beside digits that stand for digits: "2lO.OOO", "1O.5OO".
_DISGUISED = re.compile(
    r"(?<![^\W\d_])(?=[OoQlI|.,]*\d)[\dOoQlI|.,]*[OoQlI|][\dOoQlI|.,]*(?=(?:jt|juta|rb|ribu|k|u)?(?![^\W\d_]))"
    r"|(?<![^\W\d_])[OolI](?=[.,]\d)"
)
_DIGITS = str.maketrans("OoQlI|", "000111")
_PLAIN = str.maketrans("éèêÉ４５６７８９０１２３İıſ\u212a", "eeeE4567890123iisk")
_CLOCK = r"(?<![\d.,])(?:[01]?\d|2[0-3])[.:][0-5]\d(?![.,]?\d)"
_DATE = r"(?<![\d.,])(?:[0-3]?\d[/.-][01]?\d[/.-](?:20)?\d\d|(?:20\d\d)[/-][01]?\d[/-][0-3]?\d)(?![\d.,]?\d)"
_NO_MONEY = re.compile(
    rf"\[?{_DATE},?\s+{_CLOCK}(?:[.:]\d\d)?\]?|{_DATE}|(?:pukul|jam|pkl|at|@)\s?{_CLOCK}"
    rf"|{_CLOCK}\s?(?:[-–]\s?{_CLOCK})?\s?(?:wib|wita|wit)\b|{_CLOCK}\s?[-–]\s?{_CLOCK}(?!\d)"
    rf"|^{_CLOCK}(?=\s)|\b(?:19[5-9]\d|202[4-9]|2030)\b(?![.,]\d)(?!\s?(?:[-–]\s?\d|{AFTER}))(?:/\d+)?|(?:tahun|thn"
    rf"|kelahiran|lahir|angkatan)\s(?:19|20)\d\d\b|\d+/\d[\d/]*|\+\d[\d -]{{7,}}|(?<![\w.,])0\d[\d .-]{{7,}}\d|\d{{4,}}(?:-\d+){{2,}}"
    r"|(?:no|nomor|nmr)\.?\s?[:.]?\s?\d[\d./-]*|\b\d{1,3}\s?%",
    re.IGNORECASE | re.MULTILINE,
)
# "ratus ribu tahun 2026" is money before a year; "tahun 2026" and "2026" alone are not.
_PERIODS = {
    HOUR: r"jam|hour|hours|hrs",
    DAY: r"hari|day|harian|dinten|dina|poe|ari",
    WEEK: r"minggu|mgg|week|pekan|minggon|wk",
    MONTH: r"bulan|bln|bulanan|bl|blan|month|mo|mth|sasi|sasih|wulan|ulan|buleun|月",
    YEAR: r"tahun|thn|th|year|taun|annum",
}
_PERIOD = "|".join(f"(?P<{name}>{words})" for name, words in _PERIODS.items())
_SAID_OF_PAY = (
    r"(?:\s?\(?(?:bersih|kotor|gross|net|nett|netto|neto|brutto|bruto|basic|pokok|all[ -]?in|gaji|an|flat"
    r"|start|tetap|standar|resik|base|cash|rata2|lebih)\)?)"
)
_EACH = r"(?:/|p/|per[\s-]?|se|tiap\s|setiap\s|saben\s|unggal\s|sa|a\s|satu\s|1\s|in\sa\s|sak)"
_PERIOD_AFTER = re.compile(
    rf"[ \t.]*(?:\+{{1,2}}|up|ke\s?atas|keatas)?{_SAID_OF_PAY}{{0,2}}[ \t]*(?:{_EACH}[ \t]?(?:{_PERIOD}"
    rf"|(?P<hr>hr))(?:nya|na|e|ne)?(?!\w)|(?P<single>monthly|bulanan|harian|mingguan|hourly|daily|weekly|annually|yearly)\b)",
    re.IGNORECASE,
)
_PERIOD_BEFORE = re.compile(
    rf"(?<!\w)(?<!jam\s)(?<!hari\s)(?<!kali\s)(?<!\dx\s)(?:{_EACH}\s?(?:{_PERIOD})(?:nya|na|ne)?|(?P<single>bulanan"
    rf"|harian|mingguan|monthly|hourly))[ \t:=±~]+"
    r"(?:(?:bisa|dapat|dapet|dpt|cuma|hanya|minimal|min|sampai|sekitar|dibayar|digaji|gaji|itu|kira2|kurang lebih|kisaran|upah)\s){0,2}$",
    re.IGNORECASE,
)
_SINGLE = {
    "monthly": MONTH, "bulanan": MONTH, "harian": DAY, "daily": DAY, "mingguan": WEEK, "weekly": WEEK, "hourly": HOUR,
    "annually": YEAR, "yearly": YEAR,
}  # fmt: skip
# "/hr" is an hour in English offers and a day in Indonesian ones.
_ENGLISH = frozenset("AUD NZD CAD GBP USD EUR".split())
_OPEN = re.compile(
    r"[ \t.]*(?:\+\+|\+(?=\s*(?:/|per\b|se(?:bulan|hari)|[^\s\w]|$))|ke[ -]?atas\b|keatas\b|k ?atas\b|up\b|lebih\b|-?an ke atas\b)",
    re.IGNORECASE | re.MULTILINE,
)
_OPEN_BEFORE = re.compile(r"\b(?:di ?atas|lebih dari|above|over|more than)\s+$", re.IGNORECASE)
_BLANK = "_"
_LOOK_BACK = 45
_SMALLEST_BARE = 1000
_LARGEST = 10**13


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
    plain = _plain(text, taken)
    found = [*_mans(plain), *_others(plain, country)]
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Figure] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _plain(text: str, taken: Iterable[Evidence]) -> str:
    """The text with disguised digits as digits and what is no money as blanks; the length stays."""
    plain = _DISGUISED.sub(lambda match: match.group().translate(_DIGITS), text.translate(_PLAIN))
    for part in taken:
        plain = plain[: part.start] + _BLANK * (part.end - part.start) + plain[part.end :]
    return _NO_MONEY.sub(lambda match: re.sub(r"[^\n]", _BLANK, match.group()), plain)


def _mans(text: str) -> Iterator[Figure]:
    for match in _MAN.finditer(text):
        low = float(match["low"].replace(",", ".")) * _MAN_WORTH
        high = float((match["high"] or match["low"]).replace(",", ".")) * _MAN_WORTH
        yield Figure(
            match.start(), match.end(), low, high, "JPY", _MAN_WORTH, _period(text, match, "JPY")
        )


def _others(text: str, country: str | None) -> Iterator[Figure]:
    for match in _MONEY.finditer(text):
        values = _values(match)
        if values is None:
            continue
        low, high, unit = values
        name = match["before"] or match["after"] or match["middle"]
        currency = _currency(name, low, country) if name else None
        if currency is None and unit == 1 and not _could_be_money(match["low"], low):
            continue
        open_end = _OPEN.match(text, match.end()) or _OPEN_BEFORE.search(
            text, max(0, match.start() - 15), match.start()
        )
        yield Figure(
            match.start(),
            match.end(),
            min(low, high),
            None if open_end and low == high else max(low, high),
            currency,
            unit,
            _period(text, match, currency),
        )


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


def _currency(name: str, value: float, country: str | None) -> str:
    name = " ".join(name.casefold().split())
    if name in _MORE:
        return _MORE[name]
    name = "dolar" if name == "$" else name
    usual = currency_of(name, ())
    local = currency_of(name, (country,) if country else ())
    # "450 dolar" in Hong Kong cannot be Hong Kong dollars; "$30" in Australia is an hour's pay.
    is_local = is_pay(value, local, MONTH) or (
        not is_pay(value, usual, MONTH) and is_pay(value, local, HOUR)
    )
    return local if is_local else usual


def _period(text: str, match: re.Match[str], currency: str | None) -> str | None:
    found = _PERIOD_AFTER.match(text, match.end()) or _PERIOD_BEFORE.search(
        text, max(0, match.start() - _LOOK_BACK), match.start()
    )
    if not found:
        return None
    groups = found.groupdict()
    if groups.get("single"):
        return _SINGLE[groups["single"].casefold()]
    if groups.get("hr"):
        return HOUR if currency in _ENGLISH else DAY
    return next(name for name in _PERIODS if groups.get(name))


def local_currency(country: str | None) -> str | None:
    """ISO 4217 code in which pay is stated in a country; None when it is not known."""
    return CURRENCY.get(country) if country else None
