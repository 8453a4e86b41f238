"""Finds amounts of money in text: "15jt", "8-12 juta", "dua digit", "USD 1.200", "RM2500", "NT$ 29.500 per bulan"."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from actions.language.numerals import FIGURE, WORDS, figure, unit_of

# ISO 4217 code -> names in front of the figure, names behind it. A blank may be missing; "dolar" may be spelt "dollar".
_CURRENCIES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "IDR": (("rp.", "rp", "idr"), ("rupiah", "rph", "idr", "perak")),
    "TWD": (("nt$", "ntd", "nt", "twd"), ("nt$", "ntd", "nt", "twd", "dolar taiwan", "dolar nt")),
    "HKD": (("hk$", "hkd"), ("hkd", "dolar hong kong", "dolar hk")),
    "SGD": (("s$", "sgd"), ("sgd", "dolar singapura", "dolar singapore", "dolar singapur", "dolar sing")),
    "AUD": (("a$", "aud"), ("aud", "dolar australia", "dolar aussie")),
    "NZD": (("nz$", "nzd"), ("nzd", "dolar selandia baru", "dolar new zealand")),
    "CAD": (("c$", "cad"), ("cad", "dolar kanada", "dolar canada")),
    "BND": (("b$", "bnd"), ("bnd", "dolar brunei")),
    "USD": (("us$", "usdt", "usd", "us", "$"), ("usdt", "usd", "us$", "dolar amerika", "dolar as", "dolar us", "dolar", "$")),
    "MYR": (("rm", "myr"), ("rm", "myr", "ringgit", "ringit", "ringget")),
    "SAR": (("sar", "sr"), ("sar", "sr", "riyal saudi", "real saudi", "riyal", "rial", "real", "reyal")),
    "AED": (("aed", "dhs"), ("aed", "dhs", "dirham", "dirhams")),
    "KWD": (("kwd", "kd"), ("kwd", "kd", "dinar kuwait", "dinar")),
    "BHD": (("bhd",), ("bhd", "dinar bahrain")),
    "JOD": (("jod",), ("jod", "dinar yordania", "dinar jordan")),
    "IQD": (("iqd",), ("iqd", "dinar irak")),
    "QAR": (("qar",), ("qar", "riyal qatar", "rial qatar")),
    "OMR": (("omr",), ("omr", "rial oman", "riyal oman")),
    "JPY": (("jpy", "¥"), ("jpy", "yen")),
    "KRW": (("krw", "₩"), ("krw", "won")),
    "THB": (("thb", "฿"), ("thb", "baht", "bath")),
    "PHP": (("php", "₱"), ("php", "peso", "piso")),
    "EUR": (("eur", "€"), ("eur", "euro", "€")),
    "GBP": (("gbp", "£"), ("gbp", "poundsterling", "pound sterling", "pounds", "pound")),
    "CNY": (("cny", "rmb"), ("cny", "rmb", "yuan", "renminbi")),
    "PLN": ((), ("pln", "zloty", "zlot")),
    "TRY": (("₺",), ("try", "lira")),
    "RUB": (("₽",), ("rub", "rubel")),
    "INR": (("inr", "₹"), ("inr", "rupee", "rupe")),
    "VND": (("vnd",), ("vnd", "dong vietnam")),
    "LAK": ((), ("lak", "kip")),
    "KHR": (("khr",), ("khr", "riel")),
    "MMK": (("mmk",), ("mmk", "kyat")),
    "MOP": (("mop",), ("mop", "pataca")),
    "NOK": (("nok",), ("nok", "kroner", "krone")),
    "CHF": (("chf",), ("chf", "franc")),
    "CZK": (("czk",), ("czk", "koruna")),
    "HUF": (("huf",), ("huf", "forint")),
    "RON": ((), ("ron", "lei")),
    "ILS": (("ils",), ("ils", "shekel")),
}  # fmt: skip
# Names that several countries share: a country that the message names decides.
_SHARED: Mapping[str, Mapping[str, str]] = {
    "dolar": {"SG": "SGD", "HK": "HKD", "TW": "TWD", "AU": "AUD", "NZ": "NZD", "CA": "CAD", "BN": "BND"},
    "riyal": {"SA": "SAR", "QA": "QAR", "OM": "OMR"},
    "dinar": {"KW": "KWD", "BH": "BHD", "JO": "JOD", "IQ": "IQD"},
}  # fmt: skip
_SHARED_SPELLINGS = {
    "dollar": "dolar",
    "dollars": "dolar",
    "dolars": "dolar",
    "rial": "riyal",
    "real": "riyal",
    "reyal": "riyal",
}


def _names(side: int) -> str:
    """All names on one side as a pattern, the longest first: "dolar taiwan" before "dolar"."""
    names = (name for sides in _CURRENCIES.values() for name in sides[side])
    return "|".join(map(_pattern, sorted(names, key=len, reverse=True)))


def _pattern(name: str) -> str:
    return re.escape(name).replace("dolar", "dol+ars?").replace(r"\ ", r"\s?")


# Names of currencies in front of a figure and behind it, and what stands between two figures; for readers with rules of their own.
BEFORE, AFTER = _names(0), _names(1)
_CODES = {
    code: re.compile("|".join(map(_pattern, (*before, *after))), re.IGNORECASE)
    for code, (before, after) in _CURRENCIES.items()
}
_VAGUE_UNIT = r"juta|jt|ribu|rb|miliar|milyar"
SPAN = r"\s*(?:-|–|—|~|sampai|sampe|smpe|smp|hingga|sd|s\.?/?d\.?|to)\s*"
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?:(?P<before>{BEFORE})\s?)?"
    rf"(?:(?P<vague>(?:dua|2|tiga|3)\s?digit|(?:belasan|puluhan|ratusan)\s(?:{_VAGUE_UNIT}))(?!\w)"
    rf"|(?P<low>{FIGURE})(?:{SPAN}(?:(?:{BEFORE})\s?)?(?P<high>{FIGURE}))?)"
    rf"(?:\s?-?(?:an\s)?(?P<after>{AFTER})(?!\w))?(?:,-|\.-|,=)?",
    re.IGNORECASE,
)
_PERIODS = {
    "jam": r"jam|hour",
    "hari": r"hari|hr|day|harian",
    "minggu": r"minggu|mgg|week",
    "bulan": r"bulan|bln|bulanan|bl|month|mo|sasi",
    "tahun": r"tahun|thn|th|year|taun",
}
_PERIOD = "|".join(f"(?P<{name}>{words})" for name, words in _PERIODS.items())
_PERIOD_AFTER = re.compile(
    rf"\s*(?:bersih\s|kotor\s|gross\s|net\s)?(?:/|p/|per\s?|se|tiap\s|setiap\s|saben\s|sa|a\s)\s?(?:{_PERIOD})(?:nya|e)?(?!\w)",
    re.IGNORECASE,
)
_PERIOD_BEFORE = re.compile(
    rf"(?<!\w)(?:per\s?|se|tiap\s|setiap\s)(?:{_PERIOD})(?:nya)?[\s:=]+(?:(?:bisa|dapat|dapet|dpt|cuma|hanya|minimal|sampai|sekitar|dibayar|digaji|gaji|itu)\s)?$",
    re.IGNORECASE,
)
# "5 juta orang", "followers dia 500 ribu" count something else.
_COUNTED_AFTER = re.compile(
    r"\s*(?:orang|org|orng|jiwa|warga|wni|pmi|tki|tkw|pekerja|buruh|korban|kasus|anak|penduduk|pengikut|followers?|subscribers?|subs|viewers?|views|penonton"
    r"|like|likes|kali|x|unit|buah|biji|lembar|kg|kilo|ton|gram|km|kilometer|meter|hektar|liter|pohon|ekor|kata|akun|nomor|data|lowongan|loker|peserta|member|anggota)\b",
    re.IGNORECASE,
)
_COUNTED_BEFORE = re.compile(
    r"\b(?:followers?|pengikut|subscribers?|subs|viewers?|views|penonton|penduduk|populasi|member|anggota|jarak"
    r"|jumlah (?:korban|pmi|tki|pekerja|anggota))(?:nya)?(?:\s\w+){0,2}\s*$",
    re.IGNORECASE,
)
# "tahun dua ribu delapan belas"
_MILLENNIUM = re.compile(r"dua ribu", re.IGNORECASE)
_YEAR_AFTER = re.compile(rf"\s{WORDS}\b(?!\s?(?:juta|ribu|ratus))", re.IGNORECASE)
_VAGUE = {"belasan": (11, 19), "puluhan": (20, 99), "ratusan": (100, 999)}
# A bare number is money only from here on ("gaji 5000000"); smaller ones are ages, years and counts.
_SMALLEST_BARE = 100_000
# Nobody is paid more; such a number is a code, whatever stands beside it.
_LARGEST = 10**13
# Letters that a pattern without regard to case takes for i, s and k, and that no table of names knows.
_LOOKALIKES = str.maketrans("İıſ\u212a", "iisk")


@dataclass(frozen=True)
class Amount:
    """An amount of money.

    Attributes:
        start: offset of its first character.
        end: offset after its last character; the words that name the period are not part of it.
        low: smallest amount, in `currency`.
        high: largest amount; equals `low` for a single figure.
        currency: ISO 4217 code.
        period: "jam", "hari", "minggu", "bulan" or "tahun"; None when not said.
    """

    start: int
    end: int
    low: int
    high: int
    currency: str
    period: str | None

    @property
    def value(self) -> str:
        """As an entity's value: "IDR 8000000-12000000/bulan"."""
        figures = f"{self.low}" if self.low == self.high else f"{self.low}-{self.high}"
        return f"{self.currency} {figures}" + (f"/{self.period}" if self.period else "")


