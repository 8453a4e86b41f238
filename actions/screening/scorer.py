"""A linear score for each of several labels over sparse features; a text may have none of them or many."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
_ARRAYS, _NAMES = "arrays.npz", "names.json"


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
        vocabulary = self.vocabulary
        margins = np.tile(self.bias, (len(texts), 1))
        rows: list[int] = []
        counts: list[int] = []
        # Texts that have known features, and where theirs begin.
        known: list[int] = []
        starts: list[int] = []
        for number, text in enumerate(texts):
            start = len(rows)
            for name, count in text.items():
                row = vocabulary.get(name)
                if row is not None:
                    rows.append(row)
                    counts.append(count)
            if len(rows) > start:
                known.append(number)
                starts.append(start)
        if known:
            values = (1.0 + np.log(counts)) * self.idf[rows]
            norms = np.sqrt(np.add.reduceat(values * values, starts))
            values /= np.repeat(norms, np.diff([*starts, len(rows)]))
            weighted = self.weights[rows] * values.astype(np.float32)[:, None]
            margins[known] += np.add.reduceat(weighted, starts, axis=0)
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
