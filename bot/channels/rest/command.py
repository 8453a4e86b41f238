"""`mawas serve`: from the command line to a running server."""

from __future__ import annotations

import argparse
from typing import Any

from bot import worker_options
from bot.addresses import MOST_PORT
from bot.errors import SettingsError
from bot.settings import Settings


def add_to(commands: Any) -> None:
    """Add the command.

    Args:
        commands: the sub-parsers of `mawas`.
    """
    serve = commands.add_parser("serve", help="menjawab program lain lewat HTTP, seperti Rasa")
    serve.add_argument(
        "--port",
        type=int,
        metavar="N",
        help="port pada alamat MAWAS_SERVE_LISTEN (bawaan: 127.0.0.1:5005)",
    )
    worker_options.add_to(serve, "jumlah proses di satu alamat")
    serve.set_defaults(run=_run)


def _run(settings: Settings, options: argparse.Namespace) -> int:
    """Check what can be checked at once, then run.

    Raises:
        SettingsError: options that cannot be.
        MissingError: what is needed is not there, or the port is taken.
    """
    worker_options.check(options)
    host, port = settings.serve.listen
    if options.port is not None:
        port = options.port
        if not 0 < port <= MOST_PORT:
            raise SettingsError(f"--port {port} tidak bisa. Saran: misalnya 5005.")
    from bot.rasa_environment import prepare
    from bot.reload.hangup import HANGUP

    # Until then it would end the program, and this may take minutes.
    HANGUP.hear()
    prepare(settings.log_level, settings.home)
    from bot.channels.rest.start import start

    return start(settings, (host, port), options.workers, options.health_port)