def amounts_in(text: str, countries: Collection[str] = ()) -> Iterator[Amount]:
    """Every amount of money in a text, from left to right.

    Args:
        text: a message.
        countries: ISO codes of the countries that it names; they decide whose dollar, riyal or dinar is meant.
    """
    text = text.translate(_LOOKALIKES)
    for found in _AMOUNT.finditer(text):
        figures = _figures(found)
        if figures is None or not figures[1] or (_unnamed(found) and _is_other(text, found)):
            continue
        low, high = figures
        period = _PERIOD_AFTER.match(text, found.end()) or _PERIOD_BEFORE.search(
            text, max(found.start() - 40, 0), found.start()
        )
        yield Amount(
            start=found.start(),
            end=found.end(),
            low=min(low, high),
            high=max(low, high),
            currency=currency_of(found["before"] or found["after"] or "rp", countries),
            period=period.lastgroup if period else None,
        )


def _unnamed(found: "re.Match[str]") -> bool:
    return not (found["before"] or found["after"])


def _is_other(text: str, found: "re.Match[str]") -> bool:
    return bool(
        (_MILLENNIUM.fullmatch(found["low"] or "") and _YEAR_AFTER.match(text, found.end()))
        or _COUNTED_AFTER.match(text, found.end())
        or _COUNTED_BEFORE.search(text, max(found.start() - 40, 0), found.start())
    )


