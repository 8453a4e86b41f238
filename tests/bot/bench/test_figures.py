"""Medians, ratios and goals from given figures."""

from __future__ import annotations

import pytest

from bot.bench.catalogue import CHATS, GROUPS, MEASURES, STORED, TURNS
from bot.bench.figures import MAWAS, PLAIN, Goal, Line, Measure, Sample, lines, percentile

HALF = Measure("start.x", "X", "x", "s", goals=(Goal(0.5, of_plain=True),))
FAST = Measure("turn.y", "Y", "y", "ms", goals=(Goal(5.0),))
MANY = Measure("rate.z", "Z", "z", "/s", goals=(Goal(150.0, at_least=True),))


def _lines(*samples: tuple[str, str, float]) -> list[Line]:
    return list(lines((HALF, FAST, MANY), [Sample(*each) for each in samples]))


def test_a_line_is_the_median_of_its_runs_and_the_ratio_of_both() -> None:
    (line,) = _lines(
        *(("start.x", MAWAS, value) for value in (9.0, 1.0, 2.0)), ("start.x", PLAIN, 8.0)
    )
    assert (line.mawas, line.plain, line.ratio, line.is_met) == (2.0, 8.0, 0.25, True)
    assert line.as_dict() == {
        "measure": "start.x",
        "unit": "s",
        MAWAS: [9.0, 1.0, 2.0],
        PLAIN: [8.0],
    }


@pytest.mark.parametrize(("plain", "met"), [(8.0, True), (4.0, True), (3.9, False)])
def test_a_share_of_plain_rasa_is_met_up_to_its_bound(plain: float, met: bool) -> None:
    (line,) = _lines(("start.x", MAWAS, 2.0), ("start.x", PLAIN, plain))
    assert line.is_met is met


@pytest.mark.parametrize(
    ("measure", "value", "met"),
    [
        ("turn.y", 5.0, True),
        ("turn.y", 5.1, False),
        ("rate.z", 150.0, True),
        ("rate.z", 149.0, False),
    ],
)
def test_a_goal_of_its_own_needs_no_plain_rasa(measure: str, value: float, met: bool) -> None:
    (line,) = _lines((measure, MAWAS, value))
    assert line.is_met is met
    assert line.ratio is None


def test_without_plain_rasa_a_share_of_it_is_not_judged() -> None:
    (line,) = _lines(("start.x", MAWAS, 2.0))
    assert line.is_met is None
    (line,) = _lines(("start.x", MAWAS, 2.0), ("start.x", PLAIN, 0.0))
    assert (line.ratio, line.is_met) == (None, None)


@pytest.mark.parametrize(
    ("value", "plain", "met"),
    [(4.0, 40.0, True), (4.0, 4.5, False), (6.0, 60.0, False), (4.0, None, True)],
)
def test_several_goals_are_all_met_or_none(value: float, plain: float | None, met: bool) -> None:
    both = Measure("turn.y", "Y", "y", "ms", goals=(Goal(5.0), Goal(0.5, of_plain=True)))
    assert Line(both, value, plain, {}).is_met is met
    assert Line(both, None, plain, {}).is_met is None


def test_plain_rasa_alone_is_shown_and_not_judged() -> None:
    (line,) = _lines(("start.x", PLAIN, 2.0))
    assert (line.mawas, line.plain, line.ratio, line.is_met) == (None, 2.0, None, None)


def test_lines_come_in_the_order_of_the_measures() -> None:
    found = _lines(("rate.z", MAWAS, 1.0), ("start.x", MAWAS, 1.0))
    assert [line.measure.id for line in found] == ["start.x", "rate.z"]


def test_percentiles() -> None:
    assert percentile([3.0], 99) == 3.0
    assert percentile([float(n) for n in range(101)], 99) == 99.0


def test_the_catalogue_is_whole() -> None:
    ids = [measure.id for measure in MEASURES]
    assert len(set(ids)) == len(ids)
    assert {measure.group for measure in MEASURES} == set(GROUPS)
    assert {f"rate.turn_{count}" for count in CHATS} <= set(ids)
    assert {f"length.{turn}" for turn in TURNS} | {f"stored.{n}" for n in STORED} <= set(ids)
