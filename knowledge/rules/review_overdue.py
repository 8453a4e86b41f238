"""A record is checked again by its review date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding, Level
from knowledge.kinds import ALL_KINDS
from knowledge.rules.dates import COUNTED_FROM_CONFIRMATION, full_date

NAME = "review_overdue"
SCOPE = tuple(kind for kind in ALL_KINDS if kind != "source")


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield records whose review date has passed: contacts as a warning, answers as an error.

    An old contact is shown with its date and never hidden. No finding of this rule stops
    `knowledge.build`: people would otherwise be left without any answer on the day after.
    """
    for document in documents:
        review = full_date(document.get("review_by"))
        if review and review < corpus.today:
            level: Level = "warning" if document.kind in COUNTED_FROM_CONFIRMATION else "error"
            message = f"sudah lewat tanggal periksa ulang {review}."
            tip = "cocokkan isi ke sumber, lalu perbarui checked_on dan review_by."
            yield document.finding(("review_by",), message, tip, NAME, level=level)
