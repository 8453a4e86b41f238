"""A country has one destination record, because answers look it up by country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding

NAME = "one_per_country"
SCOPE = ("destination",)


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield destinations whose country another one has already."""
    owners: dict[str, str] = {}
    for document in documents:
        code = document.get("country")
        if isinstance(code, str) and owners.setdefault(code, document.stem) != document.stem:
            message = f"negara {code} sudah ditulis di destinations/{owners[code]}.yml."
            tip = "gabungkan kedua berkas itu."
            yield document.finding(("country",), message, tip, NAME)