def _figures(found: "re.Match[str]") -> tuple[int, int] | None:
    """Smallest and largest amount; None when the number is no money."""
    if found["vague"]:
        return _vague_figures(found["vague"].casefold())
    low, unit = figure(found["low"])
    high, high_unit = figure(found["high"]) if found["high"] else (low, unit)
    if (
        _unnamed(found)
        and unit == high_unit == 1
        and not (low >= _SMALLEST_BARE and _looks_like_money(found["low"]))
    ):
        return None
    # "12-15 jt": the unit of the right side holds for both, and in "800 ribu-1 juta" each has its own.
    low *= unit if unit > 1 else high_unit
    high *= high_unit if high_unit > 1 else unit
    return (round(low), round(high)) if max(low, high) <= _LARGEST else None


def _vague_figures(words: str) -> tuple[int, int]:
    if words.endswith("digit"):
        return (10_000_000, 99_000_000) if words[0] in "d2" else (100_000_000, 999_000_000)
    kind, unit = words.split()
    low, high = _VAGUE[kind]
    return low * unit_of(unit), high * unit_of(unit)


def _looks_like_money(number: str) -> bool:
    """Telephone numbers and codes begin with 0 or have too many digits."""
    digits = re.sub(r"\D", "", number)
    return not digits.startswith("0") and len(digits) <= 9 and digits.endswith("00")


def currency_of(name: str, countries: Collection[str]) -> str:
    """The ISO 4217 code behind a name of `BEFORE` or `AFTER`; countries decide whose dollar, riyal or dinar is meant."""
    name = name.casefold()
    local = _SHARED.get(_SHARED_SPELLINGS.get(name, name), {})
    codes = {local[country] for country in countries if country in local}
    return codes.pop() if len(codes) == 1 else _code(name)


@lru_cache(maxsize=500)
def _code(name: str) -> str:
    return next(code for code, pattern in _CODES.items() if pattern.fullmatch(name))
