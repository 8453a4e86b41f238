"""Whether a typed message is nothing but an answer to a question of the form, word for word."""

from __future__ import annotations

from collections.abc import Iterable

from actions.screening.patterns import FILLERS, NEGATORS, Pattern, Symbol
from actions.screening.reading import Reading

# Words beside an answer that can tell of no danger, in their common spelling. "Mau", "kalau", "boleh" and "baru" are not here: what
# they lead to may be a cry ("bayar 30 juta kalau mau pulang"), and "saya dilarang" may be one.
_BESIDE = (FILLERS | NEGATORS - {"dilarang"}) | frozenset(
    """saya aku gua kami kita dia iya oke katanya kata dari dengan sama pakai lewat dan atau cuma hanya lho loh masih
    0 juta ribu rupiah bulan tahun hari minggu ringgit dolar kira sekitar kayaknya mungkin makasih maaf
    uang biaya visa kontrak kerja . ! ?""".split()
)


def vocabulary(patterns: Iterable[Pattern]) -> frozenset[Symbol]:
    """All words, concepts and names that some patterns are made of."""
    return frozenset(
        symbol
        for pattern in patterns
        for element in pattern
        for alternative in element.alternatives
        for symbol in alternative
    )


def is_plain(reading: Reading, known: frozenset[Symbol]) -> bool:
    """True when every word belongs to an answer or says nothing of danger.

    The words count, not the patterns: between the words of a pattern anything may stand ("tidak boleh keluar, bayar").

    Args:
        reading: the message.
        known: `vocabulary` of the answers.
    """
    covered = {
        place
        for place, (norm, lemma) in enumerate(zip(reading.norms, reading.lemmas, strict=True))
        if norm in _BESIDE or known & {("word", norm), ("norm", norm), ("word", lemma)}
    }
    for kind, rows in (("concept", reading.concepts), ("entity", reading.entities)):
        for row in rows:
            if (kind, row.label) in known:
                covered.update(range(row.start, row.end))
    return bool(reading.norms) and len(covered) == len(reading.norms)
