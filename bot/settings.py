"""All settings, read from the environment once. Nothing else reads the environment."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bot.addresses import LOOPBACK, host_of
from bot.bundle.place import default_home
from bot.errors import SettingsError
from bot.serve_settings import ServeSettings
from bot.setting_files import with_files
from bot.telegram_settings import TelegramSettings

# Name, default, meaning: README's table of settings is checked against this.
SETTINGS = (
    ("MAWAS_HOME", "folder data pengguna", "folder untuk model, basis pengetahuan, dan keadaan"),
    ("MAWAS_DB_URL", "SQLite di MAWAS_HOME", "alamat basis data (URL SQLAlchemy)"),
    (
        "MAWAS_REDIS_URL",
        "tidak ada",
        "alamat Redis; perlu bila beberapa proses menjawab percakapan yang sama",
    ),
    ("MAWAS_LOG", "WARNING", "tingkat catatan: DEBUG, INFO, WARNING, ERROR"),
    (
        "MAWAS_RETENTION_DAYS",
        "7",
        "hari percakapan Telegram atau mawas serve yang tidak dilanjutkan masih diingat; 0: satu jam",
    ),
    (
        "MAWAS_QUESTIONS",
        "ya",
        "simpan pertanyaan yang belum terjawab di pertemuan, tersamar: ya atau tidak",
    ),
    ("MAWAS_BOT_LINK", "tidak ada", "alamat bot untuk kartu hasil, misalnya https://t.me/nama_bot"),
    ("MAWAS_SECRET", "dibuat sendiri", "kunci rahasia untuk menyamarkan nomor obrolan"),
    ("MAWAS_TELEGRAM_TOKEN", "tidak ada", "token bot dari BotFather"),
    ("MAWAS_TELEGRAM_API", "https://api.telegram.org", "alamat Bot API"),
    ("MAWAS_WEBHOOK_URL", "tidak ada", "alamat https umum; tanpa ini bot menjemput pesan sendiri"),
    ("MAWAS_WEBHOOK_SECRET", "dari MAWAS_SECRET", "kata rahasia yang dikirim Telegram"),
    ("MAWAS_WEBHOOK_LISTEN", "127.0.0.1:8080", "alamat dan port tempat webhook mendengarkan"),
    ("MAWAS_HEALTH_LISTEN", "127.0.0.1", "alamat tempat --health-port mendengarkan"),
    ("MAWAS_SERVE_LISTEN", "127.0.0.1:5005", "alamat dan port tempat mawas serve mendengarkan"),
    (
        "MAWAS_API_TOKEN",
        "tidak ada",
        "kata rahasia untuk alamat Rasa tentang model dan percakapan di mawas serve",
    ),
    ("MAWAS_VOICE_MODEL", "tidak ada", "folder model suara untuk pesan suara di Telegram"),
)
# Short enough for one line of a card.
_LINK = re.compile(r"https://[\w.-]+(?:/[\w./?=&%+-]*)?", re.ASCII)
_LONGEST_LINK = 50
_SHORTEST_SECRET = 16
RETENTION_DAYS, _MOST_DAYS = 7, 365
_DAY, _HOUR = 24 * 3600.0, 3600.0
_YES_NO = {"ya": True, "tidak": False}
_REDIS = ("redis://", "rediss://", "unix://")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True)
class Settings:
    """Settings of one run.

    Attributes:
        home: data folder; made when first needed.
        db_url: SQLAlchemy URL of the knowledge store.
        log_level: level of the standard library's logging.
        plain: no colours, by the convention of no-color.org.
        bot_link: where the bot is found, for cards that are forwarded.
        retention_days: so many days a conversation of a bot is remembered that nobody goes on with; 0 for an hour.
        keeps_questions: questions that were not answered in a hall are kept, masked.
        redis_url: of the Redis that several processes share; None where there is one process.
        secret: key that turns chat ids into pseudonyms; None for one that is made and kept in `home`.
        health_listen: address on which `--health-port` is.
        telegram: what the Telegram bot needs.
        serve: what `mawas serve` needs.
    """

    home: Path
    db_url: str
    log_level: int
    plain: bool = False
    bot_link: str | None = None
    retention_days: int = RETENTION_DAYS
    keeps_questions: bool = True
    redis_url: str | None = field(default=None, repr=False)
    secret: str | None = field(default=None, repr=False)
    health_listen: str = LOOPBACK
    telegram: TelegramSettings = field(default_factory=TelegramSettings)
    serve: ServeSettings = field(default_factory=ServeSettings)

    @property
    def screening(self) -> Path:
        """Folder of what screens offers."""
        return self.home / "screening"

    @property
    def cards(self) -> Path:
        """Folder of the cards that were saved in the terminal chat."""
        return self.home / "kartu"

    @property
    def models(self) -> Path:
        """Folder of the trained model and its fingerprint."""
        return self.home / "models"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings.

        Raises:
            SettingsError: a value cannot be used; the message says which and what is allowed.
        """
        environment = os.environ if environment is None else environment
        environment = with_files(environment, (name for name, _, _ in SETTINGS))
        home = Path(environment.get("MAWAS_HOME") or default_home()).expanduser().absolute()
        if home.exists() and not home.is_dir():
            raise SettingsError(f"MAWAS_HOME={home} bukan folder. Saran: pilih nama folder lain.")
        level = (environment.get("MAWAS_LOG") or "WARNING").upper()
        if level not in LOG_LEVELS:
            raise SettingsError(
                f"MAWAS_LOG={level} tidak dikenal. Saran: pakai salah satu dari {', '.join(LOG_LEVELS)}."
            )
        link = bot_link("MAWAS_BOT_LINK", environment.get("MAWAS_BOT_LINK"))
        secret = environment.get("MAWAS_SECRET") or None
        if secret and len(secret) < _SHORTEST_SECRET:
            raise SettingsError(
                f"MAWAS_SECRET terlalu pendek. Saran: paling sedikit {_SHORTEST_SECRET} huruf acak, atau kosongkan."
            )
        db_url = _db_url(environment.get("MAWAS_DB_URL")) or f"sqlite:///{home / 'knowledge.db'}"
        return cls(
            home=home,
            db_url=db_url,
            log_level=getattr(logging, level),
            plain=bool(environment.get("NO_COLOR")),
            bot_link=link,
            retention_days=_days(environment.get("MAWAS_RETENTION_DAYS")),
            keeps_questions=_yes_no("MAWAS_QUESTIONS", environment.get("MAWAS_QUESTIONS")),
            redis_url=_redis_url(environment.get("MAWAS_REDIS_URL")),
            secret=secret,
            health_listen=host_of("MAWAS_HEALTH_LISTEN", environment.get("MAWAS_HEALTH_LISTEN")),
            telegram=TelegramSettings.from_environment(environment),
            serve=ServeSettings.from_environment(environment),
        )


