"""What the size of a figure, and what is counted behind it, say of it."""

from __future__ import annotations

import re

from actions.screening.pay_figures import Figure
from actions.screening.reading import Reading
from actions.screening.wages import RUPIAH, least_pay

_COUNTING = re.compile(
    r"(?:orang|org|jam|hari|bulan|bln|tahun|thn|th\b|kali|x\b|unit|km|m2|cm|kg|gram|meter|anak|lantai|menit|persen"
    r"|kursi|kuota|wanita|pria|cewek|cowok|cowo|cewe|pekerja|karyawan"
    r"|alumni|peserta|tenaga|kandidat|calon|posisi|slot|seat|hours?|days?|weeks?|months?|years?|hrs|pax|person|people"
    r"|pcs|lembar|sks|siswa|h\b|sasi|wulan|dinten|poe|taun|dino|jt|%|:|\+?\s?tahun)",
    re.IGNORECASE,
)


def looks_written(reading: Reading, figure: Figure) -> bool:
    """True for a separator of thousands: "5.100", "32.000"."""
    return bool(re.fullmatch(r"\d{1,3}[.,]\d{3}(?:.*)?", reading.text[figure.start : figure.end]))


def ends_here(after: str) -> bool:
    """False when the next word is counted."""
    return not _COUNTING.match(after)


def is_too_small(figure: Figure) -> bool:
    """Whether a sum is not even an hour's pay: "HK 2 org". What is too large is promised all the same."""
    least = least_pay(figure.currency or RUPIAH)
    return least is not None and figure.low < least / 2


def is_alike(left: Figure, right: Figure, ratio: float) -> bool:
    """Whether the larger of two sums is at most `ratio` times the smaller."""
    small, large = sorted((left.low, right.low))
    return small > 0 and large / small <= ratio
