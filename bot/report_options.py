"""What `mawas report` takes on the command line; the work is done in bot/report_command.py."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from bot.settings import Settings


def add_to(commands: Any) -> None:
    """Add the command.

    Args:
        commands: the sub-parsers of `mawas`.
    """
    report = commands.add_parser(
        "report", help="menyusun laporan untuk petugas: teks, dan PDF untuk dicetak"
    )
    report.add_argument("--danger", metavar="ID", help="panduan bahaya, misalnya darurat_tebusan")
    report.add_argument("--country", metavar="XX", help="kode negara tempat kejadian, misalnya KH")
    report.add_argument(
        "--answers", metavar="BERKAS", help="jawaban dalam YAML atau JSON, - untuk masukan standar"
    )
    report.add_argument("--out", type=Path, metavar="BERKAS", help="tulis PDF ke berkas baru ini")
    report.add_argument(
        "--text", action="store_true", help="tampilkan teksnya juga, di samping PDF"
    )
    report.set_defaults(run=_run)


def _run(settings: Settings, options: argparse.Namespace) -> int:
    # Heavy: the store.
    from bot.report_command import Wanted, run

    names = ("danger", "country", "answers", "out", "text")
    return run(settings, Wanted(**{name: getattr(options, name) for name in names}))
