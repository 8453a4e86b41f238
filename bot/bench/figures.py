"""Samples of what was measured, and what is made of them: medians, ratios, goals met or not."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MAWAS, PLAIN = "mawas", "rasa"


@dataclass(frozen=True)
class Goal:
    """What a figure must keep to.

    Attributes:
        bound: the limit.
        of_plain: the limit is a share of plain Rasa's figure, not a figure itself.
        at_least: the figure must reach it; else it must not exceed it.
    """

    bound: float
    of_plain: bool = False
    at_least: bool = False

    def is_met(self, mawas: float, plain: float | None) -> bool | None:
        """Whether a figure keeps to it; None when plain Rasa was not measured and it is about that."""
        if self.of_plain:
            if not plain:
                return None
            mawas /= plain
        return mawas >= self.bound if self.at_least else mawas <= self.bound


@dataclass(frozen=True)
class Measure:
    """Something that is measured.

    Attributes:
        id: "group.name".
        label: for docs/performance.md, English.
        words: for the terminal, Indonesian.
        unit: of the figure.
        digits: after the point.
        goals: what it must keep to, if anything.
    """

    id: str
    label: str
    words: str
    unit: str
    digits: int = 1
    goals: tuple[Goal, ...] = ()

    @property
    def group(self) -> str:
        """What it belongs to: an option of `--only`."""
        return self.id.partition(".")[0]


@dataclass(frozen=True)
class Sample:
    """One run's figure.

    Attributes:
        measure: id of a measure.
        setup: MAWAS or PLAIN.
        value: in the unit of the measure.
    """

    measure: str
    setup: str
    value: float


@dataclass(frozen=True)
class Line:
    """What a measure came to.

    Attributes:
        measure: what was measured.
        mawas: median of its runs; None when it was not measured.
        plain: the same for plain Rasa.
        runs: the samples, by setup.
    """

    measure: Measure
    mawas: float | None
    plain: float | None
    runs: Mapping[str, Sequence[float]]

    @property
    def ratio(self) -> float | None:
        """Mawas divided by plain Rasa."""
        return None if self.mawas is None or not self.plain else self.mawas / self.plain

    @property
    def is_met(self) -> bool | None:
        """Whether all goals are met that can be judged; None when none can be."""
        if self.mawas is None:
            return None
        judged = [goal.is_met(self.mawas, self.plain) for goal in self.measure.goals]
        known = [met for met in judged if met is not None]
        return all(known) if known else None

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for the file of results."""
        return {"measure": self.measure.id, "unit": self.measure.unit, **self.runs}


def lines(measures: Iterable[Measure], samples: Iterable[Sample]) -> Iterator[Line]:
    """A line for each measure that has samples, in the order of the measures."""
    runs: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for sample in samples:
        runs[sample.measure][sample.setup].append(sample.value)
    for measure in measures:
        if measure.id in runs:
            of = runs[measure.id]
            yield Line(measure, _median(of.get(MAWAS)), _median(of.get(PLAIN)), dict(of))


def percentile(values: Sequence[float], share: int) -> float:
    """What so many of 100 values do not exceed, by interpolation; at least one value."""
    if len(values) < 2:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def _median(values: Sequence[float] | None) -> float | None:
    return statistics.median(values) if values else None
