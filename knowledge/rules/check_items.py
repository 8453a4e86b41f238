"""The check before and after: statements with ids of their own, and not all with the same answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.hall import listed

NAME = "check_items"
SCOPE = ("check",)

LEAST_OF_EACH = 2
"""Who raises the hand for everything should not get all of them right."""


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield ids used twice and records in which nearly all answers are the same."""
    for document in documents:
        items = listed(document.get("items"))
        seen: set[object] = set()
        for position, item in enumerate(items):
            if item.get("id") in seen:
                message = f"id '{item.get('id')}' ada dua kali."
                tip = "beri id lain; jumlah suara disimpan dengan id itu."
                yield document.finding(("items", position, "id"), message, tip, NAME)
            seen.add(item.get("id"))
        answers = Counter(item.get("answer") for item in items)
        for answer in ("benar", "salah"):
            if items and answers[answer] < LEAST_OF_EACH:
                message = f"hanya {answers[answer]} pernyataan yang {answer}."
                tip = f"paling sedikit {LEAST_OF_EACH} benar dan {LEAST_OF_EACH} salah."
                yield document.finding(("items",), message, tip, NAME)
