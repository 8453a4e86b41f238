"""`mawas knowledge ...`: its words on the command line, and what they start."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from bot.clean import sound
from bot.errors import SettingsError
from bot.paths import KNOWLEDGE
from bot.settings import Settings

DONE = 0


def add_to(commands: Any) -> None:
    """Add the command to those of `mawas`."""
    knowledge = commands.add_parser(
        "knowledge",
        help="memeriksa, mencoba, mencatat, menyusun, meninjau, atau mengekspor pengetahuan",
    )
    parts = knowledge.add_subparsers(dest="what", required=True, metavar="yang dikerjakan")

    check = parts.add_parser("check", help="setiap masalah, dengan baris dan sarannya")
    check.add_argument(
        "--stale", action="store_true", help="daftar kerja: yang harus dicek ulang, menurut risiko"
    )
    check.add_argument(
        "--csv",
        metavar="BERKAS",
        help="bersama --stale: tulis sebagai CSV, - untuk keluaran standar",
    )
    check.set_defaults(run=_check)

    confirm = parts.add_parser("confirm", help="mencatat bahwa kontak sebuah kanal sudah dicek")
    confirm.add_argument("channel", metavar="KANAL", help="id kanal, misalnya kbri_yangon")
    confirm.add_argument("--contact", metavar="NILAI", help="hanya kontak ini (bawaan: semua)")
    confirm.add_argument("--on", metavar="TANGGAL", help="misalnya 2026-11-21 (bawaan: hari ini)")
    confirm.add_argument(
        "--source",
        metavar="ALAMAT",
        default="telepon",
        help="alamat halaman, atau telepon (bawaan)",
    )
    confirm.add_argument("--by", metavar="PERAN", help="peran yang mengecek, bukan nama orang")
    confirm.set_defaults(run=_confirm)

    trial = parts.add_parser(
        "try", help="tanda bahaya dan keadaan bahaya yang dikenali di sebuah kalimat, dan sebabnya"
    )
    trial.add_argument("sentence", nargs="?", metavar="KALIMAT", help="dalam tanda kutip")
    trial.add_argument(
        "--flag", metavar="TANDA", help="hanya tanda atau keadaan bahaya ini, juga bila tidak naik"
    )
    trial.add_argument(
        "--file", metavar="BERKAS", help="satu kalimat satu baris, - untuk masukan standar"
    )
    trial.set_defaults(run=_try)

    build = parts.add_parser("build", help="menyusun basis pengetahuan")
    build.set_defaults(run=_build)

    review = parts.add_parser(
        "review", help="menulis semua jawaban ke satu halaman untuk ditinjau ahli"
    )
    review.add_argument(
        "file", nargs="?", type=Path, metavar="BERKAS", help="bawaan: docs/answers.html"
    )
    review.set_defaults(run=_review)

    back = parts.add_parser("import-review", help="membaca kembali tinjauan ahli")
    back.add_argument(
        "files", nargs="+", type=Path, metavar="BERKAS", help="disimpan dari docs/answers.html"
    )
    back.set_defaults(run=_import_review)

    export = parts.add_parser("export", help="menulis HSDS dan CSV")
    export.add_argument(
        "folder", nargs="?", type=Path, help="folder tujuan (bawaan: ekspor di MAWAS_HOME)"
    )
    export.set_defaults(run=_export)


def _check(settings: Settings, options: argparse.Namespace) -> int:
    if options.csv and not options.stale:
        raise SettingsError("--csv hanya bersama --stale.")
    if options.stale:
        from bot.knowledge_fresh import stale

        return stale(options.csv)
    from bot.knowledge_check import run

    return run(settings)


def _confirm(settings: Settings, options: argparse.Namespace) -> int:
    from bot.knowledge_fresh import note

    return note(
        options.channel,
        contact=options.contact,
        on=options.on,
        source=options.source,
        by=options.by,
    )


def _try(settings: Settings, options: argparse.Namespace) -> int:
    from bot.rasa_environment import prepare

    # No warnings of libraries between the lines.
    prepare(settings.log_level, settings.home)
    from bot.knowledge_try import run

    # A terminal hands on whatever bytes were pasted.
    sentence = sound(options.sentence) if options.sentence else None
    return run(settings, sentence, flag=options.flag, file=options.file)


def _build(settings: Settings, options: argparse.Namespace) -> int:
    from bot.readiness import build_store

    build_store(settings)
    print("Basis pengetahuan siap.")
    return DONE


def _review(settings: Settings, options: argparse.Namespace) -> int:
    from bot.answers.command import write_page

    return write_page(settings, options.file)


def _import_review(settings: Settings, options: argparse.Namespace) -> int:
    from bot.answers.command import import_review

    return import_review(settings, options.files)


def _export(settings: Settings, options: argparse.Namespace) -> int:
    from knowledge import cli

    return cli.export(KNOWLEDGE, options.folder or settings.home / "ekspor")
