"""What happens to conversations while their database is away."""

from __future__ import annotations

import logging

import pytest
import sqlalchemy as sa
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import OperationalError

from bot.tracker.conflict import ConflictError
from bot.tracker.store import ConversationStore
from tests.bot.tracker.talks import DOMAIN, Make, say, texts

pytestmark = pytest.mark.asyncio


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
