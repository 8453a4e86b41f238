"""Conversations in a database: what is stored is read again, by this process and by others, and deleted is deleted."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from actions.said import SAID
from bot.database import engine_of
from bot.tracker.shorten import MOST_TURNS
from bot.tracker.store import ConversationStore
from tests.bot.tracker.talks import DOMAIN, Make, say, texts

pytestmark = pytest.mark.asyncio


async def test_nobody_is_none(make: Make) -> None:
    assert await make().retrieve("x") is None


async def test_what_was_stored_is_read_by_another_process(make: Make) -> None:
    await say(make(), "x", "satu", "dua")
    found = await make().retrieve("x")
    assert found is not None
    assert texts(found) == ["satu", "dua"]
    assert found.get_slot("a") == "dua"


async def test_two_processes_go_on_with_each_others_turns(make: Make) -> None:
    one, other = make(), make()
    for number in range(3):
        await say(one, "x", f"a{number}")
        await say(other, "x", f"b{number}")
    assert texts(await one.retrieve("x")) == ["a0", "b0", "a1", "b1", "a2", "b2"]


async def test_a_turn_that_broke_off_leaves_nothing(make: Make) -> None:
    store = make()
    await say(store, "x", "satu")
    tracker = await store.retrieve("x")
    assert tracker is not None
    tracker.update(UserUttered("tidak selesai"), DOMAIN)
    assert texts(await store.retrieve("x")) == ["satu"]
    await say(store, "x", "dua")
    assert texts(await make().retrieve("x")) == ["satu", "dua"]


async def test_who_is_idle_leaves_the_memory_of_every_process(make: Make) -> None:
    one, other = make(), make()
    last = (await say(one, "x", "satu")).events[-1].timestamp
    await other.retrieve("x")
    await one.delete(await one.idle_since(last + 1))
    await other.idle_since(last + 1)
    assert other.held("x") is None


async def test_a_conversation_that_left_memory_is_read_again(make: Make) -> None:
    store = make(most_live=2)
    for sender in ("x", "y", "z"):
        await say(store, sender, f"dari {sender}")
    await say(store, "x", "lagi")
    assert texts(await store.retrieve("x")) == ["dari x", "lagi"]


async def test_a_tracker_that_left_memory_meanwhile_is_stored_once(make: Make) -> None:
    store = make(most_live=1)
    await say(store, "x", "satu")
    tracker = await store.retrieve("x")
    assert tracker is not None
    await say(store, "y", "lain")
    tracker.update(UserUttered("dua"), DOMAIN)
    await store.save(tracker)
    assert texts(await make().retrieve("x")) == ["satu", "dua"]


async def test_a_long_conversation_is_stored_short(make: Make, file: Path) -> None:
    store = make()
    said = [f"pesan {number}" for number in range(10 * MOST_TURNS)]
    await say(store, "x", *said)
    for reader in (store, make()):
        found = await reader.retrieve("x")
        assert found is not None
        kept = [row["text"] for row in found.get_slot(SAID)] + texts(found)
        assert kept[-40:] == said[-40:]
    with engine_of(f"sqlite:///{file}").begin() as connection:
        rows = connection.execute(sa.text("SELECT count(*) FROM events")).scalar()
    assert rows is not None
    assert rows < 10 * MOST_TURNS


async def test_deleted_is_deleted_for_all(make: Make, file: Path) -> None:
    one, other = make(), make()
    await say(one, "x", "rahasia-7351")
    await say(one, "y", "tinggal")
    assert texts(await other.retrieve("x")) == ["rahasia-7351"]
    await one.delete(["x"])
    assert await one.retrieve("x") is None
    assert await other.retrieve("x") is None
    assert texts(await other.retrieve("y")) == ["tinggal"]
    with one._reading.begin() as backup:
        backup.execute(sa.text("SELECT * FROM events")).close()
        await say(other, "y", "lagi")
        assert not one.tidy()
    assert one.tidy()
    for each in file.parent.iterdir():
        assert b"rahasia-7351" not in each.read_bytes()


async def test_who_came_back_after_deleting_is_not_mistaken_for_before(make: Make) -> None:
    one, other = make(), make()
    await say(one, "x", "lama")
    assert texts(await other.retrieve("x")) == ["lama"]
    await one.delete(["x"])
    await say(one, "x", "baru")
    assert texts(await other.retrieve("x")) == ["baru"]


async def test_who_is_idle_is_told_by_the_last_event(make: Make) -> None:
    store = make()
    tracker = await say(store, "x", "satu")
    last = tracker.events[-1].timestamp
    assert await store.idle_since(last) == []
    assert await store.idle_since(last + 1) == ["x"]


async def test_a_conversation_that_was_emptied_stores_nothing(make: Make) -> None:
    store = make()
    await store.save(DialogueStateTracker("x", DOMAIN.slots))
    assert await store.retrieve("x") is None


async def test_only_the_owner_may_read_the_file(make: Make, file: Path) -> None:
    await say(make(), "x", "satu")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_database_in_memory_ends_with_the_store() -> None:
    store = ConversationStore(DOMAIN, engine_of("sqlite://"))
    await say(store, "x", "satu", "dua")
    assert texts(await store.retrieve("x")) == ["satu", "dua"]
    assert await ConversationStore(DOMAIN, engine_of("sqlite://")).retrieve("x") is None
