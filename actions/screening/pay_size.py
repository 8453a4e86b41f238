"""What the size of a figure, and what is counted behind it, say of it."""

from __future__ import annotations

import re

from actions.screening.pay_figures import Figure
from actions.screening.reading import Reading
from actions.screening.wages import DAY, HOUR, MONTH, RUPIAH, is_pay

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


def fits(figure: Figure) -> bool:
    """Whether a sum that is not called pay can be somebody's."""
    if figure.period:
        # What nobody earns is promised all the same.
        currency = figure.currency or RUPIAH
        return any(is_pay(figure.top / times, currency, figure.period) for times in (1, 2, 4))
    return any(
        is_pay(figure.low, figure.currency or RUPIAH, period)
        for period in (MONTH, HOUR, DAY)
        if period == MONTH or figure.currency != RUPIAH
    )


def is_alike(left: Figure, right: Figure, ratio: float) -> bool:
    """Whether the larger of two sums is at most `ratio` times the smaller."""
    small, large = sorted((left.low, right.low))
    return small > 0 and large / small <= ratio
