"""A damaged SQLite file is set aside, never deleted: the program goes on with an empty one, and says so."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from bot.file_lock import held
from bot.saying import say
from knowledge.store import sqlite_file

# Behind the name of a file that was set aside, before the time.
MARK = ".rusak-"
_LOCK = "damaged.lock"
# What SQLite keeps beside a file.
_BESIDE = ("", "-wal", "-shm")
_TOLD = """\
mawas: {file} rusak. Isinya disisihkan ke {aside}, tidak ada yang dihapus. Mawas mulai lagi dengan yang kosong.
Saran: kembalikan cadangan dengan ./mawas restore bila ada, lalu hapus {aside}: masih ada pesan orang di dalamnya."""


def set_aside_if_damaged(url: str) -> None:
    """Put the file of a SQLite database out of the way when it is damaged; nothing happens to any other.

    Args:
        url: of the database, which nobody of this process has open.

    Raises:
        OSError: it is damaged and cannot be moved.
    """
    file = sqlite_file(url)
    if file is None or not _is_damaged(file):
        return
    with held(file.with_name(_LOCK), lambda: None):
        # Another program may have done it meanwhile.
        if not _is_damaged(file):
            return
        aside = f"{file.name}{MARK}{datetime.now().astimezone():%Y%m%d-%H%M%S}"
        for ending in _BESIDE:
            with contextlib.suppress(FileNotFoundError):
                file.with_name(file.name + ending).rename(file.with_name(aside + ending))
    say(_TOLD.format(file=file, aside=aside))


def set_aside(home: Path) -> Iterator[Path]:
    """The files that were set aside in a data folder."""
    found = sorted(home.glob(f"*{MARK}*"))
    return (path for path in found if not path.name.endswith(_BESIDE[1:]))


def delete_set_aside(home: Path, before: float) -> int:
    """Delete what was set aside in a data folder and has not been written to since a time (seconds of the clock), and count it.

    Raises:
        OSError: a file cannot be deleted.
    """
    old = [path for path in set_aside(home) if path.stat().st_mtime < before]
    for path in old:
        for ending in reversed(_BESIDE):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    return len(old)


def _is_damaged(file: Path) -> bool:
    # An empty one is as good as none.
    if not file.is_file() or not file.stat().st_size:
        return False
    try:
        with closing(sqlite3.connect(file)) as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError:
        # Locked, or not to be read: whoever opens it says so.
        return False
    except sqlite3.DatabaseError:
        return True
    return bool(found[0] != "ok")
