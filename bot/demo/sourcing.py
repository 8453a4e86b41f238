"""The line of sources below a fact on the wall: who says it, when that was checked, and whether it has to be checked again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from actions.dates import in_words
from bot.demo.hall_words import UNDATED
from knowledge.store import Store

MOST_NAMES = 3


def source_line(
    store: Store, sources: Iterable[str], checked_on: date, review_by: date, today: date
) -> str:
    """The line: nothing can be asked of a wall, so the names that do not fit are counted.

    Args:
        store: knows the sources.
        sources: ids.
        checked_on: when the record was checked against them.
        review_by: after this day the line says that it has to be checked again.
        today: the day of the session.
    """
    labels = [source.label.removesuffix(UNDATED) for source in store.sources(sources)]
    more = len(labels) - MOST_NAMES
    shown = [*labels[:MOST_NAMES], f"dan {more} lainnya"] if more > 0 else labels
    named = f"Sumber: {'; '.join(shown)}. " if shown else ""
    late = (
        " Sudah waktunya dicek ulang: tanyakan lagi ke Disnaker atau BP3MI."
        if today > review_by
        else ""
    )
    return f"{named}Dicek {in_words(checked_on)}.{late}"
