"""Trains what screening learns from labelled sentences, texts and offers (nlu_data/offers)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from actions.screening.scorer import Array, LabelScorer
from actions.screening.vectors import Counted, Counts, Vectors
from actions.screening.weighing import Clues, Weighing

_PIECE_STRENGTH, _WHOLE_STRENGTH, _KIND_STRENGTH, _WEIGHING_STRENGTH = 1.0, 0.5, 3.0, 1.0
# What shows a flag weighs more than what does not, for most show none.
_RAISING_WEIGHT = 3
# A flag on a genuine offer does more harm than another wrong one.
_GENUINE_WEIGHT = 2.0
_SEED = 7
# Examples nearer to the plane than this are likely to decide where it lies; liblinear places it exactly to about the second.
_NEAR, _TOLERANCE = 1.5, 1e-3


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


@dataclass(frozen=True)
class Learned:
    """Linear support vector machines, one a label, and the examples that taught them.

    Attributes:
        examples: what taught them.
        scorer: the machines.
        strength: how little they are held back from large weights.
        counted: the features of the examples.
        margins: of each example, by these machines, shape (examples, labels).
    """

    examples: Sequence[Example]
    scorer: LabelScorer
    strength: float
    counted: Counted
    margins: Array

    def without(self, left_out: Array) -> LabelScorer:
        """The machines that the other examples alone would have taught.

        Args:
            left_out: which examples are not to be seen, booleans of shape (examples,).
        """
        part = ~left_out
        examples = [self.examples[row] for row in np.flatnonzero(part)]
        vectors = self.counted.vectors(part)
        return _fit(vectors, examples, self.scorer.labels, self.strength, self.margins[part])


def learn_pieces(examples: Sequence[Example], labels: Sequence[str]) -> Learned:
    """What sentences and pieces of offers teach."""
    return _learn(examples, labels, _PIECE_STRENGTH)


def learn_wholes(examples: Sequence[Example], labels: Sequence[str]) -> Learned:
    """The same of whole offers: it sees what stands far apart, and what is missing."""
    return _learn(examples, labels, _WHOLE_STRENGTH)


def fit_kinds(texts: Sequence[tuple[Counts, bool]], label: str) -> LabelScorer:
    """One machine that tells offers from other texts, both weighing the same however many there are."""
    from sklearn.svm import LinearSVC

    vectors = Counted([counts for counts, _ in texts]).vectors(np.full(len(texts), True))
    machine = LinearSVC(C=_KIND_STRENGTH, class_weight="balanced", random_state=_SEED)
    machine.fit(vectors.matrix, [is_offer for _, is_offer in texts])
    return LabelScorer(
        [label],
        vectors.vocabulary,
        vectors.idf,
        machine.coef_.T.astype(np.float32),
        machine.intercept_.astype(np.float32),
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


def _learn(examples: Sequence[Example], labels: Sequence[str], strength: float) -> Learned:
    counted = Counted([example.counts for example in examples])
    vectors = counted.vectors(np.full(len(examples), True))
    scorer = _fit(vectors, examples, labels, strength)
    margins = vectors.matrix @ scorer.weights + scorer.bias
    return Learned(examples, scorer, strength, counted, margins)


def _fit(
    vectors: Vectors,
    examples: Sequence[Example],
    labels: Sequence[str],
    strength: float,
    guess: Array | None = None,
) -> LabelScorer:
    """One machine a label.

    Args:
        vectors: of the examples.
        examples: what they show.
        labels: what is learned.
        strength: as in `Learned`.
        guess: margins of the examples by similar machines, shape (examples, labels): it saves time and changes nothing.
    """
    weights = np.zeros((len(vectors.idf), len(labels)), np.float32)
    bias = np.full(len(labels), -1.0, np.float32)
    for column, label in enumerate(labels):
        sure = np.array([label not in example.unsure for example in examples])
        shown = np.array([label in example.shows for example in examples])
        if len(set(shown[sure].tolist())) < 2:
            continue
        rows = sure
        if guess is not None:
            near = np.where(shown, guess[:, column], -guess[:, column]) < _NEAR
            rows = sure & (shown | near)
        weights[:, column], bias[column] = _machine(vectors.matrix, shown, sure, rows, strength)
    return LabelScorer(list(labels), vectors.vocabulary, vectors.idf, weights, bias)


def _machine(
    matrix: Array, shown: Array, sure: Array, rows: Array, strength: float
) -> tuple[Array, float]:
    """Weights and bias of one machine, as all examples that are sure make it.

    Only examples within the margin decide where it lies, one in ten. So it is enough to begin with those that are likely to, and to add
    what turns out to lie within it.
    """
    from sklearn.svm import LinearSVC

    if shown[rows].all():
        rows = sure
    while True:
        machine = LinearSVC(
            C=strength, class_weight={True: _RAISING_WEIGHT, False: 1}, random_state=_SEED
        )
        machine.fit(matrix[rows], shown[rows])
        margins = machine.decision_function(matrix)
        within = sure & (np.where(shown, margins, -margins) < 1.0 - _TOLERANCE)
        if not (within & ~rows).any():
            return machine.coef_[0], machine.intercept_[0]
        rows = rows | within
