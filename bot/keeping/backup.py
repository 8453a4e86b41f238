"""Writes a backup: whole or not at all, readable for its owner only."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.errors import MawasError, MissingError
from bot.keeping.archive import Header, Writer
from bot.keeping.key_change import finish, mark_of
from bot.keeping.sets import SETS, unusable
from bot.keeping.snapshot import columns, rows, snapshot
from bot.pseudonym import kept_key
from bot.settings import Settings
from knowledge.whole_file import whole, write_whole

SUFFIX = ".jsonl.gz"
# Beside it in MAWAS_HOME: when the last backup was made, for `mawas doctor`.
NOTE = "backup.json"
_PREFIX = "mawas-"


@dataclass(frozen=True)
class Written:
    """A backup.

    Attributes:
        file: where it is.
        rows: of all tables.
        size: bytes.
        has_secret: it holds the key of pseudonyms.
        dropped: older backups that were deleted.
    """

    file: Path
    rows: int
    size: int
    has_secret: bool
    dropped: int = 0


def back_up(settings: Settings, target: Path, keep: int | None = None) -> Written:
    """Write everything that is kept into a file.

    Args:
        settings: say where everything is.
        target: a file that does not exist yet, or a folder, in which the file gets a name with the time.
        keep: so many of the backups in the folder stay.

    Raises:
        MawasError: the file exists.
        MissingError: a database or the folder cannot be used.
    """
    if target.exists() and not target.is_dir():
        raise MawasError(f"{target} sudah ada. Saran: pilih nama lain, atau sebut foldernya saja.")
    now = datetime.now(timezone.utc).astimezone()
    in_folder = target.is_dir()
    file = target / f"{_PREFIX}{now:%Y%m%d-%H%M%S}{SUFFIX}" if in_folder else target
    try:
        # Of a restore that was killed.
        finish(settings)
    except SQLAlchemyError as error:
        raise unusable(error) from None
    key = kept_key(settings.home)
    secret = None if settings.secret else key
    used = settings.secret or key
    versions = {kept.name: kept.version for kept in SETS}
    header = Header(now.isoformat(timespec="seconds"), versions, secret, mark_of(used))
    try:
        with whole(file, 0o600) as out, snapshot(settings) as sets:
            writer = Writer(out, header)
            for kept, connection in sets:
                for table in kept.tables:
                    names = [column.name for column in columns(table)]
                    writer.table(table.name, names, rows(connection, table))
            writer.finish()
    except SQLAlchemyError as error:
        raise unusable(error) from None
    except OSError as error:
        raise MissingError(
            f"{file} tidak bisa ditulis ({type(error).__name__}). Saran: periksa folder, izin, dan ruang disk."
        ) from error
    _note(settings.home, file, now.timestamp())
    dropped = _drop(target, keep) if in_folder and keep else 0
    count = sum(writer.rows.values())
    return Written(file, count, file.stat().st_size, secret is not None, dropped)


def last_backup(home: Path) -> tuple[float, str] | None:
    """When the last backup was made (seconds of the clock) and where; None where none is known."""
    try:
        note = json.loads((home / NOTE).read_text(encoding="utf-8"))
        return float(note["at"]), str(note["file"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _note(home: Path, file: Path, at: float) -> None:
    home.mkdir(parents=True, exist_ok=True)
    write_whole(home / NOTE, json.dumps({"at": at, "file": str(file.absolute())}).encode())


def _drop(folder: Path, keep: int) -> int:
    """Delete all but the latest backups; their names sort by time."""
    old = sorted(folder.glob(f"{_PREFIX}*{SUFFIX}"))[:-keep]
    for file in old:
        file.unlink()
    return len(old)
