"""The YAML can be read and fits its JSON Schema; text that looks like a number is quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.kinds import ALL_KINDS

NAME = "schema"
SCOPE = ALL_KINDS


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield what loading found; the schema was already needed there to tell records apart."""
    for document in documents:
        yield from document.problems
