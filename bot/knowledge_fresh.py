"""`mawas knowledge check --stale` and `mawas knowledge confirm`: what has to be checked again, and that it was."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TextIO

from bot.errors import SettingsError
from bot.paths import KNOWLEDGE
from knowledge.confirm import Confirmation, confirm
from knowledge.export import safe_cell
from knowledge.findings import KnowledgeError
from knowledge.load import load, today_in_jakarta
from knowledge.stale import COLUMNS, RISKS, Overdue, overdue
from knowledge.whole_file import write_whole

DONE = 0
STDOUT = "-"
# Columns that hold what `safe_cell` knows by another name.
_SHAPES = {"kontak": "value"}


def stale(csv_file: str | None = None, out: TextIO | None = None, root: Path = KNOWLEDGE) -> int:
    """Show the work list.

    Args:
        csv_file: write it there as CSV, "-" for standard output; None to print it for people.
        out: standard output.
        root: the knowledge folder.

    Raises:
        SettingsError: the file cannot be written.
    """
    out = out or sys.stdout
    today = today_in_jakarta()
    found = overdue(load(root).knowledge, today)
    if csv_file == STDOUT:
        _write(out, found, today)
    elif csv_file:
        try:
            table = io.StringIO(newline="")
            _write(table, found, today)
            write_whole(Path(csv_file), table.getvalue().encode("utf-8-sig"))
        except OSError as error:
            raise SettingsError(f"{csv_file} tidak bisa ditulis ({error.strerror}).") from error
        print(f"{len(found)} rekaman ditulis ke {csv_file}.", file=out)
    else:
        _print(out, found, today)
    return DONE


def _write(file: TextIO, found: Iterable[Overdue], today: date) -> None:
    table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    table.writeheader()
    for each in found:
        row = each.row(today)
        table.writerow({name: safe_cell(_SHAPES.get(name, name), row[name]) for name in COLUMNS})


def _print(out: TextIO, found: list[Overdue], today: date) -> None:
    for each in found:
        row = each.row(today)
        last = f", terakhir dipastikan {row['dipastikan']}" if row["dipastikan"] else ""
        print(f"{row['risiko']:<7} {row['periksa_sebelum']}  {row['rekaman']}{last}", file=out)
        print(f"        {row['nama']} {row['kontak']}".rstrip(), file=out)
    counts = ", ".join(f"{sum(each.risk == risk for each in found)} {risk}" for risk in RISKS)
    print(f"{len(found)} rekaman perlu dicek ulang: {counts}.", file=out)
    if found:
        print("Sesudah dicek: ./mawas knowledge confirm KANAL --source ALAMAT", file=out)


def note(
    channel: str,
    *,
    contact: str | None,
    on: str | None,
    source: str,
    by: str | None,
    out: TextIO | None = None,
    root: Path = KNOWLEDGE,
) -> int:
    """Note that a channel was checked.

    Args:
        channel: its id.
        contact: the value that was checked; None for all.
        on: the day, YYYY-MM-DD; None for today.
        source: address of a page, or "telepon".
        by: role of who checked.
        out: where the change is shown.
        root: the knowledge folder.

    Raises:
        SettingsError: the day, the channel, or the contact cannot be.
    """
    today = today_in_jakarta()
    try:
        day = date.fromisoformat(on) if on else today
    except ValueError as error:
        raise SettingsError(f"'{on}' bukan tanggal. Saran: tulis seperti 2026-11-21.") from error
    try:
        changes = confirm(root, channel, Confirmation(day, source, contact, by), today)
    except KnowledgeError as error:
        raise SettingsError(str(error)) from error
    told = ", ".join(f"{field} {value}" for field, value in changes.items())
    print(f"channels/{channel}.yml: {told}, dan satu bukti baru.", file=out or sys.stdout)
    return DONE
