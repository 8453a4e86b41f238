"""The id of a record is its file name; a country's id is also its code in lower case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.kinds import ALL_KINDS

NAME = "id_matches_file"
SCOPE = ALL_KINDS


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield records whose id differs from their file name."""
    for document in documents:
        id_ = document.get("id")
        if isinstance(id_, str) and id_ != document.stem:
            message = f"id '{id_}' berbeda dari nama berkas '{document.stem}'."
            tip = f"tulis id: {document.stem}, atau ganti nama berkas menjadi {id_}.yml."
            yield document.finding(("id",), message, tip, NAME)
        code = document.get("country")
        if document.kind == "country" and isinstance(code, str) and code.lower() != id_:
            message = f"kode '{code}' tidak cocok dengan id '{id_}'."
            tip = "id adalah kode negara dengan huruf kecil."
            yield document.finding(("country",), message, tip, NAME)
