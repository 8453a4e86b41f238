"""`siskop2mi.go.id` is a newspaper's misspelling; the real system is `siskop2mi.bp2mi.go.id`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import EDITOR_FIELDS, Document
from knowledge.findings import Finding
from knowledge.kinds import ALL_KINDS

NAME = "forbidden_address"
SCOPE = ALL_KINDS

_WRONG = re.compile(r"siskop2mi\.go\.id", re.IGNORECASE)


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield the misspelt address wherever a user could meet it."""
    for document in documents:
        if not _WRONG.search(document.source):
            continue
        for path, text in document.strings:
            if path[0] not in EDITOR_FIELDS and path[-1] != "note" and _WRONG.search(text):
                tip = "tulis siskop2mi.bp2mi.go.id."
                yield document.finding(path, "alamat siskop2mi.go.id salah.", tip, NAME)
