"""Trains what screening learns from labelled sentences, texts and offers (nlu_data/offers)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from actions.screening.pay_choice import PayChoice
from actions.screening.pay_clues import Clues as PayClues
from actions.screening.scorer import Array, LabelScorer
from actions.screening.weighing import Clues, Weighing

_PIECE_STRENGTH, _WHOLE_STRENGTH, _KIND_STRENGTH, _WEIGHING_STRENGTH = 1.0, 0.5, 3.0, 1.0
_PAY_STRENGTH = 0.3
# What shows a flag weighs more than what does not, for most show none.
_RAISING_WEIGHT = 3
# A flag on a genuine offer does more harm than another wrong one.
_GENUINE_WEIGHT = 2.0
_MIN_COUNT = 2
_SEED = 7

Counts = Counter[str]


@dataclass(frozen=True)
class Example:
    """Features of a sentence, of a piece of an offer or of a whole one.

    Attributes:
        counts: its features.
        shows: labels that it shows.
        unsure: labels of which nobody can say whether it shows them; it teaches nothing of those.
    """

    counts: Counts
    shows: frozenset[str]
    unsure: frozenset[str] = frozenset()


def fit_pieces(examples: Sequence[Example], labels: Sequence[str]) -> LabelScorer:
    """One linear support vector machine a flag on sentences and pieces of offers."""
    return _fit(examples, labels, _PIECE_STRENGTH)


def fit_wholes(examples: Sequence[Example], labels: Sequence[str]) -> LabelScorer:
    """The same on whole offers: it sees what stands far apart, and what is missing."""
    return _fit(examples, labels, _WHOLE_STRENGTH)


def fit_kinds(texts: Sequence[tuple[Counts, bool]], label: str) -> LabelScorer:
    """One machine that tells offers from other texts, both weighing the same however many there are."""
    from sklearn.svm import LinearSVC

    vocabulary, idf, matrix = _matrix([counts for counts, _ in texts])
    machine = LinearSVC(C=_KIND_STRENGTH, class_weight="balanced", random_state=_SEED)
    machine.fit(matrix, [is_offer for _, is_offer in texts])
    return LabelScorer(
        [label],
        vocabulary,
        idf,
        machine.coef_.T.astype(np.float32),
        machine.intercept_.astype(np.float32),
    )


def fit_pay(sums: Sequence[tuple[PayClues, bool]]) -> PayChoice:
    """How much each clue speaks for a sum being the pay: a logistic regression, for its odds are compared between sums.

    Args:
        sums: the clues of each sum, and whether it is the pay.

    Raises:
        ValueError: all of them are pay, or none.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for clues, _ in sums for name in clues)
    kept = [dict.fromkeys((n for n in clues if seen[n] >= _MIN_COUNT), 1) for clues, _ in sums]
    vectorizer = DictVectorizer(dtype=np.float64)
    machine = LogisticRegression(C=_PAY_STRENGTH, solver="liblinear", random_state=_SEED)
    machine.fit(vectorizer.fit_transform(kept), [is_pay for _, is_pay in sums])
    # Six digits decide as all of them do, and are a third of the file.
    weights = (round(float(weight), 6) for weight in machine.coef_[0])
    return PayChoice(
        dict(zip(vectorizer.feature_names_, weights, strict=True)), float(machine.intercept_[0])
    )


def fit_weighing(
    clues: Sequence[Clues],
    examples: Sequence[Example],
    genuine: Sequence[bool],
    labels: Sequence[str],
    needed: float,
) -> Weighing:
    """How what was seen of offers adds up.

    Args:
        clues: of each offer, by machines that did not see its author.
        examples: the same offers; their features are not looked at.
        genuine: which of them are genuine.
        labels: ids of the flags.
        needed: log odds from which on a flag is raised.
    """
    from sklearn.linear_model import LogisticRegression

    own = np.stack([each.own() for each in clues])
    shared = np.stack([each.shared() for each in clues])
    weights = np.where(genuine, _GENUINE_WEIGHT, 1.0)
    width = own.shape[2]
    fitted = Weighing(
        list(labels),
        np.zeros((len(labels), width)),
        np.zeros((shared.shape[1], len(labels))),
        np.full(len(labels), needed - 1.0),
        needed,
    )
    for column, label in enumerate(labels):
        sure = np.array([label not in each.unsure for each in examples])
        shown = np.array([label in each.shows for each in examples])
        if len(set(shown[sure].tolist())) < 2:
            continue
        inputs = np.hstack([own[:, column], shared])
        machine = LogisticRegression(C=_WEIGHING_STRENGTH, max_iter=3000)
        machine.fit(inputs[sure], shown[sure], sample_weight=weights[sure])
        fitted.own[column] = machine.coef_[0, :width]
        fitted.shared[:, column] = machine.coef_[0, width:]
        fitted.bias[column] = machine.intercept_[0]
    return fitted


def _fit(examples: Sequence[Example], labels: Sequence[str], strength: float) -> LabelScorer:
    from sklearn.svm import LinearSVC

    vocabulary, idf, matrix = _matrix([example.counts for example in examples])
    weights = np.zeros((matrix.shape[1], len(labels)), np.float32)
    bias = np.full(len(labels), -1.0, np.float32)

    for column, label in enumerate(labels):
        rows = [row for row, example in enumerate(examples) if label not in example.unsure]
        shown = [label in examples[row].shows for row in rows]
        if len(set(shown)) < 2:
            continue
        machine = LinearSVC(
            C=strength,
            class_weight={True: _RAISING_WEIGHT, False: 1},
            random_state=_SEED,
        )
        machine.fit(matrix[rows], shown)
        weights[:, column], bias[column] = machine.coef_[0], machine.intercept_[0]
    return LabelScorer(list(labels), vocabulary, idf, weights, bias)


def _matrix(texts: Sequence[Counts]) -> tuple[dict[str, int], Array, Array]:
    """Vocabulary, inverse document frequencies and the normalised TF-IDF matrix of all texts, in order."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfTransformer

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
