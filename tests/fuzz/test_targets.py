"""A small share of what `python -m tests.fuzz` throws (docs/fuzz.md), and the engine that throws it."""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bot.settings import Settings
from tests.fuzz.catalogue import TARGETS
from tests.fuzz.engine import Case, run
from tests.fuzz.material import offers, records, sentences
from tests.fuzz.target import Take, Target

_ALL = 100_000
# Of a run of 100,000; whoever opens slowly or answers slowly gets a few all the same.
_SHARE, _MOST = 1_000, 40
# Another seed than that of the long run, so that it is not the beginning of it.
_SEED = 20_261_129


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_hostile_inputs_break_nothing(target: Target, settings: Settings, tmp_path: Path) -> None:
    cases: list[Case] = []
    count = min(max(3, target.share * _SHARE // _ALL), _MOST)
    run(target, tmp_path, _SEED, range(count), cases.append)
    assert [f"{case.command}\n{case.why}" for case in cases] == []


def test_all_targets_together_get_a_hundred_thousand_inputs() -> None:
    assert sum(target.share for target in TARGETS) == _ALL
    assert len({target.name for target in TARGETS}) == len(TARGETS)


def test_an_input_is_the_same_again_in_whatever_order() -> None:
    for target in TARGETS:
        assert target.input(7, 3) == target.input(7, 3)
    assert len({repr(TARGETS[0].input(7, number)) for number in range(20)}) > 10


def test_material_is_there_and_none_of_it_is_kept_for_measuring() -> None:
    assert min(map(len, (sentences(), offers(), records()))) > 500


def _broken(text: str) -> None:
    if text == "1":
        raise ValueError("pecah")
    if text == "2":
        while True:
            time.monotonic()
    if text == "3":
        bytearray(80 * 1024 * 1024)


@contextlib.contextmanager
def _opened(_: Path) -> Iterator[Take]:
    yield _broken


def _target() -> Target:
    numbers = iter("0123450")

    def make(_: Random) -> str:
        return next(numbers)

    return Target("uji", "", 1, make, _opened, seconds=0.3, megabytes=50)


def test_an_exception_a_loop_and_a_lot_of_memory_are_failures_and_the_others_go_on(
    tmp_path: Path,
) -> None:
    # What a process once needed counts for as long as it lives: this one may have trained a model.
    context = multiprocessing.get_context("fork")
    results = context.SimpleQueue()

    def work() -> None:
        cases: list[Case] = []
        begun: list[int] = []
        figures = run(_target(), tmp_path, 5, range(6), cases.append, begun.append)
        results.put((cases, begun, figures))

    process = context.Process(target=work)
    process.start()
    cases, begun, figures = results.get()
    process.join()
    assert [(case.number, case.why.split()[0].rstrip(":")) for case in cases] == [
        (1, "ValueError"),
        (2, "time"),
        (3, "memory"),
    ]
    assert "pecah" in cases[0].why
    assert cases[0].input == "'1'"
    assert cases[0].command == "python -m tests.fuzz --only uji --seed 5 --number 1"
    assert figures.inputs == len(begun) == 6
    assert figures.slowest_number == 2
