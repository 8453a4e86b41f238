"""A text or figure that users see rests on at least one source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.kinds import ALL_KINDS

NAME = "every_claim_has_source"
SCOPE = ALL_KINDS


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield texts and wages whose list of sources is empty."""
    for document in documents:
        for path, holder in document.claims:
            if holder["sources"] == []:
                tip = "tulis id sumbernya, atau hapus kalimat yang tidak bersumber."
                yield document.finding((*path, "sources"), "tidak ada sumber.", tip, NAME)
