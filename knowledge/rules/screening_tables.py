"""The tables of `screening/`, `report/` and `paper/` fit their schema and keep the rules of records.

They are no records: each is one file with many rows, read by what screens, reports or prints and not by the store.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding, did_you_mean
from knowledge.kinds import FOLDERS, LABELS
from knowledge.load import read_document
from knowledge.references import references_in
from knowledge.rules import (
    dates,
    forbidden_address,
    no_contacts_in_text,
    no_promises,
    no_unverified,
    readability,
    review_overdue,
    unicode,
)

NAME = "screening_tables"
SCOPE = ()
TABLES = {
    "screening": (
        "formulir", "gaji", "kalimat", "kartu", "kelengkapan", "kurs", "negara", "risiko", "tahap",
    ),
    "report": ("laporan", "urutan"),
    "paper": ("lembar",),
}  # fmt: skip
"""Folder -> tables with a schema in schema/<folder>/; a folder without them is no fault."""
_UNIQUE = {
    "items": "id", "questions": "id", "stages": "id", "sources": "id", "rules": "id",
    "rates": "currency",
}  # fmt: skip


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield what is wrong with each table, under the names of the rules that say so."""
    for table in tables_in(corpus):
        yield from table.problems
        yield from _twice(table)
        for reference in references_in(table):
            if reference.target not in corpus.ids(reference.kind):
                create = f"buat knowledge/{FOLDERS[reference.kind]}/{reference.target}.yml."
                tip = did_you_mean(reference.target, corpus.ids(reference.kind), create)
                message = f"{LABELS[reference.kind]} '{reference.target}' tidak ada."
                yield table.finding(reference.path, message, tip, NAME, value=reference.target)
        for rule in (
            dates,
            review_overdue,
            readability,
            no_contacts_in_text,
            no_unverified,
            no_promises,
            forbidden_address,
            unicode,
        ):
            yield from rule.check([table], corpus)


def tables_in(corpus: Corpus) -> Iterator[Document]:
    """Every table that is there, also those with errors."""
    for folder, names in TABLES.items():
        for name in names:
            path = corpus.root / folder / f"{name}.yml"
            if path.is_file():
                yield read_document(f"{folder}/{name}", path)


def _twice(table: Document) -> Iterator[Finding]:
    """Yield rows with the id of an earlier one."""
    for key, name in _UNIQUE.items():
        rows = table.get(key)
        seen: set[str] = set()
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            id_ = row.get(name) if isinstance(row, dict) else None
            if isinstance(id_, str) and id_ in seen:
                message = f"{name} '{id_}' sudah ada di atas."
                tip = f"hapus satu, atau pakai {name} lain."
                yield table.finding((key, number, name), message, tip, NAME, value=id_)
            seen.add(str(id_))
