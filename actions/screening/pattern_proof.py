"""Proves on the examples of editors that patterns do what they are written for: near misses stay silent, phrases are raised.

A near miss that a pattern of its own flag raises is an error: the pattern says something that its author called harmless. A
phrase without a pattern is none, because phrases are examples to learn from as much as `nlu_data/offers/sentences`: most of
them are found by the classifier alone. Only where the trained classifier, up to date, does not see one either is there a warning; a
warning, because nobody can write a classifier right in a YAML file. The same holds for the dangers of `knowledge/crisis`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from spacy.language import Language

from actions.screening.assertion import REACH
from actions.screening.labelled import Sentence
from actions.screening.pattern_lint import shown
from actions.screening.pattern_trace import RAISING, Matched, PatternPlace, PatternTrace
from actions.screening.reading import Reading, read
from actions.screening.screener import Screener
from actions.screening.windows import features_in
from actions.screening.worded import Exemplified
from knowledge.document import Document
from knowledge.findings import Finding

NEAR_MISS, NEAR_MISS_LEARNED = "near_miss_raises", "near_miss_learned"
PHRASE, UNUSED = "phrase_unseen", "pattern_unused"


class Learned(Protocol):
    """What was trained on the examples."""

    def raised(self, text: str) -> Collection[str]:
        """Ids of the records that a text raises."""

    def knows(self, id_: str, reading: Reading) -> bool:
        """Whether a phrase is known to be one of a record's."""


@dataclass(frozen=True)
class LearnedFlags:
    """What the screener learned of red flags."""

    screener: Screener

    def raised(self, text: str) -> Collection[str]:
        """Ids of the flags of an offer (see parent class)."""
        return {each.id for each in self.screener.screen(text).flags}

    def knows(self, id_: str, reading: Reading) -> bool:
        """Whether the machine of pieces knows it: alone, without an offer around it, a phrase raises no flag (see parent class)."""
        pieces = self.screener.flags.pieces
        counts = features_in(reading, 0, len(reading.norms), {})
        return bool(pieces.scores(counts)[list(pieces.labels).index(id_)] > 0)


class PatternProof:
    """Proves the patterns of all records of a kind that fit their schema."""

    def __init__(
        self,
        records: Mapping[str, Exemplified],
        documents: Mapping[str, Document],
        nlp: Language,
        examples: Sequence[Sentence],
        learned: Learned | None = None,
        *,
        more: str = "nlu_data/offers/sentences/",
        reach: int = REACH,
    ) -> None:
        """Keep what is needed.

        Args:
            records: what is proven, by id.
            documents: where it is written.
            nlp: the language pipeline.
            examples: labelled sentences, without phrases and near misses.
            learned: what was trained on all of this; None when nothing is, or something changed since.
            more: where an editor adds examples.
            reach: as in `assertion.is_denied`.
        """
        self._flags = records
        self._documents = documents
        self._nlp = nlp
        self._examples = examples
        self._learned = learned
        self._more = more
        self._trace = PatternTrace(records.values(), reach)
        self._used: set[PatternPlace] = set()
        self.unproven = 0

    def findings(self) -> Iterator[Finding]:
        """Yield everything that is not as it should be; afterwards `unproven` counts the phrases that only a classifier can find."""
        for flag in self._flags.values():
            document = self._documents[flag.id]
            yield from self._near_misses(flag, document)
            yield from self._phrases(flag, document)
        for example in self._examples:
            self._note(self._trace.matches(read(self._nlp, example.text)), example.flags)
        for place in self._trace.places:
            if place not in self._used:
                yield self._unused(place)

    def _note(self, matches: Sequence[Matched], flags: frozenset[str]) -> None:
        """Remember the patterns that this text shows at work."""
        for match in matches:
            self._used.update(match.excuses)
            if match.raises and match.pattern.flag in flags:
                self._used.add(match.pattern)

    def _near_misses(self, flag: Exemplified, document: Document) -> Iterator[Finding]:
        for position, text in enumerate(flag.near_misses):
            matches = self._trace.matches(read(self._nlp, text))
            self._note(matches, frozenset())
            place = ("near_misses", position)
            fired: dict[PatternPlace, str] = {}
            for match in matches:
                if match.raises and match.pattern.flag == flag.id:
                    fired.setdefault(match.pattern, match.evidence.text)
            for pattern, words in fired.items():
                line = document.line((pattern.key, pattern.position))
                message = (
                    f'{shown(text)} tidak boleh menaikkan tanda ini, tetapi "{words}" cocok'
                    f" dengan pola {shown(pattern.text)} di baris {line}."
                )
                tip = (
                    "persempit pola itu, atau tulis di unless pola yang cocok dengan kalimat ini saja."
                    f" Coba: ./mawas knowledge try --flag {flag.id}."
                )
                yield document.finding(place, message, tip, NEAR_MISS, value=text)
            if not fired and self._is_learned_wrongly(flag.id, text):
                message = f"{shown(text)} naik lewat contoh yang dipelajari atau fakta, walau tidak ada pola yang cocok."
                tip = f"tambah contoh mirip tanpa tanda di {self._more}, lalu ./mawas train."
                yield document.finding(place, message, tip, NEAR_MISS_LEARNED, level="warning")

    def _is_learned_wrongly(self, flag: str, text: str) -> bool:
        return self._learned is not None and flag in self._learned.raised(text)

    def _phrases(self, flag: Exemplified, document: Document) -> Iterator[Finding]:
        for position, text in enumerate(flag.phrases):
            reading = read(self._nlp, text)
            matches = self._trace.matches(reading)
            self._note(matches, frozenset((flag.id,)))
            if any(match.raises and match.pattern.flag == flag.id for match in matches):
                continue
            if self._learned is None:
                self.unproven += 1
            elif not (reading.norms and self._learned.knows(flag.id, reading)):
                message = f"{shown(text)} tidak menaikkan tanda ini: tidak ada pola yang cocok, dan dari contoh pun belum dikenali."
                tip = f"tambah pola, atau contoh serupa di {self._more}, lalu ./mawas train."
                yield document.finding(("phrases", position), message, tip, PHRASE, level="warning")

    def _unused(self, place: PatternPlace) -> Finding:
        if place.key == RAISING:
            message = f"pola {shown(place.text)} tidak cocok dengan satu pun contoh tanda ini."
            tip = f"tulis contohnya di phrases atau {self._more}, atau hapus pola ini."
        else:
            message = f"pola {shown(place.text)} tidak membatalkan apa pun pada contoh."
            tip = "tulis di near_misses kalimat yang dimaksud, atau hapus pola ini."
        document = self._documents[place.flag]
        path = (place.key, place.position)
        return document.finding(path, message, tip, UNUSED, level="warning")
