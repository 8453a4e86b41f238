"""Lets the process of either assistant do a job, and makes what it is asked."""

from __future__ import annotations

import base64
from typing import Any

from bot.bench.catalogue import FLYER, KINDS
from bot.bench.errors import check_answered
from bot.bench.mawas import WHAT as OURS
from bot.bench.mawas import job
from bot.bench.plain.place import WHAT as THEIRS
from bot.bench.plain.place import Place
from bot.bench.plain.server import plain_job
from bot.bench.plan import Plan
from bot.bench.workload import Asked, workload

# Messages of each kind.
_WARM_UP = 3


def done(plan: Plan, place: Place | None, name: str, **values: Any) -> dict[str, Any]:
    """What a job gave (`bot.bench.jobs`), in a process of its own with an empty store.

    Args:
        plan: whose settings are used.
        place: of plain Rasa; None for Mawas.
        name: of the job.
        values: of the job.

    Raises:
        MeasureError: a process failed, or gave no answers.
    """
    values = {"warm_up": warm_up(), **values}
    measured = (
        plain_job(place, plan.settings, name, **values)
        if place
        else job(plan.settings, name, **values)
    )
    check_answered(THEIRS if place else OURS, measured["said"], measured["empty"])
    return measured


def warm_up() -> list[str]:
    """Some texts of each kind, for what is loaded when it is needed first: not every text needs it."""
    return [message.text for message in workload(_WARM_UP) if message.kind != FLYER]


def asked(each: int, flyers: int) -> list[dict[str, Any]]:
    """So many messages of each kind, kind by kind.

    Args:
        each: how many of each kind but flyers; none of them is in the warm-up.
        flyers: how many pictures, drawn here, with one more that only warms up. They come last: threads that read one go on spinning
            beside whatever comes next.

    Returns:
        Plain values: kind, text, earlier texts of the same conversation, picture (base64 or None), whether it only warms up.
    """
    messages = workload(_WARM_UP + max(each, flyers))
    of = {kind: [message for message in messages if message.kind == kind] for kind in KINDS}
    drawn = of.pop(FLYER)[: flyers + 1 if flyers else 0]
    texts = [message for kind in of for message in of[kind][_WARM_UP : _WARM_UP + each]]
    return [
        *(_plain(message, False) for message in texts),
        *(_plain(message, number == 0) for number, message in enumerate(drawn)),
    ]


def _plain(message: Asked, warms: bool) -> dict[str, Any]:
    return {
        "warms": warms,
        "kind": message.kind,
        "text": message.text,
        "before": message.before,
        "picture": _picture(message) if message.kind == FLYER else None,
    }


def _picture(message: Asked) -> str:
    from bot.evaluation.flyers.render import render
    from bot.evaluation.flyers.styles import styles

    return base64.b64encode(render(message.text, styles()[message.style])).decode()
