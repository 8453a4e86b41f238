from __future__ import annotations

import asyncio

from bot.reload.current import Current
from tests.bot.reload.fakes import Loaded, said


def test_who_is_being_answered_stays_until_that_is_done_and_others_get_the_new_one() -> None:
    async def run() -> None:
        gate = asyncio.Event()
        old, fresh = Loaded("lama", gate), Loaded("baru")
        current = Current(old)
        first = asyncio.create_task(said(current, "satu"))
        await asyncio.sleep(0)
        swapping = asyncio.create_task(current.swap(fresh))
        await asyncio.sleep(0)
        assert await said(current, "dua", "b") == "baru: dua"
        # The second message of somebody whose first is in hand comes after it, in the same conversation.
        second = asyncio.create_task(said(current, "tiga"))
        await asyncio.sleep(0)
        assert current.hides("a")
        assert not current.hides("b")
        assert not swapping.done()
        gate.set()
        assert [await first, await second] == ["lama: satu", "lama: tiga"]
        assert await swapping is old
        assert await said(current, "empat") == "baru: empat"
        assert old.heard == ["satu", "tiga"]

    asyncio.run(run())


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
