"""The options that every server has: how many workers, and where their health is shown."""

from __future__ import annotations

import argparse
import sys

from bot.addresses import MOST_PORT
from bot.errors import SettingsError

MOST_WORKERS = 16


def add_to(command: argparse.ArgumentParser, workers: str) -> None:
    """Add them to a command.

    Args:
        command: of a server.
        workers: help of `--workers`.
    """
    command.add_argument(
        "--health-port",
        type=int,
        metavar="PORT",
        help="tampilkan keadaan di http://127.0.0.1:PORT/health dan /metrics (alamat lain: MAWAS_HEALTH_LISTEN)",
    )
    command.add_argument("--workers", type=int, default=1, metavar="N", help=workers)


def check(options: argparse.Namespace) -> None:
    """Refuse what cannot be.

    Raises:
        SettingsError: the message says which and what can be.
    """
    if not 1 <= options.workers <= MOST_WORKERS:
        raise SettingsError(
            f"--workers {options.workers} tidak bisa. Saran: 1 sampai {MOST_WORKERS}."
        )
    if options.workers > 1 and sys.platform == "win32":
        raise SettingsError(
            "--workers lebih dari 1 tidak bisa di Windows. Saran: pakai --workers 1."
        )
    port = options.health_port
    if port is not None and not 0 < port <= MOST_PORT - options.workers:
        raise SettingsError(f"--health-port {port} tidak bisa. Saran: misalnya 8081.")
