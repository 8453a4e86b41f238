"""No text promises safety or an outcome, because nobody here can keep such a promise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.kinds import ALL_KINDS

NAME = "no_promises"
SCOPE = ALL_KINDS

_PROMISE = re.compile(
    r"\b(?:"
    r"(?:pasti|dijamin|terjamin|tentu)(?: akan)? (?:\w+ )?(?:aman|selamat|pulang|kembali|dapat|"
    r"berhasil|bebas|diterima|berangkat|ditolong|dibantu|menang|lolos|lulus)"
    r"|dijamin|100 ?(?:%|persen) aman|sepenuhnya aman|aman 100|tidak akan dihukum"
    r"|tawaran (?:itu|ini) aman|lowongan (?:itu|ini) aman"
    r")\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:tidak|bukan|belum|tak|jangan|tanpa|awas|waspada|curiga|hindari|menjanjikan|janji|"
    r"mengaku|berkata|bilang|katanya|apakah)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|'[^'\n]*'|‘[^’]*’")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield promises that are neither denied in the same sentence nor a quoted offer.

    Questions of the quiz quote offers, so they are not looked at.
    """
    for document in documents:
        for path, text in document.prose:
            if path[-1] == "question":
                continue
            for found in promises(text):
                message = f"kalimat menjanjikan sesuatu: '{found}'."
                tip = "tulis apa yang bisa dilakukan, tanpa menjanjikan hasil."
                yield document.finding(path, message, tip, NAME, value=found)


def promises(text: str) -> Iterator[str]:
    """Yield the promising phrases of a text."""
    for sentence in _SENTENCE.findall(_QUOTED.sub(" ", text)):
        for match in _PROMISE.finditer(sentence):
            if not _NEGATED.search(sentence[: match.start()]):
                yield match.group()
