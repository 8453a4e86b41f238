"""`mawas telegram`: from the command line to a running bot."""

from __future__ import annotations

import argparse
from typing import Any

from bot import worker_options
from bot.errors import MissingError, SettingsError
from bot.settings import Settings

DONE = 0
MISSING = """\
belum ada token bot Telegram.
Cara mendapatkannya: buka Telegram, cari @BotFather, kirim /newbot, lalu ikuti petunjuknya.
Lalu jalankan: MAWAS_TELEGRAM_TOKEN=token_dari_BotFather ./mawas telegram"""


def add_to(commands: Any) -> None:
    """Add the command.

    Args:
        commands: the sub-parsers of `mawas`.
    """
    telegram = commands.add_parser("telegram", help="menjalankan bot Telegram")
    worker_options.add_to(telegram, "jumlah proses, hanya dengan MAWAS_WEBHOOK_URL")
    telegram.set_defaults(run=_run)


def _run(settings: Settings, options: argparse.Namespace) -> int:
    """Check what can be checked at once, then run.

    Raises:
        MissingError: no token, or one that Telegram refuses.
        SettingsError: options that cannot be.
    """
    if not settings.telegram.token:
        raise MissingError(MISSING)
    _check(settings, options)
    from bot.rasa_environment import prepare

    prepare(settings.log_level, settings.home)
    from bot.channels.telegram.start import check_token, start
    from bot.reload.hangup import HANGUP

    HANGUP.hear()
    check_token(settings)
    return start(settings, options.workers, options.health_port)


def _check(settings: Settings, options: argparse.Namespace) -> None:
    worker_options.check(options)
    if options.workers > 1 and not settings.telegram.webhook_url:
        raise SettingsError(
            "--workers hanya untuk webhook: hanya satu proses bisa menjemput pesan. Saran: isi MAWAS_WEBHOOK_URL, atau --workers 1."
        )
