"""The part of `mawas knowledge try` about danger: what is noticed in a sentence, by which phrase or by what was learned."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language

from actions.danger.detector import DangerDetector
from actions.danger.noticed import Level, Noticed
from actions.danger.phrases import REACH
from actions.language.features import features_of
from actions.screening.pattern_lint import shown
from actions.screening.pattern_trace import Matched, PatternPlace, PatternTrace
from actions.screening.reading import reading_of
from knowledge.corpus import Corpus

LEVELS = {
    Level.CERTAIN: "Kata-katanya cukup: Mawas langsung menolong",
    Level.SUSPECTED: "Kata-katanya cukup untuk bertanya apakah ada bahaya",
    Level.NOTHING: "Kata-katanya sendiri tidak cukup; pengenal maksud masih ikut menilai",
}


class DangerTrial:
    """Tries sentences one after the other."""

    def __init__(
        self, corpus: Corpus, nlp: Language, detector: DangerDetector | None, *, is_fresh: bool
    ) -> None:
        """Keep what is needed.

        Args:
            corpus: the knowledge folder.
            nlp: the language pipeline.
            detector: what was trained, if anything.
            is_fresh: whether nothing changed since.
        """
        self._corpus = corpus
        self._records = corpus.knowledge.crisis
        self._trace = PatternTrace(self._records.values(), REACH)
        self._nlp = nlp
        self._detector = detector
        self._is_fresh = is_fresh

    def remarks(self) -> Iterator[str]:
        """What an editor should know before reading the rest."""
        for place in self._trace.unreadable:
            yield f"Pola tidak terbaca dan tidak ikut dicoba: {self._where(place)}. Saran: ./mawas knowledge check."
        if self._detector is None:
            yield "Bahaya: hanya pola yang ditunjukkan, karena model belum dilatih. Saran: ./mawas train."
        elif not self._is_fresh:
            yield "Bahaya: pola sudah yang baru, hasil belajar masih yang lama. Saran: ./mawas train."

    def lines(self, text: str, danger: str | None = None) -> Iterator[str]:
        """What is noticed in a text.

        Args:
            text: the text.
            danger: tell of this one only, also where it is not noticed; a red flag tells of none.
        """
        if danger is not None and danger not in self._records:
            return
        doc = self._nlp(text)
        reading = reading_of(doc)
        matches = [
            match for match in self._trace.matches(reading) if danger in (None, match.pattern.flag)
        ]
        for match in matches:
            title = self._records[match.pattern.flag].title
            yield f"BAHAYA {match.pattern.flag} ({title}): {self._match(match)}"
        if danger is not None and not matches:
            yield f"{danger}: tidak ada pola yang cocok"
        if self._detector is not None and reading.norms:
            yield from _learned(self._detector.notice(reading, features_of(doc)))

    def _match(self, match: Matched) -> str:
        line = f'pola {shown(match.pattern.text)} cocok dengan "{match.evidence.text}" ({self._where(match.pattern)})'
        if match.excuses:
            excuse = match.excuses[0]
            return f"{line}, tetapi dibatalkan unless {shown(excuse.text)} ({self._where(excuse)})"
        return f"{line}, tetapi kata ingkar membatalkannya" if match.denied else line

    def _where(self, place: PatternPlace) -> str:
        document = self._corpus.ids("crisis")[place.flag]
        return f"{document.path}:{document.line((place.key, place.position))}"


def _learned(noticed: Noticed) -> Iterator[str]:
    if noticed.level is Level.NOTHING and noticed.margin < 0.0:
        return
    whose = "orang lain" if noticed.for_other else "penulis sendiri"
    yield f"Bahaya menurut hasil belajar: {noticed.id}, tentang {whose}. {LEVELS[noticed.level]}."
