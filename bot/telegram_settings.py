"""Settings of the Telegram bot, as the environment names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bot.addresses import host_and_port
from bot.errors import SettingsError

API = "https://api.telegram.org"
LISTEN = ("127.0.0.1", 8080)
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
# What Telegram takes as a secret word; a short one could be guessed.
_SECRET = re.compile(r"[\w-]{16,256}", re.ASCII)


@dataclass(frozen=True)
class TelegramSettings:
    """How the bot reaches Telegram, and how Telegram reaches the bot.

    Attributes:
        token: from BotFather; None where nobody gave one.
        api: address of the Bot API, without a slash at its end.
        webhook_url: where Telegram delivers updates; None to fetch them.
        webhook_secret: word that Telegram sends along; None for one made of the installation's own secret.
        webhook_listen: host and port on which deliveries are taken.
        voice_model: folder of a model that turns voice into words; None for no voice.
    """

    token: str | None = field(default=None, repr=False)
    api: str = API
    webhook_url: str | None = None
    webhook_secret: str | None = field(default=None, repr=False)
    webhook_listen: tuple[str, int] = LISTEN
    voice_model: Path | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> TelegramSettings:
        """Read the settings.

        Raises:
            SettingsError: a value cannot be used; the message says which and what is allowed, but quotes no secret.
        """
        secret = environment.get("MAWAS_WEBHOOK_SECRET") or None
        if secret and not _SECRET.fullmatch(secret):
            raise SettingsError(
                "MAWAS_WEBHOOK_SECRET tidak bisa dipakai. Saran: 16 sampai 256 huruf, angka, - atau _."
            )
        voice, listen = environment.get("MAWAS_VOICE_MODEL"), "MAWAS_WEBHOOK_LISTEN"
        return cls(
            token=(environment.get("MAWAS_TELEGRAM_TOKEN") or "").strip() or None,
            api=_address("MAWAS_TELEGRAM_API", environment, API) or API,
            webhook_url=_address("MAWAS_WEBHOOK_URL", environment, None),
            webhook_secret=secret,
            webhook_listen=host_and_port(listen, environment.get(listen), LISTEN),
            voice_model=Path(voice).expanduser().absolute() if voice else None,
        )


def _address(name: str, environment: Mapping[str, str], default: str | None) -> str | None:
    """An https address; http only on this computer, where nobody listens in."""
    value = (environment.get(name) or "").strip().rstrip("/") or default
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        # A port that is no number or too large shows when it is asked for.
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or not (parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)):
        raise SettingsError(
            f"{name}={value} tidak bisa dipakai. Saran: alamat yang mulai dengan https://"
        )
    return value
