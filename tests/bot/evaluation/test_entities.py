"""Tests of the entity scorer; a stand-in takes the place of the pipeline."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from bot.evaluation.entities import ALL, Count, Entity, marked, report, score

LINE = "gaji [15jt](uang:IDR 15000000) di [kmboja](negara:KH) wajar ga"
TEXT = "gaji 15jt di kmboja wajar ga"
MONEY = Entity(5, 9, "uang", "IDR 15000000")
COUNTRY = Entity(13, 19, "negara", "KH")


def reader(*entities: Entity) -> Callable[[str], Any]:
    """A pipeline that finds the same in every text."""
    ents = [
        SimpleNamespace(start_char=e.start, end_char=e.end, label_=e.kind, ent_id_=e.value)
        for e in entities
    ]
    return lambda _: SimpleNamespace(ents=ents)


def test_marks_are_taken_out_of_the_text() -> None:
    assert marked(LINE) == (TEXT, [MONEY, COUNTRY])


def test_a_text_without_marks_stays_as_it_is() -> None:
    assert marked("ini [biasa] (saja)") == ("ini [biasa] (saja)", [])


def test_everything_found() -> None:
    result = score([LINE], reader(MONEY, COUNTRY))
    assert result.spans[ALL] == result.values[ALL] == Count(right=2)
    assert result.mistakes == []


def test_a_wrong_value_counts_by_value_only() -> None:
    result = score([LINE], reader(MONEY, COUNTRY._replace(value="LA")))
    assert result.spans["negara"] == Count(right=1)
    assert result.values["negara"] == Count(wrong=1, missed=1)
    assert len(result.mistakes) == 1


def test_a_wrong_place_is_missed_and_wrong() -> None:
    result = score([LINE], reader(MONEY, COUNTRY._replace(end=20)))
    assert result.spans["negara"] == Count(wrong=1, missed=1)
    assert "- 'kmboja' negara:KH" in str(result.mistakes[0])


@pytest.mark.parametrize(
    ("count", "figures"),
    [
        (Count(right=3, wrong=1, missed=2), (0.75, 0.6, 2 / 3)),
        (Count(), (1.0, 1.0, 1.0)),
        (Count(missed=1), (1.0, 0.0, 0.0)),
    ],
)
def test_figures(count: Count, figures: tuple[float, float, float]) -> None:
    assert (count.precision, count.recall, count.f1) == pytest.approx(figures)


def test_the_report_ends_with_all_kinds_together() -> None:
    lines = list(report(score([LINE], reader(MONEY))))
    assert [line.split()[0] for line in lines[1:]] == ["negara", "uang", ALL]
