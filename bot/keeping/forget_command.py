"""`mawas forget`: deletes conversations and says how many."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any

from bot.errors import SettingsError
from bot.keeping.asking import agreed
from bot.settings import Settings, remembered_seconds

if TYPE_CHECKING:
    from bot.keeping.forget import Forgotten

DONE = 0
_AGE = re.compile(r"(\d{1,5})([dh])", re.ASCII)
_SECONDS = {"d": 24 * 3600.0, "h": 3600.0}
_YES = "hapus"
_QUESTION = "Semua percakapan akan dihapus dan tidak bisa kembali."


def add_to(commands: Any) -> None:
    """Add the command.

    Args:
        commands: the sub-parsers of `mawas`.
    """
    forget = commands.add_parser(
        "forget", help="menghapus percakapan yang tidak dilanjutkan lagi, atau semuanya"
    )
    which = forget.add_mutually_exclusive_group()
    which.add_argument(
        "--older-than",
        metavar="LAMA",
        help="yang tidak dilanjutkan selama ini, misalnya 7d (hari) atau 12h (jam); bawaan: MAWAS_RETENTION_DAYS",
    )
    which.add_argument("--all", action="store_true", help="semua percakapan")
    forget.add_argument("--yes", action="store_true", help="jangan bertanya dulu")
    forget.set_defaults(run=_run)


def _run(settings: Settings, options: argparse.Namespace) -> int:
    """Ask, delete, tell.

    Raises:
        SettingsError: options that cannot be.
        MissingError: a database cannot be used.
    """
    seconds = _age(options.older_than) if options.older_than else None
    if options.all and not options.yes and not agreed(_QUESTION, _YES):
        print("Tidak ada yang dihapus.")
        return DONE
    # Heavy: SQLAlchemy.
    from bot.keeping.forget import forget

    if options.all or seconds is not None:
        told = forget(settings, seconds)
    else:
        told = forget(settings, remembered_seconds(settings.retention_days), is_retention=True)
    for line in _lines(told):
        print(line)
    return DONE


def _age(words: str) -> float:
    found = _AGE.fullmatch(words)
    if not found or not int(found[1]):
        raise SettingsError(
            f"--older-than {words} tidak bisa dipakai. Saran: misalnya 7d (tujuh hari) atau 12h (dua belas jam)."
        )
    return int(found[1]) * _SECONDS[found[2]]


def _lines(told: Forgotten) -> list[str]:
    lines = [
        f"Percakapan yang dihapus: {told.conversations}.",
        f"Catatan Telegram yang dihapus: {told.buttons} tombol, {told.shown} pesan di layar.",
    ]
    if told.halls:
        lines.append(f"Pertemuan yang isi layarnya dihapus: {told.halls}. Hitungannya tetap ada.")
    if told.damaged:
        lines.append(f"Berkas rusak yang disisihkan dan dihapus: {told.damaged}.")
    if told.waiting:
        lines.append(f"Pesan yang belum dijawab dan dihapus: {told.waiting}.")
    if told.left:
        lines.append(
            f"Pesan yang masih menunggu jawaban: {told.left}. Bot sedang jalan; pesan itu dihapus setelah dijawab."
        )
    if not told.is_clean:
        lines.append(
            "Ada program lain yang sedang membaca, jadi isi yang dihapus mungkin masih ada di berkas -wal."
            " Saran: jalankan ./mawas forget sekali lagi."
        )
    return lines
