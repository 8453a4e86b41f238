"""A few of the kills of `python -m tests.faults`, with the same moments each time (docs/faults.md)."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.faults.__main__ import ACTIVITIES, Row, run, shares, table
from tests.faults.activity import Found, moment_of
from tests.faults.whole import is_whole

_SEED = 5


@pytest.mark.parametrize(
    ("name", "kills"),
    [("store", 2), ("backup", 2), ("restore", 2), ("report", 1), ("stats", 1), ("eval", 1), ("confirm", 1), ("serve", 1)],
)  # fmt: skip
def test_a_kill_loses_nothing_that_was_acknowledged(
    name: str, kills: int, settings: Settings, tmp_path: Path
) -> None:
    row = run(name, kills, _SEED, settings.home, tmp_path)
    assert (row.lost, row.broken) == ([], [])
    # On a machine that is faster than when it was measured some kills come too late.
    assert row.restarts == row.kills
    assert row.kills + row.late >= kills
    assert row.kills


def test_what_is_lost_broken_or_does_not_start_is_no_good() -> None:
    good = Row("x", kills=1, restarts=1)
    assert good.is_good
    good.add(Found(True), 1)
    assert good.is_good
    for found in (
        Found(True, restarted=False),
        Found(True, lost=["satu"]),
        Found(True, broken=["a.csv"]),
    ):
        row = Row("x")
        row.add(found, 3)
        assert not row.is_good
        assert row.kills == 1


def test_a_kill_that_came_too_late_does_not_count() -> None:
    row = Row("x")
    row.add(Found(False), 0)
    assert (row.kills, row.late) == (0, 1)


def test_moments_are_the_same_for_the_same_seed_and_reach_the_end() -> None:
    def moments() -> list[float]:
        chance = random.Random("5 x")
        return [moment_of(chance, 10.0, number) for number in range(100)]

    assert moments() == moments()
    assert all(0 <= moment <= 10.5 for moment in moments())
    assert all(moment >= 8 for moment in moments()[1::2])
    assert min(moments()) < 1


def test_every_activity_gets_its_share() -> None:
    names = list(ACTIVITIES)
    assert abs(sum(shares(200, names).values()) - 200) <= len(names) // 2
    assert min(shares(5, names).values()) == 1


def test_the_table_names_every_activity_and_adds_up() -> None:
    shown = table([Row("satu", kills=2, restarts=2), Row("dua", kills=3, restarts=2)]).splitlines()
    assert [line.split()[0] for line in shown] == ["activity", "satu", "dua", "all"]
    assert shown[-1].split()[2] == "5"


@pytest.mark.parametrize(
    ("name", "whole", "half"),
    [
        ("a.csv", b"a,b\r\n1,2\r\n", b"a,b\r\n1,"),
        ("a.json", b"{}", b"{"),
        ("a.pdf", b"%PDF-1.4\nx\n%%EOF\n", b"%PDF-1.4\nx"),
    ],
)
def test_half_a_file_is_found_out(name: str, whole: bytes, half: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(whole)
    assert is_whole(tmp_path / name)
    (tmp_path / name).write_bytes(half)
    assert not is_whole(tmp_path / name)
