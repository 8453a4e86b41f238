"""What a reply costs as a conversation becomes long, and as many conversations are stored."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence

from bot.bench.figures import MAWAS, PLAIN, Sample
from bot.bench.inside import done
from bot.bench.jobs import QUESTIONS
from bot.bench.plan import Plan
from bot.bench.workload import topics

# As JSON brings it: turn or count -> milliseconds by the clock and of the processor, of each message.
_Taken = Mapping[str, Sequence[Sequence[float]]]


def length(plan: Plan) -> Iterator[Sample]:
    """Samples of `length`, as far as a conversation comes in the time of the plan: plain Rasa's turns become longer and longer."""
    questions = topics()[:QUESTIONS]
    for place in plan.in_turn("percakapan panjang"):
        values = {"turns": plan.turns, "questions": questions, "patience": plan.patience}
        taken = done(plan, place, "length", **values)["taken"]
        yield from samples("length", PLAIN if place else MAWAS, taken, plan.turns[0])


def stored(plan: Plan) -> Iterator[Sample]:
    """Samples of `stored`."""
    for place in plan.in_turn("banyak percakapan tersimpan"):
        taken = done(plan, place, "stored", counts=plan.stored, questions=topics())["taken"]
        yield from samples("stored", PLAIN if place else MAWAS, taken, plan.stored[0])


def samples(group: str, setup: str, taken: _Taken, first: int) -> Iterator[Sample]:
    """The median of each turn or count, and how much the last is above the first.

    Args:
        group: of the measures.
        setup: MAWAS or PLAIN.
        taken: what was measured.
        first: the smallest turn or count of the plan.
    """
    for number, suffix in enumerate(("", "_cpu")):
        medians = {
            int(size): statistics.median(pair[number] for pair in pairs)
            for size, pairs in taken.items()
        }
        for size, value in medians.items():
            yield Sample(f"{group}.{size}{suffix}", setup, value)
        if first in medians and len(medians) > 1:
            growth = medians[max(medians)] / medians[first]
            yield Sample(f"{group}.growth{suffix}", setup, growth)
