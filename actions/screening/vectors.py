"""Turns feature counts into TF-IDF vectors: all texts are counted once, and any part of them is weighed as if it were alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from actions.screening.scorer import Array, known_features

# A feature of a single text teaches nothing of others.
MIN_COUNT = 2

Counts = Counter[str]


@dataclass(frozen=True)
class Vectors:
    """Normalised TF-IDF vectors of some texts.

    Attributes:
        vocabulary: feature name -> column, in the order of the names.
        idf: inverse document frequency, shape (features,), float32.
        matrix: sparse rows, shape (texts, features), float64: liblinear takes nothing else and would make it for each machine.
    """

    vocabulary: dict[str, int]
    idf: Array
    matrix: Array


class Counted:
    """Feature counts of many texts."""

    def __init__(self, texts: Sequence[Counts]) -> None:
        """Count each text once."""
        from scipy.sparse import csr_matrix

        seen = Counter(chain.from_iterable(texts))
        self._names = sorted(name for name, times in seen.items() if times >= MIN_COUNT)
        columns = {name: column for column, name in enumerate(self._names)}
        numbers, rows, counts = known_features(texts, columns)
        self._counts = csr_matrix(
            (counts.astype(np.float32), (numbers, rows)), shape=(len(texts), len(columns))
        )

    def vectors(self, part: Array) -> Vectors:
        """Vectors of a part of the texts. Vocabulary and frequencies are those of the part: the others leave no trace in it.

        Args:
            part: which texts, booleans of shape (texts,).
        """
        from sklearn.feature_extraction.text import TfidfTransformer

        counts = self._counts[part]
        kept = np.flatnonzero(np.bincount(counts.indices, minlength=len(self._names)) >= MIN_COUNT)
        tfidf = TfidfTransformer(sublinear_tf=True)
        matrix = tfidf.fit_transform(counts[:, kept]).astype(np.float64)
        matrix.sort_indices()
        vocabulary = {self._names[row]: column for column, row in enumerate(kept)}
        return Vectors(vocabulary, tfidf.idf_.astype(np.float32), matrix)
