"""Erased texts leave the log of the database too, also when somebody was reading just then."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot import database
from bot.demo.sessions.model import SessionNotebook
from bot.demo.sessions.store import SessionStore
from bot.settings import Settings
from tests.bot.demo.sessions.made import ABOUT, act

SECRET = "rahasia yang dihapus"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0)


@contextmanager
def reading(home: Path) -> Iterator[None]:
    """Somebody, such as a backup, who reads and does not end."""
    other = sqlite3.connect(home / "sessions.db", isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM demo_sessions").fetchone()
    yield
    other.close()


def left(home: Path) -> bool:
    return SECRET.encode() in b"".join(path.read_bytes() for path in home.iterdir())


@pytest.mark.parametrize("then", ["write", "close"])
def test_what_could_not_be_erased_at_once_is_erased_later(
    hall: Settings, home: Path, then: str
) -> None:
    store = SessionStore(hall)
    gone, kept = store.begin({**ABOUT, "place": SECRET}), store.begin(ABOUT)
    with reading(home):
        store.delete(gone)
        # Still somebody reads: a key press is kept all the same.
        store.append(kept, act(SessionNotebook()))
        assert left(home)
    finish: dict[str, Callable[[], None]] = {
        "write": lambda: store.append(kept, act(SessionNotebook())),
        # Somebody who is connected keeps the last one from emptying the log by closing.
        "close": store.close,
    }
    other = sqlite3.connect(home / "sessions.db")
    other.execute("SELECT count(*) FROM demo_sessions").fetchone()
    finish[then]()
    assert not left(home)
    assert [session.id for session in SessionStore(hall).sessions()] == [kept]
    other.close()
