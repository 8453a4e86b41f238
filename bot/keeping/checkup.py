"""What `mawas doctor` says of what is kept: database, its versions, Redis, the last backup. No secret is shown, nothing is changed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.damaged import set_aside
from bot.diagnosis import Diagnosis
from bot.keeping.backup import last_backup
from bot.keeping.sets import SETS, TableSet
from bot.migrations import version_of
from bot.settings import Settings

_DAY = 24 * 3600.0
# A backup each night; one that was missed may be made up for.
_OLD_SECONDS = 2 * _DAY
# Tables of a later Mawas cannot even be cleared by an earlier one, so `restore --replace` would not do.
_BACK = "Pasang versi itu, atau kosongkan basis datanya lalu pulihkan cadangan lama (docs/operasi.md, bagian 8)."
# A server that stands nearby answers at once (s).
_PATIENCE = 3


def diagnoses(settings: Settings) -> Iterator[Diagnosis]:
    """Everything that can be told."""
    yield from _database(settings)
    yield from _versions(settings)
    yield from _set_aside(settings)
    yield _redis(settings)
    yield _backup(settings)


def _database(settings: Settings) -> Iterator[Diagnosis]:
    """A server, if there is one: a file needs none."""
    url = make_url(settings.db_url)
    if url.get_backend_name() == "sqlite":
        return
    about = "Server basis data"
    try:
        engine = _looking_at(settings.db_url)
        with engine.connect() as connection:
            begun = time.perf_counter()
            connection.execute(sa.text("SELECT 1"))
            milliseconds = (time.perf_counter() - begun) * 1000
            version = ".".join(map(str, connection.dialect.server_version_info or ()))
    except (SQLAlchemyError, ImportError) as error:
        yield Diagnosis(
            about,
            f"{url.get_backend_name()} tidak menjawab ({type(error).__name__})",
            "Hidupkan servernya, dan periksa nama, kata sandi, dan alamat di MAWAS_DB_URL.",
        )
        return
    yield Diagnosis(
        about, f"{url.get_backend_name()} {version}, menjawab dalam {milliseconds:.0f} ms"
    )


def _versions(settings: Settings) -> Iterator[Diagnosis]:
    about = "Bentuk basis data"
    known, late, newer = [], [], []
    for kept in SETS:
        version = _version(kept, settings)
        if version is None:
            continue
        known.append(f"{kept.name} {version}")
        if int(version) < kept.version:
            late.append(kept.name)
        elif int(version) > kept.version:
            newer.append(kept.name)
    state = ", ".join(known) or "belum ada; dibuat saat pertama kali dipakai"
    if newer:
        advice = f"Dibuat Mawas yang lebih baru: {', '.join(newer)}. {_BACK}"
        yield Diagnosis(about, state, advice)
    elif late:
        # Nothing to mend: it happens by itself.
        yield Diagnosis(about, f"{state}; diperbarui saat mulai: {', '.join(late)}")
    else:
        yield Diagnosis(about, state)


def _version(kept: TableSet, settings: Settings) -> str | None:
    """Version of a set's tables; None where there are none, or the database does not answer."""
    url = make_url(kept.url(settings))
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return None
    try:
        return version_of(_looking_at(kept.url(settings)), kept.name)
    except (SQLAlchemyError, ImportError):
        return None


def _set_aside(settings: Settings) -> Iterator[Diagnosis]:
    files = [path.name for path in set_aside(settings.home)]
    if files:
        yield Diagnosis(
            "Basis data yang rusak",
            f"disisihkan: {', '.join(files)}",
            "Kembalikan cadangan dengan ./mawas restore bila ada, lalu hapus berkas itu: masih ada pesan orang di dalamnya.",
        )


def _redis(settings: Settings) -> Diagnosis:
    about = "Redis"
    if not settings.redis_url:
        return Diagnosis(
            about, "tidak dipakai (perlu hanya bila beberapa proses menjawab percakapan yang sama)"
        )
    from redis import Redis
    from redis.exceptions import RedisError

    try:
        server = Redis.from_url(
            settings.redis_url, socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE
        )
        begun = time.perf_counter()
        server.ping()
        milliseconds = (time.perf_counter() - begun) * 1000
        server.close()
    except (RedisError, OSError, ValueError) as error:
        return Diagnosis(
            about,
            f"tidak menjawab ({type(error).__name__}); Mawas menjawab tanpa Redis, giliran hanya dijaga di tiap proses",
            "Hidupkan Redis, dan periksa MAWAS_REDIS_URL.",
        )
    state = f"menjawab dalam {milliseconds:.0f} ms"
    if make_url(settings.db_url).get_backend_name() == "sqlite":
        return Diagnosis(
            about,
            f"{state}, tetapi percakapan di SQLite",
            "Beberapa komputer tidak bisa berbagi SQLite: isi MAWAS_DB_URL dengan PostgreSQL, atau kosongkan MAWAS_REDIS_URL.",
        )
    return Diagnosis(about, state)


def _backup(settings: Settings) -> Diagnosis:
    about = "Cadangan"
    last = last_backup(settings.home)
    if last is None:
        if not any(_version(kept, settings) for kept in SETS):
            return Diagnosis(about, "belum ada, dan belum ada yang perlu disimpan")
        # Who only tries it out on a laptop needs none.
        return Diagnosis(about, "belum pernah dibuat; caranya: ./mawas backup FOLDER")
    at, file = last
    # A clock that was set back makes none from tomorrow.
    days = max(0.0, time.time() - at) / _DAY
    state = f"{days * 24:.0f} jam lalu" if days < 2 else f"{days:.0f} hari lalu"
    if not Path(file).exists():
        # Kept elsewhere, as it should be.
        state += ", sudah dipindahkan"
    old = days * _DAY > _OLD_SECONDS
    return Diagnosis(
        about,
        state,
        "Buat lagi dengan ./mawas backup FOLDER, dan periksa mawas-backup.timer." if old else "",
    )


def _looking_at(url: str) -> Engine:
    """An engine that keeps nothing open and waits for nobody for long."""
    known = make_url(url)
    server = known.get_backend_name() == "postgresql"
    return sa.create_engine(
        url,
        future=True,
        hide_parameters=True,
        poolclass=sa.pool.NullPool,
        connect_args={"connect_timeout": _PATIENCE} if server else {},
    )
