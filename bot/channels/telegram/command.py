"""`mawas telegram`: from the command line to a running bot."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from bot.errors import MissingError, SettingsError
from bot.settings import Settings

DONE = 0
MOST_WORKERS = 16
_MOST_PORT = 65535
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
    telegram.add_argument(
        "--health-port",
        type=int,
        metavar="PORT",
        help="tampilkan keadaan bot di http://127.0.0.1:PORT/health",
    )
    telegram.add_argument(
        "--workers",
        type=int,
        default=1,
        metavar="N",
        help="jumlah proses, hanya dengan MAWAS_WEBHOOK_URL",
    )
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

    check_token(settings)
    from bot.readiness import get_ready

    get_ready(settings)
    print("Memuat Mawas ...", file=sys.stderr)
    return start(settings, options.workers, options.health_port)


def _check(settings: Settings, options: argparse.Namespace) -> None:
    if not 1 <= options.workers <= MOST_WORKERS:
        raise SettingsError(
            f"--workers {options.workers} tidak bisa. Saran: 1 sampai {MOST_WORKERS}."
        )
    if options.workers > 1 and not settings.telegram.webhook_url:
        raise SettingsError(
            "--workers hanya untuk webhook: hanya satu proses bisa menjemput pesan. Saran: isi MAWAS_WEBHOOK_URL, atau --workers 1."
        )
    if options.workers > 1 and sys.platform == "win32":
        raise SettingsError(
            "--workers lebih dari 1 tidak bisa di Windows. Saran: pakai --workers 1."
        )
    port = options.health_port
    if port is not None and not 0 < port <= _MOST_PORT - options.workers:
        raise SettingsError(f"--health-port {port} tidak bisa. Saran: misalnya 8081.")
