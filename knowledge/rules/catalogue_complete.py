"""Every id of the catalogue has its record, no record is unknown there, and both agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.catalogue import FILE_NAME
from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding, did_you_mean
from knowledge.kinds import FOLDERS, LABELS

NAME = "catalogue_complete"
SCOPE = ("topic", "crisis", "red_flag")


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield missing, unknown and disagreeing records of topics, crisis and red flags."""
    for kind in SCOPE:
        for id_ in corpus.catalogue.ids(kind):
            if id_ not in corpus.ids(kind):
                yield _missing(kind, id_, corpus)
    for document in documents:
        known = corpus.catalogue.ids(document.kind)
        if document.stem not in known:
            absent = set(known) - set(corpus.ids(document.kind))
            tip = did_you_mean(document.stem, absent, f"tambahkan dulu ke {FILE_NAME}.")
            message = f"{LABELS[document.kind]} '{document.stem}' tidak ada di {FILE_NAME}."
            yield document.finding(("id",), message, tip, NAME)
        else:
            yield from _disagreement(document, corpus)


def _missing(kind: str, id_: str, corpus: Corpus) -> Finding:
    return Finding(
        f"{corpus.root.name}/{FILE_NAME}",
        corpus.catalogue.lines[(kind, id_)],
        id_,
        f"{LABELS[kind]} '{id_}' belum ditulis.",
        f"salin templates/{kind}.yml ke {FOLDERS[kind]}/{id_}.yml lalu isi.",
        NAME,
    )


def _disagreement(document: Document, corpus: Corpus) -> Iterator[Finding]:
    agreed: dict[str, tuple[str, object]] = {
        "topic": ("group", corpus.catalogue.topic_groups.get(document.stem)),
        "red_flag": ("severity", corpus.catalogue.severities.get(document.stem)),
    }
    if document.kind not in agreed:
        return
    key, expected = agreed[document.kind]
    found = document.get(key)
    if found is not None and found != expected:
        message = f"'{found}' berbeda dari {FILE_NAME} ('{expected}')."
        yield document.finding((key,), message, f"tulis {key}: {expected}.", NAME)
