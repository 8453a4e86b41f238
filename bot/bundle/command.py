"""`mawas bundle`: makes the folder for a USB stick."""

from __future__ import annotations

import argparse
import platform
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.bundle.place import is_bundle
from bot.errors import SettingsError
from bot.settings import Settings

DONE = 0
END = """\
Selesai dalam {seconds:.0f} detik: {files} berkas, {size:.2f} GB, untuk {system}.
Cabut stik dengan benar (eject) sebelum ditarik.
Di laptop lain, tanpa internet: salin folder ini ke laptop, buka terminal di dalamnya, lalu jalankan
    sh mawas demo        (Windows: mawas.cmd demo)"""


def add_to(commands: Any) -> None:
    """Add the command.

    Args:
        commands: the sub-parsers of `mawas`.
    """
    bundle = commands.add_parser(
        "bundle", help="membuat folder untuk stik USB; Mawas jalan dari sana tanpa internet"
    )
    bundle.add_argument("folder", type=Path, metavar="FOLDER", help="folder baru, misalnya di stik")
    bundle.set_defaults(run=_run)


def _run(settings: Settings, options: argparse.Namespace) -> int:
    """Get everything ready, then copy it.

    Raises:
        SettingsError: this is a bundle already, or the folder is in use.
        MissingError: a package is missing, or room on the stick.
    """
    if is_bundle():
        raise SettingsError(
            "Ini sudah folder untuk stik. Saran: salin seluruh folder ini dengan pengelola berkas."
        )
    # The store travels as a file, also for somebody whose own stands on a server.
    settings = replace(settings, db_url=f"sqlite:///{settings.home / 'knowledge.db'}")
    from bot.rasa_environment import prepare

    prepare(settings.log_level, settings.home)
    from bot.readiness import get_ready

    get_ready(settings)
    from bot.bar import Bar
    from bot.bundle.contents import contents
    from bot.bundle.make import make
    from knowledge.load import today_in_jakarta

    began = time.monotonic()
    system = system_name()
    with Bar("Membuat folder stik") as bar:
        made = make(
            options.folder.expanduser().absolute(),
            contents(settings),
            system,
            today_in_jakarta(),
            bar.advance,
        )
    seconds = time.monotonic() - began
    print(END.format(seconds=seconds, files=made.files, size=made.size / 1e9, system=system))
    return DONE


def system_name() -> str:
    """What the bundle runs on, in words: system, processor, C library, Python."""
    library = " ".join(platform.libc_ver())
    parts = [platform.system(), platform.machine(), library, f"Python {platform.python_version()}"]
    return " ".join(part for part in parts if part.strip())
