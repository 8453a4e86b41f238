"""A turn asks the database once whether others have gone on with its conversation."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.tracker.store import ConversationStore
from tests.bot.tracker.talks import Make, say, texts

pytestmark = pytest.mark.asyncio


def count_reads(store: ConversationStore) -> list[str]:
    reads: list[str] = []
    sa.event.listen(
        store.engine,
        "before_cursor_execute",
        lambda *given: reads.append(given[2]) if given[2].startswith("SELECT") else None,
    )
    return reads


async def test_a_turn_reads_once(make: Make) -> None:
    store = make()
    await say(store, "x", "satu")
    reads = count_reads(store)
    with store.reading.turn("x"):
        for _ in range(3):
            assert store.slot("x", "a") == "satu"
            assert texts(await store.retrieve("x")) == ["satu"]
    assert len(reads) == 1


async def test_the_next_turn_sees_what_others_did(make: Make) -> None:
    one, other = make(), make()
    await say(one, "x", "satu")
    with one.reading.turn("x"):
        await say(one, "x", "dua")
    await say(other, "x", "tiga")
    with one.reading.turn("x"):
        assert texts(await one.retrieve("x")) == ["satu", "dua", "tiga"]


async def test_what_is_deleted_in_a_turn_is_gone_in_it(make: Make) -> None:
    store = make()
    await say(store, "x", "satu")
    with store.reading.turn("x"):
        await store.retrieve("x")
        await store.delete(["x"])
        assert await store.retrieve("x") is None


async def test_what_broke_off_in_a_turn_is_read_again(make: Make) -> None:
    store = make()
    await say(store, "x", "satu")
    with store.reading.turn("x"):
        tracker = await store.retrieve("x")
        assert tracker is not None
        tracker.events.pop()
        assert texts(await store.retrieve("x")) == ["satu"]


async def test_outside_a_turn_each_read_asks(make: Make) -> None:
    one, other = make(), make()
    await say(one, "x", "satu")
    with one.reading.turn("x"):
        await one.retrieve("x")
    await say(other, "x", "dua")
    assert texts(await one.retrieve("x")) == ["satu", "dua"]
    with one.reading.turn("y"):
        await one.retrieve("x")
        await say(other, "x", "tiga")
        assert texts(await one.retrieve("x")) == ["satu", "dua", "tiga"]


async def test_somebody_new_is_looked_for_once(make: Make) -> None:
    store = make()
    reads = count_reads(store)
    with store.reading.turn("x"):
        for _ in range(3):
            assert await store.retrieve("x") is None
    assert len(reads) == 1


async def test_somebody_new_is_known_once_stored(make: Make) -> None:
    store = make()
    with store.reading.turn("x"):
        assert await store.retrieve("x") is None
        await say(store, "x", "satu")
        # As if many others had spoken since: it is no longer in memory.
        store._live.clear()
        assert texts(await store.retrieve("x")) == ["satu"]
