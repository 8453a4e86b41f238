"""Finds countries that stand in a text in other ways than by a name of knowledge/countries: flags, spaced letters, routes, local words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from actions.screening.reading import Named, Reading

LABEL = "negara"
HOME = "ID"
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_FIRST_INDICATOR = 0x1F1E6
# Regional indicators also write what is no country of work.
_NO_COUNTRY = frozenset(("EU", "UN", HOME))
# "L A 0 S", "M-A-C-A-U": single signs with the same separator between them.
_SPACED = re.compile(r"(?<!\w)\w(?:([ ._-])\w)(?:\1\w){2,}(?!\w)")
_LETTERS = str.maketrans("013457@$|", "oieastasi")
_SPACED_NAMES = {
    "kamboja": "KH", "cambodia": "KH", "laos": "LA", "myanmar": "MM", "thailand": "TH", "filipina": "PH", "vietnam": "VN", "dubai": "AE",
    "malaysia": "MY", "singapura": "SG", "singapore": "SG", "taiwan": "TW", "hongkong": "HK", "korea": "KR", "jepang": "JP", "japan": "JP",
    "macau": "MO", "saudi": "SA", "qatar": "QA", "turki": "TR", "polandia": "PL", "jerman": "DE", "kanada": "CA", "australia": "AU",
}  # fmt: skip
# Countries without an Indonesian mission of their own have no file in knowledge/countries.
_FURTHER = {
    "slovenia": "SI", "ljubljana": "SI", "lithuania": "LT", "lituania": "LT", "vilnius": "LT", "latvia": "LV", "riga": "LV",
    "estonia": "EE",
    "tallinn": "EE", "albania": "AL", "tirana": "AL", "montenegro": "ME", "podgorica": "ME", "makedonia": "MK",
    "macedonia": "MK", "skopje": "MK",
    "luksemburg": "LU", "luxembourg": "LU", "islandia": "IS", "iceland": "IS", "moldova": "MD", "belarus": "BY",
    "armenia": "AM", "kosovo": "XK",
    "kaunas": "LT", "klaipeda": "LT", "maribor": "SI", "durres": "AL", "budva": "ME", "chisinau": "MD", "vanuatu": "VU", "port vila": "VU",
    "kirgizstan": "KG", "kyrgyzstan": "KG", "uganda": "UG", "angola": "AO", "rwanda": "RW", "ghana": "GH", "bahama": "BS", "bahamas": "BS",
}  # fmt: skip
_FURTHER_NAMES = re.compile(
    rf"(?=[{''.join(sorted({name[0] for name in _FURTHER}))}])\b(?:{'|'.join(_FURTHER)})\b",
    re.IGNORECASE,
)
# Abbreviations that in capitals mean nothing else.
_CAPITALS = {"TW": "TW", "SG": "SG", "NZ": "NZ", "JP": "JP", "KR": "KR", "KSA": "SA", "PNG": "PG"}
_CAPITAL_NAMES = re.compile(rf"(?<![\w-])(?:{'|'.join(_CAPITALS)})(?![\w$-])")
# Who crosses the river from these towns of Thailand is in Myanmar.
_CROSSING = re.compile(
    r"(?=m)\bMae\s?(?:Sot|Sai|Ramat)\b[^\n]{0,40}?\b(?P<name>(?:me)?ny?eb[ae]?rang(?:i|in)?|seberang|sungai|kali (?=\d|naik|pakai|pake))",
    re.IGNORECASE,
)
# Abbreviations that mean a place only as a place of work: "kerja PP" is Phnom Penh, "tiket PP" there and back.
_ABBREVIATED = {
    "PP": "KH",
    "JB": "MY",
    "KL": "MY",
    "KK": "MY",
    "GT": "LA",
    "HCM": "VN",
    "BKK": "TH",
}
_AFTER_WORK = re.compile(
    rf"\b(?:[kK]erja|[dD]i|[kK]e|[kK]ota|[aA]rea|[lL]okasi|[pP]enempatan|[kK]antor)\s(?P<name>{'|'.join(_ABBREVIATED)})\b(?!\s?[-–:]?\d)"
)
# IATA codes count only in a row, "CGK-KUL-PNH", and only the last one.
_AIRPORTS = {
    "PNH": "KH", "KOS": "KH", "REP": "KH", "KTI": "KH", "BKK": "TH", "DMK": "TH", "HKT": "TH", "CNX": "TH", "SGN": "VN",
    "HAN": "VN", "VTE": "LA",
    "RGN": "MM", "MNL": "PH", "CRK": "PH", "KUL": "MY", "PEN": "MY", "BKI": "MY", "SIN": "SG", "HKG": "HK", "TPE": "TW",
    "KHH": "TW", "ICN": "KR",
    "NRT": "JP", "HND": "JP", "KIX": "JP", "DXB": "AE", "AUH": "AE", "JED": "SA", "RUH": "SA", "DOH": "QA", "IST": "TR",
    "MFM": "MO", "SYD": "AU",
    "MEL": "AU", "PER": "AU", "WAW": "PL", "FRA": "DE", "LHR": "GB", "AKL": "NZ", "KWI": "KW", "BAH": "BH", "AMM": "JO", "BWN": "BN",
}  # fmt: skip
_ROUTE = re.compile(r"(?<![\w-])[A-Za-z]{3}(?:\s?(?:-|–|>|→|—)\s?[A-Za-z]{3})+(?![\w-])")
# Money, permits and work that exist in one country only; they speak where no place is named.
_HINTS = {
    "SG": r"\bS\$|\bSGD\b|\bdol+ar sing|\b(?-i:MOM|HDB|IPA)\b",
    "HK": r"HK\$|\bapoh\b|\bHKD\b|\bdol+ar hong ?kong|(?<!ra )\bpopo\b|\bkantonis\b|\b(?:5[.,]100|4[.,]990|4[.,]870)\b",
    "TW": r"NT\$|\bdol+ar taiwan|\b(?:NTD|(?-i:NT))\b|\bTWD\b|\blaobao\b|\bakong\b|\b1955\b|\bTETO\b|\b(?:29[.,]500|28[.,]590|27[.,]470)\b",
    "JP": r"(?:\d|ribu|rb|juta|jt|man)(?:an)? ?yen\b|¥|\bJPY\b|\bSSW\b|\bkaigo\b|\bmensetsu\b"
        r"|\btokutei\b|\bkaisha\b|\bkumiai\b|\bgino?u? jisshu?sei\b|\bJFT\b",
    "KR": r"(?:\d|ribu|rb|juta|jt)(?:an)? ?won\b|₩|\bKRW\b|\b(?-i:EPS|TOPIK)\b|\beps[ -]?topik\b|\bE-?[789]\b|\bHRD Korea\b",
    "MY": r"\bRM\s?\d|\bringgit\b|\d\s?(?:rm|rgt)\b|\bMYR\b|\bkilang\b|\bPLKS\b|\bFOMEMA\b|\bPERKESO\b|\bSdn\.? ?Bhd\b|\btauke\b"
        r"|\bcop (?:pelancong|lawatan)\b|\bpas lawatan\b|\bpaspot\b|\bbudak kilang\b|\bpas pelawat\b|\bcalling visa\b",
    "BN": r"\bB\$|\bBND\b|\bdol+ar brunei",
    "TH": r"\bbaht\b|฿|\bTHB\b",
    "AE": r"\bdirham\b|\bAED\b|\b(?-i:DIP)\b",
    "KW": r"\bKWD\b|\bKD\s?\d|\bdinar\b",
    "BH": r"\bBHD\b|\d\s?BD\b",
    "QA": r"\bQAR\b|\bQVC\b",
    "SA": r"\bSAR\b|\briyal\b|\bumrah?o?h?\b|\bmuthowif\b|\b(?:ke|masjidil) Haram\b|\bmukimin\b|\bvisa amil\b|\biqamah?\b",
    "PL": r"\bPLN\b|\bzł|\bzloty\b|\bzezwolenie\b",
    "CA": r"\bLMIA\b|\bCAD\b|\bC\$",
    "AU": r"\bAUD\b|\bA\$|\bdol+ar aus|\bWHV\b|\bsubclass 4\d\d\b|\bsuperannuation\b",
    "NZ": r"NZ\$|\bNZD\b|\bAEWV\b",
    "GB": r"£|\bGBP\b|\bNHS\b|\bGLAA\b",
    "DE": r"\bAusbildung\b|\bPflege\b|\bferienjob\b|\bbrutto\b|\bGoethe\b|\bTriple Win\b|\bFSJ\b",
    "IT": r"\bbadante\b|\bdecreto flussi\b|\bnulla osta\b",
    "TR": r"\bikamet\b|\blojman\b|çalışma",
    "HR": r"\bdozvola\b|\bAdriati[kc]\b",
    "MO": r"\bMOP\b|\bpataca\b",
    "PH": r"\d\s?(?:k|rb|ribu)?\s?PHP\b|\bPHP\s?\d|\bpeso\b|\bPOGO\b|\b9G\b",
}  # fmt: skip
_HINT_PATTERNS = {code: re.compile(pattern, re.IGNORECASE) for code, pattern in _HINTS.items()}


def further_names(reading: Reading) -> Iterator[Named]:
    """Countries by flag, spaced letters, abbreviation or route, and those without a file of their own."""
    for match in _FLAG.finditer(reading.text):
        code = "".join(chr(ord(sign) - _FIRST_INDICATOR + ord("A")) for sign in match.group())
        if code not in _NO_COUNTRY:
            yield from _named(reading, code, match.start(), match.end())
    for match in _SPACED.finditer(reading.text):
        letters = re.sub(r"\W|_", "", match.group()).casefold().translate(_LETTERS)
        if letters in _SPACED_NAMES:
            yield from _named(reading, _SPACED_NAMES[letters], match.start(), match.end())
    for match in _FURTHER_NAMES.finditer(reading.text):
        yield from _named(reading, _FURTHER[match.group().casefold()], match.start(), match.end())
    for match in _CAPITAL_NAMES.finditer(reading.text):
        yield from _named(reading, _CAPITALS[match.group()], match.start(), match.end())
    for match in _CROSSING.finditer(reading.text):
        yield from _named(reading, "MM", match.start("name"), match.end("name"))
    for match in _AFTER_WORK.finditer(reading.text):
        yield from _named(reading, _ABBREVIATED[match["name"]], match.start("name"), match.end())


def route_ends(reading: Reading) -> Iterator[Named]:
    """The last airport of each row of airport codes."""
    for match in _ROUTE.finditer(reading.text):
        last = match.group()[-3:].upper()
        if last in _AIRPORTS:
            yield from _named(reading, _AIRPORTS[last], match.end() - 3, match.end())


def hinted(reading: Reading) -> Named | None:
    """The country to which most local words point, with the first of them; None when there are none or two are as likely."""
    found: Counter[str] = Counter()
    first: dict[str, re.Match[str]] = {}
    for code, pattern in _HINT_PATTERNS.items():
        matches = list(pattern.finditer(reading.text))
        if matches:
            found[code] = len({match.group().casefold() for match in matches})
            first[code] = matches[0]
    ranked = found.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    match = first[ranked[0][0]]
    return next(_named(reading, ranked[0][0], match.start(), match.end()), None)


def hints_at(code: str, text: str) -> bool:
    """Whether money, permits or work of a country are named."""
    pattern = _HINT_PATTERNS.get(code)
    return pattern is not None and pattern.search(text) is not None


def _named(reading: Reading, code: str, start: int, end: int) -> Iterator[Named]:
    """A span of code points as words; nothing when no word lies in it."""
    first = bisect_right(reading.offsets, start, key=itemgetter(1))
    last = bisect_left(reading.offsets, end, key=itemgetter(0))
    if first < last:
        yield Named(LABEL, first, last, code)