def remembered_seconds(days: int) -> float:
    """How long a conversation is remembered that nobody goes on with (s); without a day it is an hour."""
    return days * _DAY or _HOUR


def _days(value: str | None) -> int:
    """Days of MAWAS_RETENTION_DAYS."""
    value = (value or "").strip() or str(RETENTION_DAYS)
    if not (value.isascii() and value.isdecimal()) or int(value) > _MOST_DAYS:
        raise SettingsError(
            f"MAWAS_RETENTION_DAYS={value} tidak bisa dipakai. Saran: 0 sampai {_MOST_DAYS} hari."
        )
    return int(value)


def _yes_no(name: str, value: str | None) -> bool:
    """Of a setting that is yes unless somebody says no."""
    said = (value or "").strip().casefold() or "ya"
    if said not in _YES_NO:
        raise SettingsError(f"{name}={value} tidak dikenal. Saran: tulis ya atau tidak.")
    return _YES_NO[said]


def _redis_url(value: str | None) -> str | None:
    """The URL of MAWAS_REDIS_URL; an error does not quote it, for it may hold a password."""
    value = (value or "").strip() or None
    if value and not (value.startswith(_REDIS) and _has_good_port(value)):
        raise SettingsError(
            f"MAWAS_REDIS_URL tidak bisa dipakai. Saran: alamat yang mulai dengan {' atau '.join(_REDIS)},"
            " misalnya redis://127.0.0.1:6379/0."
            " Tanda / # ? @ dalam kata sandi ditulis %2F %23 %3F %40."
        )
    return value


def _has_good_port(url: str) -> bool:
    """A password with a mark that ends it makes a port of its rest."""
    try:
        urlsplit(url).port  # noqa: B018
    except ValueError:
        return False
    return True


def _db_url(value: str | None) -> str | None:
    """The URL of MAWAS_DB_URL; an error does not quote it, for it may hold a password."""
    if not value:
        return None
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        make_url(value)
    except (ArgumentError, ValueError):
        raise SettingsError(
            "MAWAS_DB_URL tidak bisa dipakai. Saran: URL SQLAlchemy, misalnya postgresql://nama:sandi@127.0.0.1/mawas."
            " Tanda / # ? @ dalam kata sandi ditulis %2F %23 %3F %40."
        ) from None
    return value


def bot_link(name: str, link: str | None) -> str | None:
    """The address of the bot; None where none was given.

    Args:
        name: of the setting or option.
        link: as it was given.

    Raises:
        SettingsError: it is no https address, or too long for a card.
    """
    if link and (len(link) > _LONGEST_LINK or not _LINK.fullmatch(link)):
        raise SettingsError(
            f"{name}={link} tidak bisa dipakai. Saran: alamat https, paling panjang {_LONGEST_LINK} huruf,"
            " misalnya https://t.me/nama_bot."
        )
    return link or None
