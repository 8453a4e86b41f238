from __future__ import annotations

import asyncio

import pytest

from bot.reload import current as module
from bot.reload.current import Current
from tests.bot.reload.fakes import Loaded, said


def test_what_is_in_hand_ends_with_the_old_one_and_the_next_message_gets_the_new_one() -> None:
    async def run() -> None:
        gate = asyncio.Event()
        old, fresh = Loaded("lama", gate), Loaded("baru")
        current = Current(old)
        first = asyncio.create_task(said(current, "satu"))
        await asyncio.sleep(0)
        swapping = asyncio.create_task(current.swap(fresh))
        await asyncio.sleep(0)
        assert await said(current, "dua", "b") == "baru: dua"
        # Somebody whose calls overlap all the time does not hold the old one either.
        assert await said(current, "tiga") == "baru: tiga"
        assert not current.hides("a")
        assert not swapping.done()
        gate.set()
        assert await first == "lama: satu"
        assert await swapping is old
        assert old.heard == ["satu"]

    asyncio.run(run())


def test_turns_that_do_not_end_hold_nothing_up_for_ever(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "_MOST_SECONDS", 0.0)

    async def run() -> None:
        old = Loaded("lama", asyncio.Event())
        current = Current(old)
        first = asyncio.create_task(said(current, "rahasia-7351"))
        await asyncio.sleep(0)
        assert await current.swap(Loaded("baru")) is old
        first.cancel()

    asyncio.run(run())
    assert "1 turns of the conversation before have not ended" in caplog.text
    assert "rahasia-7351" not in caplog.text


@pytest.mark.parametrize(
    ("answers", "most", "is_lost"),
    [([True, False, True], 30.0, False), ([True, False, False], 0.0, True)],
)
def test_what_the_last_turns_left_is_stored_or_told(
    answers: list[bool],
    most: float,
    is_lost: bool,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(module, "_MOST_SECONDS", most)
    monkeypatch.setattr(module, "_STORE_SECONDS", 0.0)
    old = Loaded("lama")

    async def hand_over() -> bool:
        return answers.pop(0)

    monkeypatch.setattr(old, "hand_over", hand_over)
    assert asyncio.run(Current(old).swap(Loaded("baru"))) is old
    assert ("is lost" in caplog.text) == is_lost


def test_everything_else_goes_to_the_new_one_too() -> None:
    async def run() -> None:
        current = Current(Loaded("lama"))
        seen: list[str] = []
        current.watch = lambda incoming, turn: seen.append(incoming.text)
        fresh = Loaded("baru", in_memory=3)
        await current.swap(fresh)
        await said(current, "satu")
        await current.forget("a")
        await current.tidy()
        assert seen == ["satu"]
        assert current.watch is fresh.watch
        assert current.in_memory == 3
        assert await current.ranking("x") == [("baru", 1.0)]
        assert await current.remembered("a") == 1
        assert await current.forget_idle(1) == 1
        assert current.apology("a").text == "baru"

    asyncio.run(run())


def test_one_that_remembers_what_it_cannot_store_stays() -> None:
    async def run() -> None:
        current = Current(Loaded("lama", is_stored=False))
        assert await current.swap(Loaded("baru")) is None
        assert await said(current, "satu") == "lama: satu"

    asyncio.run(run())
