"""`mawas eval --latency`: how long understanding a message takes, beside Rasa's own reading of it."""

from __future__ import annotations

import random
from pathlib import Path

from bot.evaluation.latency import MOST_EXTRA_MS, LatencyComparison, Round, compare_latency
from bot.evaluation.sets import TWIN, labelled
from bot.logs import quiet_structlog
from bot.paths import SENTENCES, UNSEEN

DONE, FOUND_WRONG = 0, 1
# So many held-out messages are read, drawn once for all.
MESSAGES = 500
_SEED = 7


def run_latency(model: Path) -> int:
    """Measure and print a table.

    Args:
        model: the archive of a trained model.

    Returns:
        The exit status: 0, or 1 when the goal is missed.
    """
    quiet_structlog()
    unseen = _all(UNSEEN / TWIN)
    messages = random.Random(_SEED).sample(unseen, min(MESSAGES, len(unseen)))  # noqa: S311 - a sample, no secret
    comparison = compare_latency(model, _all(SENTENCES), messages)
    print(*lines(comparison), sep="\n")
    return DONE if comparison.is_within_goal else FOUND_WRONG


def lines(comparison: LatencyComparison) -> list[str]:
    """The comparison as a table: a line a round, and all together."""
    rows = [(f"putaran {number}", each) for number, each in enumerate(comparison.rounds, start=1)]
    return [
        f"{comparison.messages} pesan, milidetik per pesan: tengah (95 dari 100 pesan di bawah)",
        f"{'':12}{'pembaca Rasa':>18}{'pemahaman Mawas':>18}{'selisih':>10}",
        *(_line(name, each) for name, each in [*rows, ("semua", comparison.together)]),
        f"Batas: selisih paling banyak {MOST_EXTRA_MS:.1f} ms.",
    ]


def _line(name: str, each: Round) -> str:
    pairs = (
        f"{timing.median:.2f} ({timing.p95:.2f})"
        for timing in (each.featurizers, each.understanding)
    )
    return (
        f"{name:12}"
        + "".join(f"{pair:>18}" for pair in pairs)
        + f"{each.difference.median:>+10.2f}"
    )


def _all(folder: Path) -> list[str]:
    return [sentence for _, sentence in labelled(folder)]
