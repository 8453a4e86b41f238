"""Dates make sense: checked in the past, to be reviewed after that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.kinds import ALL_KINDS

NAME = "dates"
SCOPE = tuple(kind for kind in ALL_KINDS if kind != "source")

COUNTED_FROM_CONFIRMATION = frozenset({"channel", "country", "province"})
"""Kinds that hold contacts. Their review date counts from the last confirmation by a source, so it
may have passed on the very day of the check: such a contact is shown with a warning."""


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield dates that lie in the future or in the wrong order."""
    for document in documents:
        checked = full_date(document.get("checked_on"))
        review = full_date(document.get("review_by"))
        if checked and checked > corpus.today:
            message = f"tanggal periksa {checked} belum terjadi."
            yield document.finding(("checked_on",), message, "tulis tanggal hari ini.", NAME)
        if checked and review and review <= checked and not _overdue_contact(document, review):
            message = f"tanggal {review} tidak sesudah tanggal periksa {checked}."
            tip = "pilih tanggal sesudah checked_on, biasanya enam bulan."
            yield document.finding(("review_by",), message, tip, NAME)
        confirmed = document.get("confirmed_on")  # may be partial, such as 2026-11
        today = corpus.today.isoformat()
        if isinstance(confirmed, str) and confirmed > today[: len(confirmed)]:
            message = f"tanggal {confirmed} belum terjadi."
            yield document.finding(("confirmed_on",), message, "periksa tanggal sumbernya.", NAME)


def full_date(value: Any) -> date | None:
    """Return a full date, or None for anything else: the schema reports those."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _overdue_contact(document: Document, review: date) -> bool:
    """Tell whether the review date counts from an old confirmation instead of from the check."""
    confirmed = document.get("confirmed_on")
    return (
        document.kind in COUNTED_FROM_CONFIRMATION
        and isinstance(confirmed, str)
        and confirmed[:7] < review.isoformat()[:7]
    )
