"""What `mawas doctor` says of the Telegram bot: read from settings and files, nothing is asked over the network."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import sqlalchemy as sa
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.telegram.database import telegram_url
from bot.channels.telegram.tables import WAITING
from bot.channels.telegram.voice import transcriber
from bot.diagnosis import Diagnosis
from bot.errors import MissingError
from bot.settings import Settings
from bot.telegram_settings import LISTEN, TelegramSettings

_GUIDE = "docs/telegram.id.md"
_TOKEN = re.compile(r"\d{6,}:[\w-]{30,}", re.ASCII)
# To which Telegram delivers.
_PORTS = (443, 80, 88, 8443)
# A running bot answers within seconds; what waits for longer waits for a bot that does not run.
_LATE_SECONDS = 600.0
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_BUSY_SECONDS = 5


def diagnoses(settings: Settings) -> Iterator[Diagnosis]:
    """Everything that can be told of the bot on this computer. Nothing is changed."""
    yield _token(settings.telegram)
    yield _webhook(settings.telegram)
    yield _voice(settings.telegram)
    yield _store(settings)


def _token(telegram: TelegramSettings) -> Diagnosis:
    about = "Telegram: token"
    if telegram.token is None:
        # Who uses the terminal only needs none.
        return Diagnosis(about, f"belum ada (perlu hanya untuk bot Telegram: {_GUIDE})")
    if not _TOKEN.fullmatch(telegram.token):
        return Diagnosis(
            about, "bentuknya salah", "Salin lagi MAWAS_TELEGRAM_TOKEN seluruhnya dari BotFather."
        )
    return Diagnosis(about, "ada (belum ditanyakan ke Telegram)")


def _webhook(telegram: TelegramSettings) -> Diagnosis:
    about = "Telegram: cara menerima pesan"
    if telegram.webhook_url is None:
        if telegram.webhook_secret is None and telegram.webhook_listen == LISTEN:
            return Diagnosis(about, "bot menjemput pesan sendiri")
        return Diagnosis(
            about,
            "bot menjemput pesan sendiri; pengaturan webhook yang lain tidak dipakai",
            "Isi MAWAS_WEBHOOK_URL, atau kosongkan MAWAS_WEBHOOK_SECRET dan MAWAS_WEBHOOK_LISTEN.",
        )
    address = urlsplit(telegram.webhook_url)
    if address.scheme != "https" or (address.port or _PORTS[0]) not in _PORTS:
        ports = ", ".join(map(str, sorted(_PORTS)))
        return Diagnosis(
            about,
            f"webhook {telegram.webhook_url}",
            f"Telegram tidak mengirim ke alamat itu. MAWAS_WEBHOOK_URL harus https dengan port {ports}.",
        )
    host, port = telegram.webhook_listen
    return Diagnosis(about, f"webhook {telegram.webhook_url}, diterima di {host}:{port}")


def _voice(telegram: TelegramSettings) -> Diagnosis:
    about = "Telegram: pesan suara"
    folder = telegram.voice_model
    if folder is None:
        return Diagnosis(about, "tidak dipakai")
    try:
        transcriber(folder)
    except MissingError as error:
        state, _, advice = str(error).partition(" Saran: ")
        return Diagnosis(about, state.rstrip("."), advice[:1].upper() + advice[1:])
    closed = [file.name for file in folder.iterdir() if not os.access(file, os.R_OK)]
    if closed:
        return Diagnosis(
            about,
            f"{', '.join(sorted(closed))} di {folder} tidak bisa dibaca",
            "Perbaiki izin berkas itu.",
        )
    return Diagnosis(about, f"model ada di {folder}")


def _store(settings: Settings) -> Diagnosis:
    about = "Telegram: pesan yang menunggu"
    url = make_url(telegram_url(settings))
    file = Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
    if file is not None and not file.exists():
        return Diagnosis(
            about, f"belum ada catatan; {file.name} dibuat saat bot pertama kali jalan"
        )
    try:
        count, oldest = _waiting(url)
    except (SQLAlchemyError, ImportError) as error:
        return Diagnosis(
            about,
            f"{file or 'basis data'} tidak bisa dipakai ({type(error).__name__})",
            "Periksa izin dan isi berkas itu." if file else "Periksa MAWAS_DB_URL.",
        )
    if not count:
        return Diagnosis(about, "tidak ada")
    age = time.time() - oldest
    state = f"{count}, yang tertua {_age(age)}"
    late = "Jalankan ./mawas telegram: pesan itu dijawab begitu bot jalan."
    return Diagnosis(about, state, late if age > _LATE_SECONDS else "")


def _waiting(url: sa.engine.URL) -> tuple[int, float]:
    """How many updates wait, and since when the oldest does (`time.time`); that they can be written is tried and taken back.

    Raises:
        SQLAlchemyError: they cannot be read or written.
        ImportError: the driver of the database is missing.
    """
    if url.get_backend_name() == "sqlite":
        # A file that is gone meanwhile is not made anew.
        url = url.set(database=f"file:{url.database}").update_query_dict(
            {"mode": "rw", "uri": "true", "timeout": str(_BUSY_SECONDS)}
        )
    engine = sa.create_engine(url, future=True, poolclass=sa.pool.NullPool)
    with engine.connect() as connection:
        return _counted(connection)


def _counted(connection: Connection) -> tuple[int, float]:
    if not sa.inspect(connection).has_table(WAITING.name):
        return 0, 0.0
    connection.execute(WAITING.update().where(sa.false()).values(tries=0)).close()
    found = connection.execute(sa.select(sa.func.count(), sa.func.min(WAITING.c.received))).one()
    connection.rollback()
    return int(found[0]), float(found[1] or 0.0)


def _age(seconds: float) -> str:
    if seconds < _HOUR:
        return f"{max(0, int(seconds // _MINUTE))} menit"
    return f"{int(seconds // _HOUR)} jam" if seconds < 2 * _DAY else f"{int(seconds // _DAY)} hari"
