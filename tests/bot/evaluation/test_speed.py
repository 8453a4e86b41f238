"""The table of `mawas eval --latency`."""

from __future__ import annotations

from bot.evaluation.latency import LatencyComparison, Round, Timing
from bot.evaluation.speed import lines


def comparison(extra: float) -> LatencyComparison:
    each = Round(Timing(1.0, 2.0), Timing(1.0 + extra, 4.0))
    return LatencyComparison(messages=500, rounds=(each, each), together=each)


def test_each_round_and_all_together_have_a_line() -> None:
    shown = lines(comparison(0.5))
    assert [line.split()[0] for line in shown[2:5]] == ["putaran", "putaran", "semua"]
    assert "1.00 (2.00)" in shown[2]
    assert "1.50 (4.00)" in shown[2]
    assert shown[2].endswith("+0.50")


def test_the_goal_is_named_and_kept_by_every_round() -> None:
    assert "2.0 ms" in lines(comparison(0.5))[-1]
    assert comparison(2.0).is_within_goal
    assert not comparison(2.1).is_within_goal
