"""How what speaks for a flag adds up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from actions.screening.training import Example, fit_weighing
from actions.screening.weighing import Clues, Weighing

LABELS = ["paspor", "utang"]
NOTHING = np.zeros(2, np.float32)
TRAITS = np.zeros(6, np.float32)


def clues(best: float = -1.0, said: float = 0.0, genuine: float = 0.0) -> Clues:
    """An offer in which the first flag has this margin, and a pattern or none; the second flag is never there."""
    traits = TRAITS.copy()
    traits[4] = genuine
    return Clues(
        np.array([best, -1.0]), np.array([-1.0, -1.0]), np.array([best, -1.0]), np.array([said, 0.0]), NOTHING, traits
    )  # fmt: skip


def example(*flags: str) -> Example:
    from collections import Counter

    return Example(Counter(), frozenset(flags))


@pytest.fixture(scope="module")
def weighing() -> Weighing:
    rng = np.random.default_rng(3)
    shown = [clues(0.4 + rng.normal() / 5, float(n % 2), -1.0) for n in range(40)]
    others = [clues(-0.6 + rng.normal() / 5, 0.0, 1.0) for _ in range(40)]
    flags = [example("paspor")] * 40 + [example()] * 40
    genuine = [False] * 40 + [True] * 40
    return fit_weighing([*shown, *others], flags, genuine, LABELS, -0.4)


def total(weighing: Weighing, seen: Clues) -> float:
    return float(weighing.parts(seen).total[0])


def test_what_speaks_for_a_flag_raises_it(weighing: Weighing) -> None:
    assert total(weighing, clues(-1.0)) < weighing.needed < total(weighing, clues(0.8))
    assert total(weighing, clues(0.0, said=1.0)) > total(weighing, clues(0.0))


def test_an_offer_that_reads_genuine_needs_more(weighing: Weighing) -> None:
    assert total(weighing, clues(0.0, genuine=1.0)) < total(weighing, clues(0.0, genuine=-1.0))


def test_the_parts_are_the_total(weighing: Weighing) -> None:
    parts = weighing.parts(clues(0.3, said=1.0))
    assert parts.total == pytest.approx(parts.learned + parts.said + parts.derived + parts.context)
    assert parts.said[0] > 0 == parts.said[1]


def test_a_flag_that_no_offer_shows_is_never_raised(weighing: Weighing) -> None:
    for seen in (clues(2.0, said=1.0), clues(-2.0)):
        assert weighing.parts(seen).total[1] < weighing.needed


def test_a_margin_beyond_all_others_counts_no_more(weighing: Weighing) -> None:
    assert total(weighing, clues(1e6)) == pytest.approx(total(weighing, clues(2.0)))


def test_it_comes_back_from_its_folder(weighing: Weighing, tmp_path: Path) -> None:
    weighing.save(tmp_path)
    again = Weighing.load(tmp_path)
    seen = replace(clues(0.3), derived=np.array([1.0, 0.0]))
    assert again.parts(seen).total == pytest.approx(weighing.parts(seen).total)
    assert (again.labels, again.needed) == (LABELS, -0.4)
    with pytest.raises(FileNotFoundError):
        Weighing.load(tmp_path / "nothing")
