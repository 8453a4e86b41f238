"""`mawas demo`: from the command line to the facilitator's page."""

from __future__ import annotations

import argparse
from typing import Any

from bot.errors import SettingsError
from bot.settings import Settings

DONE = 0
PORT = 8765
_MOST_PORT = 65535


def add_to(commands: Any) -> None:
    """Add the command.

    Args:
        commands: the sub-parsers of `mawas`.
    """
    demo = commands.add_parser("demo", help="halaman fasilitator untuk proyektor, tanpa internet")
    demo.add_argument(
        "--port",
        type=int,
        default=PORT,
        metavar="N",
        help=f"halaman di http://127.0.0.1:N (bawaan: {PORT})",
    )
    demo.add_argument("--no-browser", action="store_true", help="jangan buka peramban")
    demo.add_argument(
        "--handphone",
        nargs="?",
        const="",
        metavar="ALAMAT",
        help="izinkan handphone di hotspot laptop ini ikut menjawab; ALAMAT laptop di hotspot bila tidak ditemukan sendiri",
    )
    demo.set_defaults(run=_run)


def _run(settings: Settings, options: argparse.Namespace) -> int:
    """Serve until Ctrl-C.

    Raises:
        SettingsError: options that cannot be.
        MissingError: the port is taken.
    """
    if not 0 < options.port <= _MOST_PORT:
        raise SettingsError(f"--port {options.port} tidak bisa. Saran: misalnya {PORT}.")
    import asyncio

    from bot.demo.server import Options, serve

    try:
        asyncio.run(
            serve(settings, Options(options.port, not options.no_browser, options.handphone))
        )
    except KeyboardInterrupt:
        print("\nMawas ditutup. Pertemuan tersimpan.")
    return DONE
