"""Sources and channels that nobody refers to are probably forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.kinds import LABELS

NAME = "unused_records"
SCOPE = ("source", "channel")


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield a warning for each source or channel that a user can never meet.

    National channels, and channels of a province, are found by level and place.
    """
    used = {(reference.kind, reference.target) for reference in corpus.references}
    for document in documents:
        if (document.kind, document.stem) in used or _reachable(document):
            continue
        label = LABELS[document.kind]
        message = f"{label} '{document.stem}' tidak dipakai rekaman mana pun."
        tip = "pakai, atau hapus berkas ini."
        yield document.finding(("id",), message, tip, NAME, level="warning", value=document.stem)


def _reachable(document: Document) -> bool:
    return document.kind == "channel" and (
        document.get("level") == "nasional" or document.get("province") is not None
    )
