"""A linear score for each of several labels over sparse features; a text may have none of them or many."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
_ARRAYS, _NAMES = "arrays.npz", "names.json"
_UNKNOWN = -1


@dataclass(frozen=True)
class LabelScorer:
    """Margins of one linear machine a label on normalised TF-IDF features.

    Attributes:
        labels: names, in the order of the columns.
        vocabulary: feature name -> row.
        idf: inverse document frequency, shape (features,).
        weights: shape (features, labels), float32.
        bias: shape (labels,).
    """

    labels: Sequence[str]
    vocabulary: Mapping[str, int]
    idf: Array
    weights: Array
    bias: Array

    def scores(self, counts: Mapping[str, int]) -> Array:
        """The margin of each label, shape (labels,); above 0 its machine says yes."""
        margins: Array = self.scores_of([counts])[0]
        return margins

    def scores_of(self, texts: Sequence[Mapping[str, int]]) -> Array:
        """Margins of several texts at once, shape (texts, labels)."""
        margins = np.tile(self.bias, (len(texts), 1))
        numbers, rows, counts = known_features(texts, self.vocabulary)
        if len(rows):
            # Where the features of each text begin.
            starts = np.flatnonzero(np.diff(numbers, prepend=-1))
            values = (1.0 + np.log(counts)) * self.idf[rows]
            norms = np.sqrt(np.add.reduceat(values * values, starts))
            values /= np.repeat(norms, np.diff([*starts, len(rows)]))
            weighted = self.weights.take(rows, axis=0)
            weighted *= values.astype(np.float32)[:, None]
            margins[numbers[starts]] += np.add.reduceat(weighted, starts, axis=0)
        return margins

    def save(self, folder: Path) -> None:
        """Write the scorer as two files into a folder, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        np.savez(
            folder / _ARRAYS, idf=self.idf, weights=self.weights.astype(np.float16), bias=self.bias
        )
        names = {"labels": list(self.labels), "features": list(self.vocabulary)}
        (folder / _NAMES).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> LabelScorer:
        """Read what `save` wrote.

        Raises:
            FileNotFoundError: the folder holds no scorer.
        """
        names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
        with np.load(folder / _ARRAYS) as arrays:
            return cls(
                labels=names["labels"],
                vocabulary={name: row for row, name in enumerate(names["features"])},
                idf=arrays["idf"],
                weights=arrays["weights"].astype(np.float32),
                bias=arrays["bias"],
            )


def known_features(
    texts: Sequence[Mapping[str, int]], vocabulary: Mapping[str, int]
) -> tuple[Array, Array, Array]:
    """The features of several texts that a vocabulary knows, text after text.

    Returns:
        Of each feature the number of its text, its number in the vocabulary, and its count.
    """
    # No loop here: an offer has some 7,000 features in its pieces.
    names = chain.from_iterable(map(vocabulary.get, text, repeat(_UNKNOWN)) for text in texts)
    rows = np.fromiter(names, np.intp)
    counts = np.fromiter(chain.from_iterable(text.values() for text in texts), np.float64)
    numbers = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    is_known = rows != _UNKNOWN
    return numbers[is_known], rows[is_known], counts[is_known]
