"""Finds texts that two collections share: the same after normalisation, or most of their runs of five words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from bot.evaluation.overlap import alike

RUN = 5
# From this share on of the runs of the shorter text.
MOST = 0.7
# A text with fewer runs is a stock phrase that may stand anywhere.
FEWEST_RUNS = 4

Shingles = frozenset[tuple[str, ...]]


class SharedText(NamedTuple):
    """Names of two texts, and which share of the runs of the shorter one the other has; 1.0 when they are the same."""

    first: str
    second: str
    share: float


def shared_texts(first: Mapping[str, str], second: Mapping[str, str]) -> list[SharedText]:
    """Pairs of texts that are the same or nearly so, most alike first.

    Args:
        first: name -> text.
        second: name -> text; a name that stands in both is not compared with itself.
    """
    exact: dict[str, list[str]] = defaultdict(list)
    runs: dict[tuple[str, ...], list[str]] = defaultdict(list)
    lengths: dict[str, int] = {}
    for name, text in second.items():
        shingles = _shingles(text)
        exact[alike(text)].append(name)
        lengths[name] = len(shingles)
        for run in shingles:
            runs[run].append(name)
    found: dict[tuple[str, str], float] = {}
    for name, text in first.items():
        shingles = _shingles(text)
        common = Counter(other for run in shingles for other in runs.get(run, ()))
        for other, count in common.items():
            shorter = min(len(shingles), lengths[other])
            if shorter >= FEWEST_RUNS and count >= MOST * shorter:
                found[name, other] = count / shorter
        found.update({(name, other): 1.0 for other in exact.get(alike(text), ())})
    pairs = [SharedText(*names, share) for names, share in found.items() if names[0] != names[1]]
    return sorted(pairs, key=lambda pair: (-pair.share, pair))


def _shingles(text: str) -> Shingles:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
