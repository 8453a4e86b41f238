"""Finds numbers that lead to somebody: of telephones, identity cards, passports and accounts, however they are spaced or disguised."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MONEY = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?")
# "Rp 150 000 000", "rp1500000000"
_CURRENCY = re.compile(
    r"(?:rp|idr|rm|myr|usd?|sgd|hkd|hk|nt|twd|won|krw|yen|jpy|sar|aed|euro?|baht|ringgit|rupiah|dolar|dollar|[$€£¥])[ .:]{0,3}$",
    re.IGNORECASE,
)
_LOOK_BACK = 12
_FEWEST_DIGITS = 9
# Digits in a row, with what stands between those of a telephone number or of an account.
_DIGITS = re.compile(r"(?<![\w])\+?\(?\d(?:[ .()\-_/]{0,3}\d){5,}(?!\w)")
# Letters in the place of digits.
_LIKE_DIGIT = r"[\doOQlLiIsSbB]"
_DISGUISED = (
    re.compile(
        rf"(?<!\w)(?:\+?62[ .\-]?|[oOQ0])8{_LIKE_DIGIT}{{1,2}}(?:[ .\-_]{{0,3}}{_LIKE_DIGIT}){{4,}}(?!\w)"
    ),
    # A whole number in one piece: of an identity card, of an account.
    re.compile(rf"(?<!\w){_LIKE_DIGIT}{{10,20}}(?!\w)"),
)
# A digit that is written as a word.
SPOKEN_DIGIT = r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan)"
# Dictated, in words or half in digits: "nol lapan satu dua 3456 ..."; nobody counts on so far.
_SPOKEN = re.compile(
    rf"(?<!\w)(?:{SPOKEN_DIGIT}|\d{{1,6}})(?:[ .,\-]{{1,3}}(?:{SPOKEN_DIGIT}|\d{{1,6}})(?!\w)){{5,}}",
    re.IGNORECASE,
)
_FEWEST_SPOKEN = 8
# Words are no numbers: "bolosisilis".
_FEWEST_TRUE = 6
_OTHERS = (
    # The beginning of a number that was cut off.
    re.compile(r"(?<![\w.,])(?:\+62[\d\s-]*|08\d{1,2})(?=\W*$)"),
    # Of a passport.
    re.compile(
        r"(?<!\w)(?!(?:rp|rm|nt|hk|us|sg)\d)[a-z]{1,2}\d{6,8}(?!\w)"
        r"|(?<=paspor )[a-z]{1,2}[ .\-]?\d{3}[ .\-]?\d{3,5}(?!\w)|(?<=passport )[a-z]{1,2}[ .\-]?\d{3}[ .\-]?\d{3,5}(?!\w)",
        re.IGNORECASE,
    ),
)
# Behind these a shorter number is no amount either.
_NAMED = re.compile(
    r"(?<!\w)(?:no(?:mor|mer)?[ .]{0,2})?(?:rek(?:ening|ning)?|norek|nik|ktp|kk|npwp|paspor|passport|pasport|bpjs|dana|ovo|gopay|shopeepay"
    r"|briva?|bca|bni|bsi|btn|mandiri|pin|id)(?:nya|ku)?(?:[ ]+(?:saya|aku|sy|dia|nya|no(?:mor|mer)?|bri"
    r"|bca|bni|bsi|mandiri|ku)){0,4}[ .:#=]{1,3}"
    r"(?P<number>[a-z]{0,2}[ .\-]?\d(?:[ .\-]{0,3}\d){4,})(?![\d.,]*[ ]?(?:rb|ribu|jt|juta|k)\b)(?!\w)",
    re.IGNORECASE,
)


def numbers_in(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the first character and after the last of each number; amounts of money and years are none.

    Args:
        text: as `lookalikes.plain` returns it.
    """
    for match in _DIGITS.finditer(text):
        words = match.group().rstrip(" .-/(")
        if not _is_amount(text, match.start(), words):
            yield match.start(), match.start() + len(words)
    for pattern in (*_DISGUISED, *_OTHERS):
        for match in pattern.finditer(text):
            words = match.group().rstrip(" .-/(")
            digits = sum(char.isdigit() for char in words)
            is_number = pattern in _OTHERS or digits >= _FEWEST_TRUE
            if is_number and not _MONEY.fullmatch(words.strip("+(")):
                yield match.start(), match.start() + len(words)
    for match in _SPOKEN.finditer(text):
        said = re.findall(r"\w+", match.group())
        counted = sum(len(each) if each.isdigit() else 1 for each in said)
        if counted >= _FEWEST_SPOKEN and not all(map(str.isdigit, said)):
            yield match.span()
    for match in _NAMED.finditer(text):
        if not _MONEY.fullmatch(match["number"]):
            yield match.span("number")


def _is_amount(text: str, start: int, words: str) -> bool:
    digits = sum(char.isdigit() for char in words)
    is_short = digits < _FEWEST_DIGITS and words[0] not in "0+"
    after_currency = _CURRENCY.search(text, max(0, start - _LOOK_BACK), start) is not None
    return bool(_MONEY.fullmatch(words.strip("+("))) or is_short or after_currency
