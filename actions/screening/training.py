"""Trains the scorers of screening from labelled sentences, texts and offers (nlu_data/offers)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from actions.screening.scorer import Array, LabelScorer

_STRENGTH, _KIND_STRENGTH = 1.0, 3.0
# A piece that shows a flag weighs more than one that does not, for most show none.
_RAISING_WEIGHT = 3
_MIN_COUNT = 2
# Pieces of a flagged offer that look like this or better are taken for those that raise the flag.
_LIKELY_PIECE = -0.9
_SEED = 7

Counts = Counter[str]


@dataclass(frozen=True)
class LabelledOffer:
    """An offer cut in pieces.

    Attributes:
        pieces: features of each.
        flags: what it certainly shows.
        arguable: what one reader sees and another does not; it teaches nothing.
    """

    pieces: Sequence[Counts]
    flags: frozenset[str]
    arguable: frozenset[str]


def fit_flags(
    sentences: Sequence[tuple[Counts, frozenset[str]]],
    offers: Sequence[LabelledOffer],
    labels: Sequence[str],
) -> LabelScorer:
    """One linear support vector machine a flag on sentences and on the pieces of whole offers.

    Pieces of an offer without a flag are examples against it. Which piece of a flagged offer raises the flag is not labelled: the one
    that a first machine finds likeliest becomes an example for it, and the machine is trained again.
    """
    from sklearn.svm import LinearSVC

    pieces = [(number, piece) for number, offer in enumerate(offers) for piece in offer.pieces]
    vocabulary, idf, matrix = _matrix(
        [counts for counts, _ in sentences], [piece for _, piece in pieces]
    )
    first = len(sentences)
    weights = np.zeros((matrix.shape[1], len(labels)), np.float32)
    bias = np.zeros(len(labels), np.float32)
    for column, label in enumerate(labels):
        said = [label in flags for _, flags in sentences]
        without = [
            first + row
            for row, (number, _) in enumerate(pieces)
            if label not in offers[number].flags | offers[number].arguable
        ]
        rows, targets = [*range(first), *without], [*said, *(False for _ in without)]
        if not any(targets):
            bias[column] = -1.0
            continue
        machine = LinearSVC(
            C=_STRENGTH, class_weight={True: _RAISING_WEIGHT, False: 1}, random_state=_SEED
        )
        machine.fit(matrix[rows], targets)
        margins = machine.decision_function(matrix[first:]) if pieces else np.empty(0)
        likely = _likeliest_pieces(margins, pieces, offers, label)
        if likely:
            machine.fit(
                matrix[[*rows, *(first + row for row in likely)]],
                [*targets, *(True for _ in likely)],
            )
        weights[:, column], bias[column] = machine.coef_[0], machine.intercept_[0]
    return LabelScorer(list(labels), vocabulary, idf, weights, bias)


def fit_kinds(texts: Sequence[tuple[Counts, bool]], label: str) -> LabelScorer:
    """One machine that tells offers from other texts, both weighing the same however many there are."""
    from sklearn.svm import LinearSVC

    vocabulary, idf, matrix = _matrix([counts for counts, _ in texts], [])
    machine = LinearSVC(C=_KIND_STRENGTH, class_weight="balanced", random_state=_SEED)
    machine.fit(matrix, [is_offer for _, is_offer in texts])
    return LabelScorer(
        [label],
        vocabulary,
        idf,
        machine.coef_.T.astype(np.float32),
        machine.intercept_.astype(np.float32),
    )


def _likeliest_pieces(
    margins: Array,
    pieces: Sequence[tuple[int, Counts]],
    offers: Sequence[LabelledOffer],
    label: str,
) -> list[int]:
    best: dict[int, int] = {}
    for row, (number, _) in enumerate(pieces):
        if label in offers[number].flags and margins[row] > max(
            _LIKELY_PIECE, margins[best[number]] if number in best else _LIKELY_PIECE
        ):
            best[number] = row
    return list(best.values())


def _matrix(
    kept_if_common: Sequence[Counts], others: Collection[Counts]
) -> tuple[dict[str, int], Array, Array]:
    """Vocabulary, inverse document frequencies and the normalised TF-IDF matrix of all texts, in order."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfTransformer

    texts = [*kept_if_common, *others]
    seen = Counter(name for counts in texts for name in counts)
    kept = [
        {name: count for name, count in counts.items() if seen[name] >= _MIN_COUNT}
        for counts in texts
    ]
    vectorizer = DictVectorizer(dtype=np.float32)
    tfidf = TfidfTransformer(sublinear_tf=True)
    matrix = tfidf.fit_transform(vectorizer.fit_transform(kept)).tocsr()
    vocabulary = {name: row for row, name in enumerate(vectorizer.feature_names_)}
    return vocabulary, tfidf.idf_.astype(np.float32), matrix
