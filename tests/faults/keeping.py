"""`mawas backup` and `mawas restore`: no file that pretends to be a whole backup; the old state or the new one."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

from bot.channels.telegram.tables import ANSWERED
from bot.database import engine_of
from bot.errors import UnreadableError
from bot.keeping.backup import back_up, last_backup
from bot.keeping.key_change import finish
from bot.keeping.restore import examine
from bot.keeping.sets import TELEGRAM
from bot.pseudonym import kept_key
from bot.settings import Settings
from tests.bot.keeping.rows import all_rows, filled
from tests.faults.activity import Activity, Found, hidden
from tests.faults.child import Child, command

# Enough that the work takes a while.
_ROWS = 30_000
_KEPT = ("conversations.db", "telegram.db", "sessions.db", "secret")


def _settings(home: Path) -> Settings:
    return Settings.from_environment({"MAWAS_HOME": str(home)})


def _home(home: Path, rows: int) -> Settings:
    """A data folder of somebody who runs a bot, with so many rows more."""
    home.mkdir(parents=True)
    settings = filled(_settings(home))
    engine = engine_of(TELEGRAM.url(settings))
    with engine.begin() as connection:
        values = [{"bot": 2, "update_id": number, "at": 1.0} for number in range(rows)]
        connection.execute(ANSWERED.insert(), values)
    engine.dispose()
    return settings


class Backup(Activity):
    """A folder of backups of which the latest three stay."""

    name = "backup"

    def __init__(self, folder: Path) -> None:
        """In this folder."""
        self._settings = _home(folder / "home", _ROWS)
        self._backups, self._log = folder / "cadangan", folder / "log"
        self._backups.mkdir()

    def measure(self) -> float:
        """Make one."""
        with self._begun() as child:
            assert child.wait() == 0, child.said()
            length = time.monotonic() - child.begun
        self._rows = examine(next(self._backups.glob("mawas-*"))).rows
        return length

    def kill_at(self, moment: float, number: int) -> Found:
        """Kill one, look at all that are there, make another one."""
        before = set(self._named())
        with self._begun() as child:
            child.sleep_until(moment)
            found = Found(child.kill())
        found.left = hidden(self._backups, self._settings.home)
        self._look(found)
        noted = last_backup(self._settings.home)
        if noted and Path(noted[1]).name not in {*before, *self._named()}:
            found.broken.append("note of a backup that is none")
        with self._begun() as child:
            found.restarted = child.wait() == 0
        self._look(found)
        for left in self._backups.glob(".*"):
            left.unlink()
        return found

    def _begun(self) -> Child:
        words = ["backup", "--keep", "3", str(self._backups)]
        return Child(command, [words], self._settings.home, self._log)

    def _named(self) -> list[str]:
        return [file.name for file in self._backups.glob("mawas-*")]

    def _look(self, found: Found) -> None:
        for name in self._named():
            try:
                if examine(self._backups / name).rows != self._rows:
                    found.lost.append(f"rows in {name}")
            except UnreadableError:
                found.broken.append(name)


class Restore(Activity):
    """A backup of one bot is restored over the rows of another; every second time where nothing is."""

    name = "restore"

    def __init__(self, folder: Path) -> None:
        """In this folder."""
        self._log, self._file = folder / "log", folder / "c.jsonl.gz"
        source = _home(folder / "lain", _ROWS // 3)
        back_up(source, self._file)
        self._new = _state(source)
        old = _home(folder / "lama", 10)
        self._old, self._old_home = _state(old), old.home
        self._home = folder / "home"

    def measure(self) -> float:
        """Restore over other rows."""
        self._put(has_old=True)
        with self._begun() as child:
            assert child.wait() == 0, child.said()
            return time.monotonic() - child.begun

    def kill_at(self, moment: float, number: int) -> Found:
        """Kill it, compare with both states, restore again."""
        has_old = number % 2 == 0
        self._put(has_old)
        with self._begun() as child:
            child.sleep_until(moment)
            found = Found(child.kill())
        found.left = hidden(self._home)
        # As every start does.
        finish(_settings(self._home))
        state = _state(_settings(self._home))
        if state not in (self._old if has_old else ({}, None), self._new):
            found.broken.append("neither the old rows nor the new ones with their key")
        with self._begun() as child:
            found.restarted = child.wait() == 0
        if _state(_settings(self._home)) != self._new:
            found.lost.append("rows after the next restore")
        return found

    def _put(self, has_old: bool) -> None:
        shutil.rmtree(self._home, ignore_errors=True)
        self._home.mkdir()
        for name in _KEPT if has_old else ():
            shutil.copyfile(self._old_home / name, self._home / name)

    def _begun(self) -> Child:
        words = ["restore", "--replace", "--yes", str(self._file)]
        return Child(command, [words], self._home, self._log)


def _state(settings: Settings) -> tuple[dict[str, list[Any]], str | None]:
    """Rows of the tables that have some, and the key of pseudonyms."""
    rows = {name: found for name, found in all_rows(settings).items() if found}
    return rows, kept_key(settings.home)
