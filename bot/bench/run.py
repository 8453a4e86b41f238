"""Takes the measurements, one group after the other; what fails is told, and the others are still taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.bench.errors import MeasureError
from bot.bench.figures import Sample
from bot.bench.measures import growth, replies, size, start, training
from bot.bench.plan import Plan

Taking = Callable[[Plan], Iterator[Sample]]
TAKERS: Mapping[str, Taking] = {
    "start": start.measure,
    "memory": replies.memory,
    "size": size.measure,
    "training": training.measure,
    "turn": replies.without_channel,
    "rest": replies.over_http,
    "rate": replies.rates,
    "length": growth.length,
    "stored": growth.stored,
}


@dataclass(frozen=True)
class Taken:
    """What came of it.

    Attributes:
        samples: of all runs.
        failed: group -> what went wrong and what to do.
    """

    samples: tuple[Sample, ...]
    failed: Mapping[str, str]


def take(
    plan: Plan,
    groups: Sequence[str],
    note: Callable[[Sequence[Sample]], None],
    takers: Mapping[str, Taking] = TAKERS,
) -> Taken:
    """Measure some groups.

    Args:
        plan: how.
        groups: keys of `takers`.
        note: called after each group with all samples so far.
        takers: what measures each group.
    """
    samples: list[Sample] = []
    failed: dict[str, str] = {}
    for number, group in enumerate(groups, start=1):
        plan.told(f"[{number} dari {len(groups)}] {group}")
        try:
            for sample in takers[group](plan):
                samples.append(sample)
        except MeasureError as error:
            failed[group] = str(error)
            plan.told(f"gagal: {error}")
        note(samples)
    return Taken(tuple(samples), failed)
