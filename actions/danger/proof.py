"""Proves the patterns and examples of knowledge/crisis: phrases are noticed, near misses are not, no pattern is idle."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from spacy.language import Language

from actions.danger.detector import DangerDetector
from actions.danger.noticed import Level, Noticed
from actions.danger.phrases import REACH
from actions.language.features import features_of
from actions.screening.labelled import Sentence
from actions.screening.pattern_lint import wrong_patterns
from actions.screening.pattern_proof import PatternProof
from actions.screening.reading import Reading, reading_of
from knowledge.corpus import Corpus
from knowledge.findings import Finding

# Where an editor adds examples.
MORE = "nlu_data/danger/"


@dataclass(frozen=True)
class LearnedDangers:
    """What was learned of dangers."""

    detector: DangerDetector
    nlp: Language

    def raised(self, text: str) -> Collection[str]:
        """The danger that the words of a text are enough for (see parent class)."""
        noticed = self._notice(text)
        return {noticed.id} if noticed and noticed.level is not Level.NOTHING else set()

    def knows(self, id_: str, reading: Reading) -> bool:
        """Whether a phrase leans to danger at all: it is no whole message, and which danger leads is for that to say (see parent class)."""
        noticed = self._notice(reading.text)
        return noticed is not None and noticed.margin > 0.0

    def _notice(self, text: str) -> Noticed | None:
        doc = self.nlp(text)
        reading = reading_of(doc)
        return self.detector.notice(reading, features_of(doc)) if reading.norms else None


def prove_dangers(
    corpus: Corpus,
    nlp: Language,
    examples: Sequence[Sentence],
    detector: DangerDetector | None = None,
) -> tuple[list[Finding], int]:
    """Everything that is not as it should be, and how many phrases only something trained can prove.

    Args:
        corpus: the knowledge folder.
        nlp: the language pipeline.
        examples: training sentences of dangers, which show patterns at work.
        detector: what was trained on all of this; None when nothing is, or something changed since.
    """
    documents = corpus.ids("crisis")
    findings = [
        each for document in documents.values() for each in wrong_patterns(document, corpus)
    ]
    proof = PatternProof(
        corpus.knowledge.crisis,
        documents,
        nlp,
        examples,
        LearnedDangers(detector, nlp) if detector else None,
        more=MORE,
        reach=REACH,
    )
    wrong = {(each.path, each.field) for each in findings}
    findings += [each for each in proof.findings() if (each.path, each.field) not in wrong]
    return findings, proof.unproven
