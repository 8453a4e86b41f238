"""`mawas knowledge build`: the store is the old one or the new one, and both are whole."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path

from bot.paths import KNOWLEDGE
from knowledge.build import build, folder_digest
from knowledge.store import Store
from tests.faults.activity import Activity, Found, hidden
from tests.faults.child import Child, command

_OLD = "lama"


class StoreBuild(Activity):
    """The store is built over an old one, every third time where none is."""

    name = "store"

    def __init__(self, folder: Path) -> None:
        """In this folder."""
        self._home, self._log = folder / "home", folder / "log"
        self._file = self._home / "knowledge.db"
        self._home.mkdir(parents=True)
        build(KNOWLEDGE, self._url)
        self._whole = self._file.read_bytes()
        self._digest, self._records = folder_digest(KNOWLEDGE), self._counts()

    def measure(self) -> float:
        """Build it over an old one."""
        self._put_old()
        with self._begun() as child:
            assert child.wait() == 0, child.said()
            return time.monotonic() - child.begun

    def kill_at(self, moment: float, number: int) -> Found:
        """Kill a build; see that what is there can be read; build again."""
        has_old = number % 3 != 2
        if has_old:
            self._put_old()
        else:
            self._file.unlink(missing_ok=True)
        with self._begun() as child:
            child.sleep_until(moment)
            found = Found(child.kill())
        found.left = hidden(self._home)
        digest = self._read_digest()
        if digest not in ({_OLD, self._digest} if has_old else {None, self._digest}):
            found.broken.append(f"digest {digest}")
        if digest is not None and not self._is_whole():
            found.broken.append("store")
        with self._begun() as child:
            found.restarted = child.wait() == 0
        if self._read_digest() != self._digest or not self._is_whole():
            found.broken.append("store after the next build")
        self._tidy()
        return found

    @property
    def _url(self) -> str:
        return f"sqlite:///{self._file}"

    def _begun(self) -> Child:
        return Child(command, [["knowledge", "build"]], self._home, self._log)

    def _put_old(self) -> None:
        self._file.write_bytes(self._whole)
        with contextlib.closing(sqlite3.connect(self._file)) as database, database:
            database.execute("UPDATE knowledge_meta SET value = ? WHERE key = 'digest'", (_OLD,))

    def _read_digest(self) -> str | None:
        store = Store(self._url)
        try:
            return store.digest()
        finally:
            store.close()

    def _is_whole(self) -> bool:
        with contextlib.closing(sqlite3.connect(self._file)) as database:
            sound = database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return sound and self._counts() == self._records

    def _counts(self) -> dict[str, int]:
        with contextlib.closing(sqlite3.connect(self._file)) as database:
            names = [
                name
                for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type='table'")
            ]
            return {
                name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
                for name in names
            }

    def _tidy(self) -> None:
        """What was left behind is an hour old before a build removes it."""
        for path in self._home.glob("knowledge.db.building-*"):
            path.unlink()
