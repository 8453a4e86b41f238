"""Training from nothing. Plain Rasa's takes an hour or more: it was measured when it was prepared."""

from __future__ import annotations

from collections.abc import Iterator

from bot.bench.figures import MAWAS, PLAIN, Sample
from bot.bench.home import MAWAS as COMMAND
from bot.bench.home import for_mawas
from bot.bench.mawas import WHAT
from bot.bench.plan import Plan
from bot.bench.processes import run


def measure(plan: Plan) -> Iterator[Sample]:
    """Samples of `training`: model and screener of Mawas together, once."""
    plan.told("pelatihan Mawas")
    took = run(WHAT, [*COMMAND, "train", "--force"], env=for_mawas(plan.settings))
    yield Sample("training.cpu", MAWAS, took.processor)
    yield Sample("training.wall", MAWAS, took.seconds)
    noted = plan.place.training() if plan.place else {}
    if noted:
        yield Sample("training.cpu", PLAIN, float(noted["processor"]))
        yield Sample("training.wall", PLAIN, float(noted["seconds"]))
