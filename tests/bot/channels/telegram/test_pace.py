from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.channels.telegram.health import Health
from bot.channels.telegram.inbox import Waiting
from bot.channels.telegram.lanes import Lane
from bot.channels.telegram.pace import Pace, Speed
from tests.helpers.virtual_time import run as run_virtually

SOON = pytest.approx(0, abs=0.01)


class Stage:
    """A pace of two answers at once, then one in 0.2 s."""

    def __init__(self) -> None:
        self.told: list[int] = []
        self.looked: list[int] = []
        self.health = Health()
        self.lane = Lane()
        clock = asyncio.get_running_loop().time
        self.pace = Pace(self.is_danger, self.tell, self.health, Speed(2, 0.2), clock)

    async def is_danger(self, row: Waiting) -> bool:
        self.looked.append(row.update_id)
        return bool(row.body.get("danger"))

    async def tell(self, row: Waiting) -> None:
        self.told.append(row.update_id)

    def add(self, number: int, danger: bool = False) -> None:
        self.lane.add(Waiting(number, 1, {"danger": danger}))

    async def held(self) -> tuple[Waiting | None, float]:
        """Whom it lets go first, and the seconds that took."""
        begin = asyncio.get_running_loop().time()
        first = await asyncio.wait_for(self.pace.hold(self.lane), 2)
        return first, asyncio.get_running_loop().time() - begin


def _play(scene: Callable[[Stage], Awaitable[None]]) -> None:
    async def run() -> None:
        await scene(Stage())

    run_virtually(run())


def test_who_writes_calmly_is_never_held_up() -> None:
    async def scene(stage: Stage) -> None:
        stage.add(1)
        stage.pace.count(1)
        first, took = await stage.held()
        assert (first, took, stage.told, stage.looked) == (None, SOON, [], [])

    _play(scene)


def test_who_writes_fast_is_told_once_and_waits() -> None:
    async def scene(stage: Stage) -> None:
        stage.add(1)
        waits = []
        for _ in range(5):
            waits.append((await stage.held())[1])
            stage.pace.count(1)
        assert waits == pytest.approx([0, 0, 0.2, 0.2, 0.2], abs=0.01)
        assert stage.told == [1]
        assert stage.health.slowed == 1

    _play(scene)


def test_other_chats_do_not_wait() -> None:
    async def scene(stage: Stage) -> None:
        for _ in range(9):
            stage.pace.count(2)
        stage.add(1)
        assert (await stage.held())[1] == SOON

    _play(scene)


def test_danger_that_waits_behind_others_goes_first() -> None:
    async def scene(stage: Stage) -> None:
        for _ in range(9):
            stage.pace.count(1)
        stage.add(1)
        stage.add(2)
        stage.add(3, danger=True)
        first, took = await stage.held()
        assert first
        assert (first.update_id, took) == (3, SOON)
        assert [row.update_id for row in stage.lane.rows] == [1, 2]
        assert stage.told == []

    _play(scene)


def test_danger_that_comes_while_others_wait_is_answered_at_once() -> None:
    async def scene(stage: Stage) -> None:
        for _ in range(9):
            stage.pace.count(1)
        stage.add(1)
        held = asyncio.create_task(stage.held())
        await asyncio.sleep(0.05)
        stage.add(2)
        await asyncio.sleep(0.05)
        stage.add(3, danger=True)
        first, took = await held
        assert first
        assert (first.update_id, took) == (3, pytest.approx(0.1, abs=0.01))
        assert stage.looked == [1, 2, 3]

    _play(scene)


def test_the_rest_of_an_answer_does_not_wait() -> None:
    async def scene(stage: Stage) -> None:
        for _ in range(9):
            stage.pace.count(1)
        stage.add(1)
        stage.lane.rows[0].replies = "{}"
        assert (await stage.held())[1] == SOON

    _play(scene)


def test_a_lane_that_is_closed_is_let_go() -> None:
    async def scene(stage: Stage) -> None:
        for _ in range(50):
            stage.pace.count(1)
        stage.add(1)
        held = asyncio.create_task(stage.held())
        await asyncio.sleep(0.05)
        stage.lane.closed = True
        stage.lane.more.set()
        assert (await held)[1] == pytest.approx(0.05, abs=0.01)

    _play(scene)
