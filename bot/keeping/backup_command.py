"""`mawas backup` and `mawas restore`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from bot.errors import SettingsError
from bot.keeping.asking import agreed
from bot.settings import Settings

DONE = 0
_YES = "ganti"
_QUESTION = "Semua percakapan yang ada sekarang akan diganti."


def add_to(commands: Any) -> None:
    """Add the commands.

    Args:
        commands: the sub-parsers of `mawas`.
    """
    backup = commands.add_parser("backup", help="membuat cadangan percakapan dan catatan")
    backup.add_argument("target", type=Path, metavar="BERKAS", help="berkas baru, atau folder")
    backup.add_argument(
        "--keep",
        type=int,
        metavar="N",
        help="di folder: simpan N cadangan terbaru, hapus yang lain",
    )
    backup.set_defaults(run=_back_up)

    restore = commands.add_parser("restore", help="memulihkan cadangan")
    restore.add_argument("file", type=Path, metavar="BERKAS", help="cadangan dari mawas backup")
    restore.add_argument("--check", action="store_true", help="periksa berkasnya saja")
    restore.add_argument("--replace", action="store_true", help="ganti percakapan yang sudah ada")
    restore.add_argument("--yes", action="store_true", help="jangan bertanya dulu")
    restore.set_defaults(run=_restore)


def _back_up(settings: Settings, options: argparse.Namespace) -> int:
    """Write a backup and say what is in it.

    Raises:
        MawasError: see `bot.keeping.backup.back_up`.
    """
    if options.keep is not None and options.keep < 1:
        raise SettingsError(f"--keep {options.keep} tidak bisa. Saran: 1 atau lebih.")
    if options.keep is not None and not options.target.is_dir():
        raise SettingsError("--keep hanya untuk folder. Saran: sebut folder yang sudah ada.")
    from bot.keeping.backup import back_up

    done = back_up(settings, options.target, options.keep)
    print(f"Cadangan: {done.file} ({done.rows} baris, {done.size / 1e6:.1f} MB).")
    if done.dropped:
        print(f"Cadangan lama yang dihapus: {done.dropped}.")
    print(
        "Isinya percakapan orang dan kunci penyamaran: jaga seperti kata sandi."
        if done.has_secret
        else "Isinya percakapan orang: jaga baik-baik. MAWAS_SECRET tidak ikut, simpan sendiri."
    )
    return DONE


def _restore(settings: Settings, options: argparse.Namespace) -> int:
    """Check or restore a backup.

    Raises:
        MawasError: see `bot.keeping.restore.restore`.
    """
    from bot.keeping.restore import examine, restore

    if options.check:
        found = examine(options.file)
        print(f"Cadangan baik: dibuat {found.made}, {found.rows} baris.")
        return DONE
    if options.replace and not options.yes and not agreed(_QUESTION, _YES):
        print("Tidak ada yang diubah.")
        return DONE
    found = restore(settings, options.file, options.replace)
    print(f"Dipulihkan: {found.rows} baris dari cadangan {found.made}.")
    return DONE
