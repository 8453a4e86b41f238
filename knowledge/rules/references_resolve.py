"""Every record that another one names exists, and no topic names itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding, did_you_mean
from knowledge.kinds import ALL_KINDS, FOLDERS, LABELS

NAME = "references_resolve"
SCOPE = ALL_KINDS


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield mentions of records that do not exist, and topics related to themselves."""
    for reference in corpus.references:
        document, target = reference.document, reference.target
        if target not in corpus.ids(reference.kind):
            create = f"buat knowledge/{FOLDERS[reference.kind]}/{target}.yml."
            tip = did_you_mean(target, corpus.ids(reference.kind), create)
            message = f"{LABELS[reference.kind]} '{target}' tidak ada."
            yield document.finding(reference.path, message, tip, NAME, value=target)
        elif reference.kind == document.kind == "topic" and target == document.stem:
            message = "topik ini menunjuk dirinya sendiri."
            yield document.finding(reference.path, message, "pilih topik lain.", NAME)
