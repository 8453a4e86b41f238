"""Trains screening and writes it into a folder: lexicon, scorers, how the views add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.language import Language

from actions.language.compiled import compiled
from actions.language.lexicon import rows
from actions.language.pipeline import indonesian
from actions.screening.conversation import bubbles_in, without_headers
from actions.screening.derived import DerivedRules
from actions.screening.detector import FlagDetector, Views, Weighing, pieces_of, seen_in
from actions.screening.facts import facts_of
from actions.screening.kinds import OFFER, KindDetector, kind_features
from actions.screening.labelled import (
    GENUINE,
    NO_OFFER_KIND,
    Offer,
    offers,
    pasted,
    sentences,
    texts,
)
from actions.screening.model import Evidence, Facts
from actions.screening.phrases import PhraseRules, said_flags
from actions.screening.reading import read
from actions.screening.scorer import LabelScorer
from actions.screening.screener import FLAGS_FOLDER, KINDS_FOLDER, LEXICON_FILE
from actions.screening.thresholds import needed_for, needed_to_keep
from actions.screening.training import LabelledOffer, fit_flags, fit_kinds
from actions.screening.windows import features_in
from knowledge.load import load

# Chosen on the open half, trained on one author and tried on the other (docs/screening.md).
SAID, DERIVED, COMPANY, LICENCE = 0.5, 1.5, 0.5, 1.0
# Of a hundred offers of the open half so many may be taken for something else, when trained on the other author.
LOST_OFFERS = 0.01

Progress = Callable[[str, int, int], None]
Counts = Counter[str]


@dataclass(frozen=True)
class _Seen:
    """An offer of the open half as the detectors see it."""

    offer: Offer
    facts: Facts
    views: Views
    pieces: Sequence[tuple[Evidence, Counts]]
    whole: Counts

    def labelled(self) -> LabelledOffer:
        counts = [piece for _, piece in self.pieces]
        return LabelledOffer(counts, self.offer.flags, self.offer.arguable)


def build(knowledge: Path, data: Path, folder: Path, progress: Progress = lambda *_: None) -> None:
    """Train on everything that is labelled.

    Args:
        knowledge: the knowledge folder.
        data: nlu_data.
        folder: where the result goes; made if it is not there.
        progress: told what is being done, how much is done, and of how much.
    """
    records = load(knowledge).knowledge
    red_flags = list(records.red_flags.values())
    labels = sorted(records.red_flags)
    folder.mkdir(parents=True, exist_ok=True)
    progress("kamus", 0, 4)
    lexicon = compiled(rows(knowledge, data / "nlu"))
    (folder / LEXICON_FILE).write_text(lexicon, encoding="utf-8")
    nlp = indonesian(lexicon)
    phrases = PhraseRules.of(red_flags)
    rules = DerivedRules.load(knowledge, records.destinations.values())

    progress("membaca contoh", 1, 4)
    examples = [
        (_sentence_features(nlp, phrases, each.text), each.flags)
        for each in sentences(data / "offers", red_flags)
    ]
    examples = [(counts, flags) for counts, flags in examples if counts]
    seen = [_look(nlp, phrases, rules, offer) for offer in offers(data / "offers")]
    kinds = [
        (_look(nlp, phrases, rules, _unlabelled(text)).whole, is_offer)
        for text, is_offer in [
            *texts(data / "offers"),
            *((text, True) for text in pasted(data / "nlu")),
        ]
    ]

    progress("melatih tanda bahaya", 2, 4)
    real = [each for each in seen if each.offer.kind != NO_OFFER_KIND]
    weighing = Weighing(SAID, DERIVED, COMPANY, LICENCE, dict.fromkeys(labels, 0.0))
    sums = _unseen_sums(examples, real, labels, weighing)
    needed = needed_for(
        labels, [(each.offer, total) for each, total in zip(real, sums, strict=True)]
    )
    scorer = fit_flags(examples, [each.labelled() for each in real], labels)
    weighing = Weighing(SAID, DERIVED, COMPANY, LICENCE, needed)
    FlagDetector(phrases, rules, scorer, weighing).save(folder / FLAGS_FOLDER)

    progress("melatih pengenal tawaran", 3, 4)
    margins = _unseen_margins(kinds, seen)
    wholes = [(each.whole, each.offer.kind != NO_OFFER_KIND) for each in seen]
    KindDetector(fit_kinds([*kinds, *wholes], OFFER), needed_to_keep(margins, LOST_OFFERS)).save(
        folder / KINDS_FOLDER
    )
    progress("selesai", 4, 4)


def _sentence_features(nlp: Language, phrases: PhraseRules, text: str) -> Counts:
    reading = read(nlp, text)
    if not reading.norms:
        return Counter()
    return features_in(reading, 0, len(reading.norms), said_flags(phrases, reading))


def _unlabelled(text: str) -> Offer:
    return Offer("", "", text, frozenset(), frozenset())


def _look(nlp: Language, phrases: PhraseRules, rules: DerivedRules, offer: Offer) -> _Seen:
    bubbles = bubbles_in(offer.text)
    reading = read(nlp, without_headers(offer.text, bubbles), offer.text)
    facts = facts_of(read(nlp, offer.text) if bubbles else reading)
    views = seen_in(phrases, rules, reading, bubbles, facts)
    pieces = pieces_of(reading, bubbles, views.said)
    return _Seen(offer, facts, views, pieces, kind_features(reading, facts, views.seen))


def _unseen_sums(
    examples: Sequence[tuple[Counts, frozenset[str]]],
    seen: Sequence[_Seen],
    labels: Sequence[str],
    weighing: Weighing,
) -> list[Mapping[str, float]]:
    """The views of each offer added up, by a scorer that saw no offer of its author."""
    sums: list[Mapping[str, float]] = [{} for _ in seen]
    for author in {each.offer.author for each in seen}:
        others = [each.labelled() for each in seen if each.offer.author != author]
        scorer = fit_flags(examples, others, labels)
        for number, each in enumerate(seen):
            if each.offer.author == author:
                margins = _highest(scorer, [piece for _, piece in each.pieces])
                views = Views(each.views.said, each.views.derived, margins)
                sums[number] = views.sums(weighing, each.facts)
    return sums


def _highest(scorer: LabelScorer, pieces: Sequence[Counts]) -> dict[str, float]:
    if not pieces:
        return dict.fromkeys(scorer.labels, float("-inf"))
    scores = np.max([scorer.scores(counts) for counts in pieces], axis=0)
    return dict(zip(scorer.labels, scores.tolist(), strict=True))


def _unseen_margins(kinds: Sequence[tuple[Counts, bool]], seen: Sequence[_Seen]) -> list[float]:
    """How clearly each offer is one, by a machine that saw no text of its author; genuine ones may be lost, they teach nothing here."""
    margins = []
    for author in {each.offer.author for each in seen}:
        others = [
            (each.whole, each.offer.kind != NO_OFFER_KIND)
            for each in seen
            if each.offer.author != author
        ]
        detector = KindDetector(fit_kinds([*kinds, *others], OFFER), 0.0)
        margins += [
            detector.margin(each.whole)
            for each in seen
            if each.offer.author == author and each.offer.kind not in (NO_OFFER_KIND, GENUINE)
        ]
    return margins
