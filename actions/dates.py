"""Dates as Indonesian readers write them."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from zoneinfo import ZoneInfo

MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)

# The assistant's day: everything it says is written for readers in Indonesia.
JAKARTA = ZoneInfo("Asia/Jakarta")

_fixed: ContextVar[datetime.date | None] = ContextVar("fixed day", default=None)


def today() -> datetime.date:
    """Today in Jakarta, or the day of `as_of`."""
    return _fixed.get() or datetime.datetime.now(JAKARTA).date()


@contextmanager
def as_of(day: datetime.date) -> Iterator[None]:
    """Inside, answers are those of one day: what is made of them is the same whenever it is made."""
    token = _fixed.set(day)
    try:
        yield
    finally:
        _fixed.reset(token)


def in_words(date: datetime.date | str) -> str:
    """A full or partial date in words.

    Args:
        date: a date, or "YYYY", "YYYY-MM", "YYYY-MM-DD".

    Returns:
        "21 November 2026", "Desember 2025" or "2025"; any other text unchanged.
    """
    parts = str(date).split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return str(date)
    if len(parts) > 1 and not 1 <= int(parts[1]) <= len(MONTHS):
        return str(date)
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)
