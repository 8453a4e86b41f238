"""A linear classifier over sparse features, trained with scikit-learn and kept as plain arrays.

Loading is a matter of milliseconds (Rasa's own logistic regression takes seconds, because skops inspects scikit-learn);
answering needs numpy only.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

WEIGHTS_FILE = "weights.npz"
NAMES_FILE = "names.json"

Array = np.ndarray[Any, Any]
Prediction = list[tuple[str, float]]


@dataclass(frozen=True)
class DangerScale:
    """How the danger probability follows from two views: a logistic function of both.

    Attributes:
        intents: factor on the log-odds of all danger intents together.
        detector: factor on the margin of the danger detector.
        offset: added to both.
    """

    intents: float = 1.0
    detector: float = 2.0
    offset: float = 0.0


@dataclass(frozen=True)
class LinearModel:
    """Linear scores on TF-IDF features: one a class, turned into probabilities by a softmax, and one for danger.

    Attributes:
        labels: class names, in the order of the columns.
        dangers: which labels mean danger, shape (classes,), bool.
        vocabulary: feature name -> row.
        idf: inverse document frequency, shape (features,).
        weights: shape (features, classes + 1), float32; the last column is the danger detector.
        bias: shape (classes + 1,), float32.
        sharpness: factor on the margins of the classes before the softmax.
        scale: how danger is made up.
    """

    labels: Sequence[str]
    dangers: Array
    vocabulary: dict[str, int]
    idf: Array
    weights: Array
    bias: Array
    sharpness: float = 10.0
    scale: DangerScale = field(default_factory=DangerScale)

    def predict(self, counts: Counter[str], caution: float = 1.0) -> Prediction:
        """All labels with their probability, most probable first. An empty or unknown sentence gives the prior.

        Args:
            counts: features of the sentence.
            caution: factor on the sharpness; less than 1 for messages that say too little to be sure of.
        """
        return self.ranking(self.scores(counts), caution)

    def scores(self, counts: Counter[str]) -> Array:
        """Margin of each label in the order of `labels`, and of the danger detector after them."""
        _, rows, values = self._values(counts)
        return (values @ self.weights[rows] + self.bias).astype(np.float64)

    def margins(self, scores: Array) -> dict[str, float]:
        """How clearly a sentence is of each label, whatever else it is; from 0 on its own machine says yes."""
        return dict(zip(self.labels, scores.tolist(), strict=False))

    def ranking(self, scores: Array, caution: float = 1.0) -> Prediction:
        """`predict` for scores that are known already."""
        probabilities = self._probabilities(scores, caution)
        order = np.argsort(-probabilities, kind="stable")
        return [(self.labels[index], float(probabilities[index])) for index in order]

    def explain(self, counts: Counter[str], label: str) -> list[tuple[str, float]]:
        """What each feature adds to the score of a label, largest first.

        Raises:
            ValueError: the label is not known.
        """
        column = list(self.labels).index(label)
        names, rows, values = self._values(counts)
        shares = values * self.weights[rows, column] * self.sharpness
        order = np.argsort(-shares, kind="stable")
        return [(names[index], float(shares[index])) for index in order]

    def _values(self, counts: Counter[str]) -> tuple[list[str], Array, Array]:
        """Names, rows and normalised TF-IDF values of the features that are known."""
        vocabulary = self.vocabulary
        known = [(name, count) for name, count in counts.items() if name in vocabulary]
        rows = np.fromiter((vocabulary[name] for name, _ in known), np.int64, len(known))
        values = np.fromiter((count for _, count in known), np.float64, len(known))
        values = (1.0 + np.log(values)) * self.idf[rows]
        if known:
            values /= np.linalg.norm(values)
        return [name for name, _ in known], rows, values.astype(np.float32)

    def _probabilities(self, scores: Array, caution: float) -> Array:
        """Softmax over the classes, then danger and no danger set to the share that both views together give them."""
        margins = caution * self.sharpness * scores[:-1]
        shares = np.exp(margins - margins.max())
        shares /= shares.sum()
        danger = shares[self.dangers].sum()
        if not 0.0 < danger < 1.0:
            return shares
        log_odds = (
            self.scale.intents * np.log(danger / (1.0 - danger))
            + self.scale.detector * scores[-1]
            + self.scale.offset
        )
        wanted = 1.0 / (1.0 + np.exp(-log_odds))
        return np.where(
            self.dangers, shares * wanted / danger, shares * (1.0 - wanted) / (1.0 - danger)
        )

    def save(self, folder: Path) -> None:
        """Write the model as two files into an existing folder."""
        np.savez(
            folder / WEIGHTS_FILE,
            idf=self.idf,
            dangers=self.dangers,
            weights=self.weights.astype(np.float16),
            bias=self.bias,
        )
        names = {
            "labels": list(self.labels),
            "features": list(self.vocabulary),
            "sharpness": self.sharpness,
            "scale": [self.scale.intents, self.scale.detector, self.scale.offset],
        }
        (folder / NAMES_FILE).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> LinearModel:
        """Read what `save` wrote.

        Raises:
            FileNotFoundError: when the folder holds no model.
        """
        names = json.loads((folder / NAMES_FILE).read_text(encoding="utf-8"))
        with np.load(folder / WEIGHTS_FILE) as arrays:
            return cls(
                labels=names["labels"],
                dangers=arrays["dangers"],
                vocabulary={name: row for row, name in enumerate(names["features"])},
                idf=arrays["idf"],
                weights=arrays["weights"].astype(np.float32),
                bias=arrays["bias"],
                sharpness=names["sharpness"],
                scale=DangerScale(*names["scale"]),
            )


def fit(
    sentences: Sequence[Counter[str]],
    labels: Sequence[str],
    dangers: frozenset[str],
    *,
    strength: float,
    sharpness: float,
    scale: DangerScale,
    min_count: int,
    seed: int,
    bonus: Mapping[str, float] | None = None,
) -> LinearModel:
    """Train on counted features.

    A linear support vector machine a class: as accurate here as multinomial logistic regression, in a fraction of the time, and with a
    fixed factor on its margins better calibrated (docs/understanding.md).

    Args:
        sentences: one feature count a sentence.
        labels: the class of each sentence.
        dangers: the classes that mean danger; when none occurs there is no danger detector.
        strength: inverse of the regularisation (scikit-learn's C).
        sharpness: factor on the margins before the softmax.
        scale: how the danger probability is made up.
        min_count: features seen in fewer sentences are dropped.
        seed: makes training repeatable.
        bonus: class -> what is added to its margin, for classes that are more common in use than among the sentences.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfTransformer
    from sklearn.svm import LinearSVC

    seen = Counter(name for counts in sentences for name in counts)
    kept = [
        {name: count for name, count in counts.items() if seen[name] >= min_count}
        for counts in sentences
    ]
    vectorizer = DictVectorizer(dtype=np.float32)
    tfidf = TfidfTransformer(sublinear_tf=True)
    matrix = tfidf.fit_transform(vectorizer.fit_transform(kept))

    def margins(targets: Sequence[Any]) -> tuple[Any, Array, Array]:
        machine = LinearSVC(C=strength, random_state=seed).fit(matrix, targets)
        return machine.classes_, machine.coef_, machine.intercept_

    classes, coefficients, intercepts = margins(labels)
    if len(classes) == 2:  # scikit-learn then keeps one machine, for the second class
        coefficients = np.vstack([-coefficients, coefficients])
        intercepts = np.concatenate([-intercepts, intercepts])
    is_danger = np.array([str(label) in dangers for label in classes])
    detector, offset = np.zeros((1, coefficients.shape[1])), np.zeros(1)
    if is_danger.any() and not is_danger.all():
        _, detector, offset = margins([label in dangers for label in labels])
    intercepts = intercepts + np.array([(bonus or {}).get(str(label), 0.0) for label in classes])
    return LinearModel(
        labels=[str(label) for label in classes],
        dangers=is_danger,
        vocabulary={name: row for row, name in enumerate(vectorizer.feature_names_)},
        idf=tfidf.idf_.astype(np.float32),
        weights=np.ascontiguousarray(np.vstack([coefficients, detector]).T, dtype=np.float32),
        bias=np.concatenate([intercepts, offset]).astype(np.float32),
        sharpness=sharpness,
        scale=scale,
    )
