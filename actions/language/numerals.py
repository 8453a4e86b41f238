"""Reads Indonesian numbers, in digits and in words: "2,5 juta", "seribu lima ratus", "dua puluh lima juta", "1 setengah juta"."""

import re

_DIGITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "lapan": 8, "sembilan": 9,
}  # fmt: skip
_UNITS = {
    **dict.fromkeys("ribu rb rbu rebu ribuan ewu k".split(), 1_000),
    **dict.fromkeys(
        "juta jt jta jeti jutaan jtan jtaan jutak juta-an jt-an mio".split(), 1_000_000
    ),
    **dict.fromkeys("miliar milyar miliyar".split(), 1_000_000_000),
}
_ONE = "|".join(_DIGITS)
_TENS = rf"(?:{_ONE})\s?puluh(?:\s?(?:{_ONE}))?|(?:{_ONE})\s?belas|sepuluh|sebelas"
_HUNDREDS = rf"(?:(?:{_ONE})\s?ratus|seratus)(?:\s(?:{_TENS}|{_ONE}))?"
_HALF = rf"(?:\d{{1,2}}|{_ONE})\s(?:setengah|1/2)"

UNIT = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
DIGITS = r"\d{1,3}(?:[.,]\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,2})?"
WORDS = rf"(?:{_HUNDREDS}|{_TENS}|{_ONE})"
# What may follow millions or thousands: "tiga juta lima ratus ribu", "sejuta dua ratus", "dua juta setengah".
_REST = (
    rf"\s(?:(?:{DIGITS}|{WORDS})\s?(?:ribu|rb|rbu|rebu)|setengah|(?:{_ONE})\s?ratus|seratus)(?!\w)"
)
_WITH_UNIT = rf"se(?:juta|ribu)|(?:{_HALF}|{DIGITS}|{WORDS}|setengah)(?:-?an)?\s?(?:{UNIT})"
FIGURE = rf"(?:(?:{_WITH_UNIT})(?!\w)(?:{_REST})*|(?:{DIGITS}|{WORDS})(?!\w))"

_FIGURE = re.compile(
    rf"(?:se(?P<one>juta|ribu)|(?P<low>{_HALF}|{DIGITS}|{WORDS}|setengah)(?:-?an)?(?:\s?(?P<unit>{UNIT}))?)(?P<rest>(?:{_REST})*)",
    re.IGNORECASE,
)
_PIECE = re.compile(
    rf"\s(?:(?P<thousands>{DIGITS}|{WORDS})\s?(?:ribu|rb|rbu|rebu)|(?P<half>setengah)|(?P<hundreds>(?:{_ONE})\s?ratus|seratus))(?!\w)",
    re.IGNORECASE,
)


def figure(text: str) -> tuple[float, int]:
    """The number that a match of `FIGURE` means, without its unit, and the unit (1 when none is said).

    The two are apart because in "8-12 juta" the unit of the right side holds for the left one too.
    """
    found = _FIGURE.fullmatch(" ".join(text.split()))
    if found is None:  # pragma: no cover - callers pass matches of FIGURE
        raise ValueError(text)
    unit = unit_of(found["one"] or found["unit"] or "")
    value = 1.0 if found["one"] else number(found["low"])
    return value + sum(_worth(piece, unit) for piece in _PIECE.finditer(found["rest"])) / unit, unit


def unit_of(word: str) -> int:
    """What a unit multiplies by; 1 for any other word."""
    return _UNITS.get(word.casefold(), 1)


def number(words: str) -> float:
    """A number in digits or words, without a unit."""
    words = words.casefold()
    if re.search(r"\s(?:setengah|1/2)$", words):
        return number(words.split()[0]) + 0.5
    if not words[0].isdigit():
        return _in_words(words)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+(?:,\d{1,2})?", words):
        return float(re.sub(r"[.,]", "", re.sub(r"(?<=\d{3}),\d{1,2}$", "", words)))
    return float(words.replace(",", "."))


def _worth(piece: "re.Match[str]", unit: int) -> float:
    if piece["half"]:
        return unit / 2
    if piece["thousands"]:
        return number(piece["thousands"]) * 1_000
    # "dua juta lima ratus" says "ribu" silently.
    return number(piece["hundreds"]) * max(unit // 1_000, 1)


def _in_words(words: str) -> float:
    if words == "setengah":
        return 0.5
    total = last = 0
    for part in re.findall(rf"se(?=ratus|puluh|belas)|{_ONE}|ratus|puluh|belas", words):
        if part == "ratus":
            total, last = total + last * 100, 0
        elif part == "puluh":
            total, last = total + last * 10, 0
        elif part == "belas":
            total, last = total + last + 10, 0
        else:
            last = _DIGITS.get(part, 1)
    return float(total + last)
