"""What happens to conversations while their database is away."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import OperationalError

from bot.database import engine_of
from bot.opening import opened
from bot.tracker import outage
from bot.tracker.conflict import ConflictError
from bot.tracker.store import ConversationStore
from tests.bot.tracker.talks import DOMAIN, Make, say, texts
from tests.helpers.postgresql import postgresql, standing_still

pytestmark = pytest.mark.asyncio


@pytest.fixture(autouse=True)
def _asks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outage, "_ASK_SECONDS", 0.01)


@pytest.fixture
def server() -> Iterator[str]:
    with postgresql() as url:
        yield url


async def back(store: ConversationStore) -> None:
    """Wait until the store has noticed that its database is there again."""
    while store.outage.is_on:
        await asyncio.sleep(0.01)


def away(monkeypatch: pytest.MonkeyPatch, store: ConversationStore) -> None:
    """The database does not answer."""

    def fails(*_: object, **__: object) -> None:
        raise OperationalError("SELECT rahasia-7351", {}, Exception("rahasia-7351"))

    for engine in (store.engine, store._reading):
        monkeypatch.setattr(engine, "begin", fails)


async def test_while_the_database_is_away_a_conversation_goes_on_and_is_stored_later(
    make: Make, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    store = make()
    await say(store, "x", "satu")
    with monkeypatch.context() as patched:
        away(patched, store)
        await say(store, "x", "dua")
        await say(store, "y", "baru")
        assert texts(await store.retrieve("x")) == ["satu", "dua"]
        assert store.slot("y", "a") == "baru"
        assert await store.retrieve("z") is None
    await back(store)
    assert texts(await make().retrieve("x")) == ["satu"]
    await say(store, "x", "tiga")
    await say(store, "y", "lagi")
    assert texts(await make().retrieve("x")) == ["satu", "dua", "tiga"]
    assert texts(await make().retrieve("y")) == ["baru", "lagi"]
    assert "rahasia-7351" not in caplog.text


async def test_who_begins_anew_while_nothing_can_be_read_loses_nothing_of_it(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    await say(make(), "x", "satu", "dua", "tiga")
    store = make()
    with monkeypatch.context() as patched:
        away(patched, store)
        tracker = await store.get_or_create_tracker("x")
    await back(store)
    tracker.update(UserUttered("tolong"), DOMAIN)
    # What is stored by now is not what this turn began from: it is answered again.
    with pytest.raises(ConflictError):
        await store.save(tracker)
    await say(store, "x", "tolong")
    assert texts(await make().retrieve("x")) == ["satu", "dua", "tiga", "tolong"]


async def test_what_cannot_be_deleted_is_told(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    store = make()
    await say(store, "x", "satu")
    with monkeypatch.context() as patched:
        away(patched, store)
        with pytest.raises(sa.exc.SQLAlchemyError):
            await store.delete(["x"])
        assert store.held("x") is None
    await back(store)
    assert texts(await store.retrieve("x")) == ["satu"]


async def test_an_error_of_the_database_does_not_show_what_was_written(
    make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    store = make()
    with store.engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE events"))
        connection.execute(
            sa.text("CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id TEXT, timestamp FLOAT)")
        )
    tracker = DialogueStateTracker.from_events("x", [UserUttered("rahasia-7351")], DOMAIN.slots)
    with caplog.at_level(logging.DEBUG), pytest.raises(sa.exc.SQLAlchemyError) as caught:
        store._save(tracker, list(tracker.events), None)
    assert "rahasia-7351" not in str(caught.value)
    await store.save(tracker)
    assert "conversation cannot be stored" in caplog.text
    assert "rahasia-7351" not in caplog.text


async def test_a_server_that_stands_still_is_given_up_and_asked_no_more(
    server: str, caplog: pytest.LogCaptureFixture
) -> None:
    store = ConversationStore(DOMAIN, opened(server, "conversations"))
    await say(store, "x", "satu")
    asked: list[str] = []

    def begun(*_: object) -> None:
        asked.append(threading.current_thread().name)

    with standing_still(server):
        assert texts(await store.retrieve("x")) == ["satu"]
        assert store.outage.is_on
        # From now on nobody waits: only the thread that looks asks.
        sa.event.listen(store.engine, "do_connect", begun)
        sa.event.listen(store.engine, "checkout", begun)
        await say(store, "x", "tolong")
        await say(store, "y", "saya juga")
        with pytest.raises(sa.exc.SQLAlchemyError):
            await store.idle_since(0)
        assert set(asked) <= {"db-outage"}
        assert not await store.store_rest()
    await back(store)
    assert await store.store_rest()
    other = ConversationStore(DOMAIN, engine_of(server))
    assert texts(await other.retrieve("x")) == ["satu", "tolong"]
    assert texts(await other.retrieve("y")) == ["saya juga"]
    assert "database is back" in caplog.text
    for each in (store, other):
        each.engine.dispose()


async def test_a_server_that_stands_still_at_the_start_is_told(server: str) -> None:
    with standing_still(server), pytest.raises(sa.exc.OperationalError):
        opened(server, "conversations")


async def test_what_one_conversation_alone_has_is_no_outage(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make()

    def fails(*_: object, **__: object) -> None:
        raise sa.exc.IntegrityError("INSERT", {}, Exception("x"))

    with monkeypatch.context() as patched:
        patched.setattr(store.engine, "begin", fails)
        await say(store, "x", "satu")
    assert not store.outage.is_on
    await say(store, "x", "dua")
    assert texts(await make().retrieve("x")) == ["satu", "dua"]


async def test_a_database_in_memory_is_never_away() -> None:
    store = ConversationStore(DOMAIN, engine_of("sqlite://"))
    with pytest.raises(sa.exc.OperationalError), store.outage.noticed():
        raise OperationalError("SELECT", {}, Exception("x"))
    assert not store.outage.is_on


async def test_a_store_that_is_closed_asks_no_more(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make()
    with monkeypatch.context() as patched:
        away(patched, store)
        await store.retrieve("x")
        store.outage.stop()
        # The database is away still: the thread has ended all the same.
        await back(store)


async def test_a_turn_that_broke_off_does_not_keep_the_rest_from_being_stored(make: Make) -> None:
    store = make()
    tracker = await say(store, "x", "satu")
    tracker.update(UserUttered("tidak selesai"), DOMAIN)
    live = store._live["x"]
    store._live["x"] = replace(live, stored=live.stored - 1)
    assert await store.store_rest()
