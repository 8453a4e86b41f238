from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.channels.telegram.health import Health
from bot.channels.telegram.inbox import Waiting
from bot.channels.telegram.lanes import Case, Lane, Lanes
from tests.helpers.virtual_time import run as run_virtually


def _row(number: int, chat: int = 1, kind: str = "") -> Waiting:
    return Waiting(number, chat, {"kind": kind})


class Stage:
    """Lanes whose answers take a little and are noted."""

    def __init__(self, takes: float = 0.01) -> None:
        self.cases: list[tuple[int, ...]] = []
        self.errors: list[Exception] = []
        self.begun: list[int] = []
        self.takes = takes
        self.health = Health()
        self.lanes = Lanes(self.answer, self.wait_after, self.belongs, self.hold, self.health)

    async def answer(self, case: Case) -> None:
        self.begun.append(case[0].update_id)
        await asyncio.sleep(self.takes)
        if self.errors:
            raise self.errors.pop(0)
        self.cases.append(tuple(row.update_id for row in case))

    def wait_after(self, row: Waiting) -> float:
        return 0.05 if row.body["kind"] == "album" else 0.0

    def belongs(self, first: Waiting, following: Waiting) -> bool:
        return first.body["kind"] == following.body["kind"] == "album"

    async def hold(self, lane: Lane) -> Waiting | None:
        return None

    async def done(self) -> None:
        while self.lanes.waiting:
            await asyncio.sleep(0.005)


def _play(scene: Callable[[Stage], Awaitable[None]], takes: float = 0.01) -> Stage:
    async def run() -> Stage:
        stage = Stage(takes)
        await scene(stage)
        return stage

    return run_virtually(run())


def _put(*rows: Waiting) -> Callable[[Stage], Awaitable[None]]:
    async def scene(stage: Stage) -> None:
        stage.lanes.put(rows)
        await stage.done()

    return scene


def test_one_chat_in_order_of_number_others_at_the_same_time() -> None:
    stage = _play(_put(_row(3), _row(1), _row(2, chat=2)))
    # The other chat's is begun before the first one's is finished.
    assert stage.begun == [1, 2, 3]
    assert stage.cases == [(1,), (2,), (3,)]


def test_an_update_is_answered_once_however_often_it_comes() -> None:
    async def scene(stage: Stage) -> None:
        stage.lanes.put([_row(1), _row(1)])
        await stage.done()
        stage.lanes.put([_row(1)])
        await stage.done()

    assert _play(scene).cases == [(1,)]


def test_what_belongs_together_is_waited_for() -> None:
    async def scene(stage: Stage) -> None:
        for number in (1, 2, 3):
            stage.lanes.put([_row(number, kind="album")])
            await asyncio.sleep(0.02)
        stage.lanes.put([_row(4)])
        await stage.done()

    assert _play(scene).cases == [(1, 2, 3), (4,)]


def test_what_does_not_belong_ends_the_waiting() -> None:
    stage = _play(_put(_row(1, kind="album"), _row(2), _row(3, kind="album")))
    assert stage.cases == [(1,), (2,), (3,)]


def test_the_rest_of_an_answer_stands_alone_and_goes_first() -> None:
    first, rest = _row(1), _row(2, kind="album")
    rest.replies = "{}"
    # It was thought about before a restart: what it overtook then waits still.
    assert _play(_put(first, rest, _row(3, kind="album"))).cases == [(2,), (1,), (3,)]


def test_an_answer_that_fails_is_tried_again_before_the_next() -> None:
    async def scene(stage: Stage) -> None:
        stage.errors = [OSError("disk full")]
        stage.lanes.put([_row(1), _row(2)])
        await stage.done()

    stage = _play(scene)
    assert stage.begun == [1, 1, 2]
    assert stage.cases == [(1,), (2,)]


def test_stopping_finishes_what_is_in_hand_and_begins_nothing() -> None:
    async def scene(stage: Stage) -> None:
        stage.lanes.put([_row(1), _row(2), _row(3, chat=2, kind="album")])
        await asyncio.sleep(0.01)
        await stage.lanes.stop(1)
        stage.lanes.put([_row(4)])
        await asyncio.sleep(0.05)

    stage = _play(scene, takes=0.1)
    assert sorted(stage.cases) == [(1,), (3,)]


def test_stopping_waits_no_longer_than_it_may() -> None:
    async def scene(stage: Stage) -> None:
        stage.lanes.put([_row(1)])
        await asyncio.sleep(0.01)
        await asyncio.wait_for(stage.lanes.stop(0.05), 1)

    assert _play(scene, takes=10).cases == []
