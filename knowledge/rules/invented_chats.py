"""Chats and offers in scenes and role-plays are invented: they name no number, account, address or company that somebody may have.

A number on a wall is dialled, and a name that is a real company's accuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document, field_of
from knowledge.findings import Finding
from knowledge.kinds import LABELS
from knowledge.rules.no_contacts_in_text import contacts_in

NAME = "invented_chats"
SCOPE = ("scene", "roleplay")

INVENTED = frozenset({"says", "pasted", "reply", "try_live", "answers", "refuse"})
"""Fields in which invented people, or the hall, speak. Running text is watched by `no_contacts_in_text`."""

_COMPANY = re.compile(r"\b(?:PT|CV|UD|LPK|Yayasan|Koperasi)\.? +(?:[A-Z][\w.]*)(?: +[A-Z][\w.]*)*")
_SIGN = re.compile(r"@\w{2,}|\bt\.me/|\bwa\.me/|\bbit\.ly/", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?<![\w.,])\d{8,}(?![\w.,]\d)")
_MARK = "rekaan"


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield contacts and companies in invented words, and records that do not say that they are invented."""
    for document in documents:
        based_on = document.get("based_on")
        told = str(based_on.get("text")) if isinstance(based_on, dict) else ""
        if _MARK not in told:
            message = f"{LABELS[document.kind]} ini tidak menyebut bahwa percakapannya rekaan."
            tip = "tambahkan di based_on: Percakapannya rekaan."
            yield document.finding(("based_on", "text"), message, tip, NAME)
        for path, text in document.strings:
            if field_of(path) not in INVENTED and "answers" not in path:
                continue
            found = next(_real(text), None)  # one is enough to look at the line
            if found:
                tip = "hapus, atau ganti dengan PT saja, nomor saya, rekening saya."
                message = f"percakapan rekaan memuat '{found}'."
                yield document.finding(path, message, tip, NAME, value=found)


def _real(text: str) -> Iterator[str]:
    yield from contacts_in(text)
    for pattern in (_COMPANY, _SIGN, _ACCOUNT):
        yield from (match.group() for match in pattern.finditer(text))
