"""Reads the time for which a sum is paid, and whether it is open upwards: "/bln", "per jam", "sehari", "p.a.", "ke atas"."""

from __future__ import annotations

import re

from actions.screening.wages import DAY, HOUR, MONTH, WEEK, YEAR

_WORDS = {
    HOUR: r"jam|hour|hours|hrs|uur|stunde|godz(?:in[aęy])?",
    DAY: r"hari|day|harian|dinten|dina|poe|ari|dino|malam|malem|mlm|night|wengi",
    WEEK: r"minggu|mgg|week|pekan|minggon|wk",
    MONTH: r"bulan|bln|bulanan|bl|blan|month|mo|mth|sasi|sasih|wulan|ulan|buleun|月|monat|mese|mois",
    YEAR: r"tahun|thn|th|year|yr|taun|annum",
}
_PERIOD = "|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items())
_SAID_OF_PAY = (
    r"(?:\s?\(?(?:bersih|kotor|gross|net|nett|netto|neto|brutto|bruto|basic|pokok|all[ -]?in|gaji|an|flat"
    r"|start|tetap|standar|resik|base|cash|rata2|lebih|brut)\)?)"
)
_EACH = r"(?:/|p/|per[\s-]?|par\s|se|tiap\s|setiap\s|saben\s|unggal\s|sa|a\s|in\sa\s|sak|every\s|each\s|die\s)"
_SINGLE = {
    "monthly": MONTH, "bulanan": MONTH, "monatlich": MONTH, "miesięcznie": MONTH, "měsíčně": MONTH, "harian": DAY, "daily": DAY,
    "mingguan": WEEK, "weekly": WEEK, "hourly": HOUR, "annually": YEAR, "yearly": YEAR, "annual": YEAR, "月給": MONTH, "月薪": MONTH,
    "時給": HOUR, "时薪": HOUR, "日給": DAY, "jikyu": HOUR, "jikyuu": HOUR, "sigeup": HOUR,
}  # fmt: skip
# "p/h", "p.a.", "p/u": English and Dutch abbreviations.
_LETTERS = {"h": HOUR, "d": DAY, "w": WEEK, "m": MONTH, "a": YEAR, "u": HOUR}
_AFTER = re.compile(
    rf"[ \t.]{{0,8}}(?:\+{{1,2}}|up|ke\s?atas|keatas)?{_SAID_OF_PAY}{{0,2}}[ \t]{{0,8}}"
    rf"(?:(?:{_EACH}|satu\s|1\s)[ \t]?(?:{_PERIOD}|(?P<hr>hr))(?:nya|na|e|ne)?(?!\w)"
    rf"|(?:p[./]?|/)(?P<letter>[hdwmau])\b(?!\.?\d)|(?P<single>{'|'.join(_SINGLE)})(?!\w))",
)
_BEFORE = re.compile(
    rf"(?<!\w)(?!perth)(?<!jam\s)(?<!hari\s)(?<!kali\s)(?<!\dx\s)(?:{_EACH}\s?(?:{_PERIOD})(?:nya|na|ne)?|(?P<single>{'|'.join(_SINGLE)}))"
    r"(?:[ \t:=±~]|(?<=[給薪]))*"
    r"(?:(?:bisa|dapat|dapet|dpt|cuma|hanya|minimal|min|sampai|sekitar|dibayar|digaji|gaji|itu|kira2|kurang lebih|kisaran|upah"
    r"|salary|nerima|terima|pay|setara|paling|apes|sedikit|rata-rata|bawa|pulang|kantongin|nyampe|sampe|bs|juga)\s){0,3}$",
)
# What every match of the pattern above holds; looking for it first saves most searches.
_ANY = re.compile(rf"{'|'.join(_WORDS.values())}|{'|'.join(_SINGLE)}")
_OPEN = re.compile(
    r"[ \t.]*(?:\+\+|\+(?=\s*(?:/|per\b|se(?:bulan|hari)|month|bulanan|[^\s\w]|$))|(?:-?an )?ke[ -]?atas\b|k ?atas\b|up\b"
    r"|lebih\b(?!\s?kurang))",
    re.MULTILINE,
)
_OPEN_BEFORE = re.compile(r"\b(?:di ?atas|lebih dari|above|over|more than)\s+$")
# "minimal 70 juta, ada yang sampai 200": the least, with a larger sum behind it.
_LEAST = re.compile(r"\b(?:minimal|paling (?:apes|sedikit|kecil|rendah))\s+$")
_REACHED = re.compile(r"[^\n.!?]{0,25}\b(?:sampe|sampai|tembus|nyampe)\s(?:rp\s?)?\d")
# "/hr" is an hour in English offers and a day in Indonesian ones.
_ENGLISH = frozenset("AUD NZD CAD GBP USD EUR SGD".split())
_LOOK_BACK, _LOOK_BACK_OPEN = 45, 15


def period_of(text: str, start: int, end: int, currency: str | None) -> str | None:
    """The period that the words behind or before a figure name.

    Args:
        text: the offer.
        start: offset of the figure.
        end: offset after it.
        currency: ISO 4217 code of the figure; it tells hours from days in "/hr".
    """
    found = _AFTER.match(text, end)
    if not found:
        earliest = max(0, start - _LOOK_BACK)
        if _ANY.search(text, earliest, start):
            found = _BEFORE.search(text, earliest, start)
    if not found:
        return None
    groups = found.groupdict()
    if groups["single"]:
        return _SINGLE[groups["single"]]
    if groups.get("letter"):
        return _LETTERS[groups["letter"]]
    if groups.get("hr"):
        return HOUR if currency in _ENGLISH else DAY
    return next(name for name in _WORDS if groups[name])


def is_open(text: str, start: int, end: int) -> bool:
    """Whether a figure is the least that is paid: "10 juta ke atas", "di atas 10 juta"."""
    earliest = max(0, start - _LOOK_BACK_OPEN)
    return bool(
        _OPEN.match(text, end)
        or _OPEN_BEFORE.search(text, earliest, start)
        or (_LEAST.search(text, earliest, start) and _REACHED.match(text, end))
    )
