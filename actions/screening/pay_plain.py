"""Makes figures of an offer plain for reading: disguised digits as digits, regional numbers as common ones, what is no money as blanks.

The length of the text stays, so that every place is one of the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from actions.language.amounts import AFTER, BEFORE
from actions.screening.model import Evidence

_BLANK = "_"
_LINE_WITH_DIGITS = re.compile(r"^[^\n]*\d[^\n]*", re.MULTILINE)
# Letters beside digits that stand for digits: "2lO.OOO", "1O.5OO", "1Sjt".
# Bounded: a pasted run of thousands of digits must not hold everybody up.
_DISGUISED = re.compile(
    r"(?<![^\W\d_])(?=[OoQlI|.,]{0,20}\d)[\dOoQlI|.,]{0,20}[OoQlI|][\dOoQlI|.,]{0,20}(?=(?:jt|juta|rb|ribu|k|u)?(?![^\W\d_]))"
    r"|(?<![^\W\d_])[OolI](?=[.,]\d)|(?<=\d)[Ss](?=[\d.,]*\s?(?:jt|juta|rb|ribu)\b)"
)
_DIGITS = str.maketrans("OoQlI|Ss", "00011155")
_LIKE_LATIN = str.maketrans("éèêÉ４５６７８９０１２３İıſ\u212a〜～", "eeeE4567890123iisk~~")
# Units and Javanese or Sundanese numbers in as many signs as they have; zeros in front change no number.
_UNITS = {
    "million": "juta-an",
    "yuto": "juta",
    "yuta": "juta",
    "jut4": "juta",
    "ju7a": "juta",
    "jut@": "juta",
    "jutq": "juta",
}
_UNIT = re.compile(rf"(?<=[\w ])(?:{'|'.join(_UNITS)})(?!\w)")
_NUMBERS = {
    "siji": 1, "hiji": 1, "loro": 2, "rong": 2, "telu": 3, "telung": 3, "tilu": 3, "papat": 4, "patang": 4, "opat": 4, "limang": 5,
    "enem": 6, "genep": 6, "pitu": 7, "pitung": 7, "wolu": 8, "wolung": 8, "sanga": 9, "sangang": 9, "rolas": 12, "selawe": 25,
}  # fmt: skip
_NUMBER = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})(?=\s(?:juta|jt|ewu|rebu|ribu|rb)\b)")
# "22 000 kr", "1 500 €": blanks between thousands, sure only beside a currency.
_APART = re.compile(
    rf"(?<![\w.,])\d{{1,3}}(?: \d{{3}}){{1,4}}(?=\s?(?:{AFTER}|kr)(?!\w))"
    r"|(?:(?<=€)|(?<=\$)|(?<=£)|(?<=¥))\d{1,3}(?: \d{3}){1,4}(?!\d)",
)
_CLOCK = r"(?<![\d.,])(?:[01]?\d|2[0-3])[.:][0-5]\d(?![.,]?\d)"
_MONTHS = r"(?:jan|feb|mar|apr|m[ae]i|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)[a-z]{0,6}"
_DATE = r"(?<![\d.,])(?:[0-3]?\d[/.-][01]?\d[/.-](?:20)?\d\d|(?:20\d\d)[/-][01]?\d[/-][0-3]?\d)(?![\d.,]?\d)"
# "2026" alone is a year; "900/1100" is money behind the name of a currency.
_NO_MONEY = re.compile(
    rf"(?=[\[\d+@pjatklnu])(?:\[?(?<![\d.,])[0-3]?\d\s{_MONTHS}\s20\d\d,?\s(?:at\s)?{_CLOCK}(?:[.:]\d\d)?\]?|\bke-\d{{1,2}}\b|\[?{_DATE},?\s+{_CLOCK}(?:[.:]\d\d)?\]?|{_DATE}|(?:pukul|jam|pkl|at|@)\s?{_CLOCK}"
    rf"|{_CLOCK}\s?(?:[-–]\s?{_CLOCK})?\s?(?:wib|wita|wit)\b|{_CLOCK}\s?[-–]\s?{_CLOCK}(?!\d)"
    rf"|^{_CLOCK}(?=\s)|\b(?:19[5-9]\d|202[4-9]|2030)\b(?![.,]\d)(?!\s?(?:[-–]\s?\d|{AFTER}))(?:/\d+)?|(?:tahun|thn"
    r"|kelahiran|lahir|angkatan)\s(?:19|20)\d\d\b|(?P<ratio>(?<!\d)\d+/\d[\d/]*)|\+\d[\d -]{7,}"
    r"|(?<![\w.,])0\d[\d .-]{7,}\d|(?<!\d)\d{4,}(?:-\d+){2,}"
    r"|(?:no|nomor|nmr)\.?\s?[:.]?\s?\d[\d./-]*|\b\d{1,3}\s?%|\b(?:umur|usia|age)\s?:?\s?\d\d(?:\s?(?:[-–]|sampai|s/d)\s?\d\d)?(?![\d.,])|\b(?:tgl|tanggal|tggl)\.?\s?\d{1,2}(?:\s?[-–]\s?\d{1,2})?(?!\d|[.,]\d))",
    re.MULTILINE,
)
_MONEY_BEFORE = re.compile(rf"(?<!\w)(?:{BEFORE})\s?(?:\d{{1,3}}[.,])?$")
_LONGEST_NAME = 10


def plain_figures(text: str, taken: Iterable[Evidence]) -> str:
    """The text with plain figures.

    Args:
        text: the offer.
        taken: parts of it that are something else (contacts, licence); they become blanks.
    """
    # Digits are disguised by capitals ("1O"), so that case counts until here.
    plain = _LINE_WITH_DIGITS.sub(
        lambda match: _DISGUISED.sub(_digits, match.group()), text.translate(_LIKE_LATIN)
    ).lower()
    plain = _UNIT.sub(lambda match: _UNITS[match.group()], plain)
    plain = _NUMBER.sub(lambda match: str(_NUMBERS[match.group()]).zfill(len(match.group())), plain)
    for part in taken:
        plain = plain[: part.start] + _BLANK * (part.end - part.start) + plain[part.end :]
    return _LINE_WITH_DIGITS.sub(lambda match: _money_only(match.group()), plain)


def _digits(match: re.Match[str]) -> str:
    return match.group().translate(_DIGITS)


def _money_only(line: str) -> str:
    line = _APART.sub(lambda match: match.group().replace(" ", "."), line)
    return _NO_MONEY.sub(_blanks, line)


def _blanks(match: re.Match[str]) -> str:
    if match["ratio"] and _MONEY_BEFORE.search(
        match.string, max(0, match.start() - _LONGEST_NAME), match.start()
    ):
        return match.group()
    return _BLANK * len(match.group())
