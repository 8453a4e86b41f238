"""Brings a backup back: all of it or nothing, into SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

from bot.errors import MawasError, MissingError
from bot.keeping import archive
from bot.keeping.archive import Header, Table
from bot.keeping.key_change import begin, finish, mark_of, note
from bot.keeping.sets import SETS, unusable
from bot.keeping.snapshot import CHUNK, columns, values
from bot.keeping.target import Target, target
from bot.pseudonym import SECRET_FILE, kept_key
from bot.settings import Settings

_PLACES = {table.name: (kept, table) for kept in SETS for table in kept.tables}


@dataclass(frozen=True)
class Restored:
    """What is there now.

    Attributes:
        made: when the backup was made, ISO 8601.
        rows: of all tables.
    """

    made: str
    rows: int


def examine(path: Path) -> Restored:
    """Read a backup to its end without restoring it.

    Raises:
        UnreadableError: it is no backup, damaged, or of a later Mawas.
    """
    return _examined(path)[1]


def _examined(path: Path) -> tuple[Header, Restored]:
    header, rows = archive.check(path)
    versions = {kept.name: kept.version for kept in SETS}
    if any(version > versions.get(name, 0) for name, version in header.versions.items()):
        raise archive.newer(path)
    if not rows.keys() <= _PLACES.keys():
        raise archive.newer(path)
    return header, Restored(header.made, sum(rows.values()))


def restore(settings: Settings, path: Path, replace: bool = False) -> Restored:
    """Put the rows of a backup into the database, and the key of pseudonyms into its place.

    Args:
        settings: say where to.
        path: of the backup.
        replace: delete what is there.

    Raises:
        UnreadableError: see `examine`; nothing was changed.
        MissingError: the database cannot be used, or is being used.
        MawasError: there are rows already, or the key is another one; nothing was changed.
    """
    header, found = _examined(path)
    draft: Path | None = None
    try:
        # Of a restore that was killed.
        finish(settings)
        draft = _key(settings, header, replace)
        with target(settings) as place:
            if replace:
                place.clear()
            elif not place.is_empty():
                raise MawasError(
                    "Sudah ada percakapan di sini. Saran: pakai MAWAS_HOME atau basis data lain, atau tambahkan --replace."
                )
            with archive.tables(path) as tables:
                for table in tables:
                    _fill(place, path, table)
            if draft and header.secret:
                note(place, header.secret)
        # The rows are there: from now on the key is needed, whatever happens.
        draft = None
        finish(settings)
    except SQLAlchemyError as error:
        raise unusable(error) from None
    finally:
        if draft:
            draft.unlink(missing_ok=True)
    return found


def _fill(place: Target, path: Path, found: Table) -> None:
    kept, table = _PLACES[found.name]
    if not set(found.columns) <= {column.name for column in columns(table)}:
        raise archive.newer(path)
    rows = (values(table, found.columns, row) for row in found.rows)
    try:
        for part in _parts(rows):
            place.run(kept, table.insert(), part)
    except (IntegrityError, DataError, ValueError, TypeError):
        # Two rows with one key, a text where a day should be: a digest that is right makes no row right.
        raise archive.damaged(path) from None


def _parts(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while part := list(islice(rows, CHUNK)):
        yield part


def _key(settings: Settings, header: Header, replace: bool) -> Path | None:
    """A draft of the key that the backup brings, to be put in its place when the rows are there; None where the right one is there.

    Raises:
        MawasError: the rows would belong to nobody, for the key that would be used is another one.
        MissingError: the key has to be set.
    """
    here = settings.secret or kept_key(settings.home)
    if header.mark is None or (here and mark_of(here) == header.mark):
        return None
    if header.secret is None:
        raise MissingError(
            "Cadangan ini dibuat dengan MAWAS_SECRET yang lain. Saran: isi MAWAS_SECRET dengan kunci yang dipakai saat itu;"
            " tanpa kunci itu percakapan tidak ditemukan lagi."
        )
    if settings.secret:
        raise MissingError(
            "MAWAS_SECRET bukan kunci cadangan ini. Saran: kosongkan MAWAS_SECRET; kunci yang benar ada di dalam cadangan."
        )
    if here and not replace:
        raise MawasError(
            f"{settings.home / SECRET_FILE} bukan kunci cadangan ini. Saran: pakai MAWAS_HOME lain, atau tambahkan --replace."
        )
    return begin(settings.home, header.secret)
