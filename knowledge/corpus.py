"""Everything that rules may look at: files, valid records, catalogue, today's date."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from knowledge.catalogue import Catalogue
from knowledge.convert import RECORD_CLASSES, to_record
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.kinds import FOLDERS
from knowledge.model import Knowledge
from knowledge.references import Reference, references_in


@dataclass(frozen=True)
class Corpus:
    """The loaded knowledge folder.

    Attributes:
        root: the folder.
        documents: every file, also those with errors, in order of path.
        catalogue: ids that must exist; empty when `catalogue.yml` cannot be read.
        today: date that the date rules compare with.
        strays: findings about files and folders that are not records.
    """

    root: Path
    documents: tuple[Document, ...]
    catalogue: Catalogue
    today: date
    strays: tuple[Finding, ...] = field(default=())

    @cached_property
    def by_kind(self) -> dict[str, dict[str, Document]]:
        """Kind -> id (the file name) -> file. Broken files count as existing."""
        table: dict[str, dict[str, Document]] = {}
        for document in self.documents:
            table.setdefault(document.kind, {})[document.stem] = document
        return table

    def ids(self, kind: str) -> dict[str, Document]:
        """Return id -> file of one kind."""
        return self.by_kind.get(kind, {})

    @cached_property
    def knowledge(self) -> Knowledge:
        """The records that fit their schema. Made on demand: a check does not need them."""
        records: dict[str, dict[str, Any]] = {folder: {} for folder in FOLDERS.values()}
        for document in self.documents:
            if not document.problems:
                record = to_record(RECORD_CLASSES[document.kind], document.data)
                records[FOLDERS[document.kind]][record.id] = record
        return Knowledge(**records)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every mention of another record, in order of file."""
        return tuple(
            reference for document in self.documents for reference in references_in(document)
        )
