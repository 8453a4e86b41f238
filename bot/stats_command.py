"""`mawas stats`: adds the sessions in halls up, as a table, CSV and plot. Names nobody."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from bot.errors import MissingError, SettingsError
from bot.settings import Settings
from knowledge.whole_file import write_whole

if TYPE_CHECKING:
    from bot.demo.sessions.figures import Share
    from bot.demo.sessions.stats import Group, Stats

DONE = 0
PLOTS = (".png", ".svg", ".pdf")
_MOST_QUESTIONS = 20
_NONE = "Belum ada pertemuan yang dicatat. Mulai dengan: ./mawas demo"
COLUMNS = (
    "bulan", "provinsi", "kabupaten_kota", "pertemuan", "peserta",
    "sebelum_tepat", "sebelum_dijawab", "sesudah_tepat", "sesudah_dijawab", "kuis_tepat", "kuis_dijawab",
    "tipu_tepat", "tipu_dijawab", "asli_tepat", "asli_dijawab",
)  # fmt: skip


def add_to(commands: Any) -> None:
    """Add the command.

    Args:
        commands: the sub-parsers of `mawas`.
    """
    stats = commands.add_parser("stats", help="menjumlahkan pertemuan di desa, tanpa nama")
    stats.add_argument("--csv", type=Path, metavar="BERKAS", help="tulis juga tabel CSV")
    stats.add_argument(
        "--plot", type=Path, metavar="BERKAS", help="tulis juga grafik (.png, .svg, atau .pdf)"
    )
    stats.set_defaults(run=_run)


def _run(settings: Settings, options: argparse.Namespace) -> int:
    return run(settings, csv=options.csv, plot=options.plot)


def run(
    settings: Settings, csv: Path | None = None, plot: Path | None = None, out: TextIO | None = None
) -> int:
    """Add the sessions up.

    Args:
        settings: where they are kept.
        csv: file for the table.
        plot: file for the picture.
        out: where the table is printed.

    Raises:
        SettingsError: a picture in a format that is not there.
        MissingError: the sessions cannot be read, or a file cannot be written.

    Returns:
        The exit status, 0.
    """
    out = out or sys.stdout
    if plot is not None and plot.suffix.lower() not in PLOTS:
        raise SettingsError(f"--plot {plot} tidak bisa. Saran: akhiri dengan {', '.join(PLOTS)}.")
    stats = _read(settings)
    if stats is None:
        print(_NONE, file=out)
        return DONE
    _print(stats, out)
    if csv is not None:
        _write(csv, lambda: write_whole(csv, _csv(stats)))
        print(f"Tabel: {csv}", file=out)
    if plot is not None:
        from bot.demo.sessions.stats_plot import draw

        _write(plot, lambda: draw(stats, plot))
        print(f"Grafik: {plot}", file=out)
    return DONE


def _read(settings: Settings) -> Stats | None:
    """None when no session was ever held."""
    from bot.demo.part import PartError
    from bot.demo.sessions.stats import stats_of
    from bot.demo.sessions.store import SessionStore, sessions_url
    from bot.readiness import build_store
    from knowledge.store import sqlite_file

    file = sqlite_file(sessions_url(settings))
    if file is not None and not file.is_file():
        return None
    build_store(settings)
    try:
        store = SessionStore(settings)
        try:
            sessions = store.sessions()
            return stats_of(sessions, store.knowledge) if sessions else None
        finally:
            store.close()
    except PartError as error:
        raise MissingError(f"pertemuan tidak bisa dibaca. {error}") from error


def _print(stats: Stats, out: TextIO) -> None:
    head = (
        "Bulan",
        "Daerah",
        "Pertemuan",
        "Peserta",
        "Sebelum",
        "Sesudah",
        "Kuis",
        "Tipu",
        "Bisa dicek",
    )
    rows = [head, *(_cells(group, group.month, group.where) for group in stats.groups)]
    rows.append(_cells(stats.total, "Jumlah", ""))
    widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
    for row in rows:
        texts = [cell.ljust(width) for cell, width in zip(row[:2], widths[:2], strict=True)]
        numbers = [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
        print("  ".join([*texts, *numbers]).rstrip(), file=out)
    print(
        "\nSebelum, Sesudah, Kuis: jawaban tepat. Tipu, Bisa dicek: tawaran yang dikenali.",
        file=out,
    )
    if stats.left_out:
        from bot.demo.sessions.stats import FEWEST

        print(
            f"{stats.left_out} kelompok di bawah {FEWEST} orang tidak ditampilkan dan tidak dijumlahkan.",
            file=out,
        )
    if stats.open:
        print("\nPertanyaan yang belum terjawab, yang terbaru dulu:", file=out)
        for text in stats.open[:_MOST_QUESTIONS]:
            print(f"- {text}", file=out)
        if len(stats.open) > _MOST_QUESTIONS:
            print(f"dan {len(stats.open) - _MOST_QUESTIONS} lainnya di laporan.", file=out)


def _cells(group: Group, month: str, where: str) -> tuple[str, ...]:
    shares = (group.before, group.after, group.quiz, group.tricks, group.genuine)
    return (month, where, str(group.sessions), str(group.people), *map(_percent, shares))


def _percent(share: Share) -> str:
    return "-" if share.percent is None else f"{share.percent}%"


def _csv(stats: Stats) -> bytes:
    from bot.demo.sessions.report_csv import table

    return table(COLUMNS, (_row(group) for group in stats.groups))


def _row(group: Group) -> dict[str, object]:
    shares = {
        "sebelum": group.before,
        "sesudah": group.after,
        "kuis": group.quiz,
        "tipu": group.tricks,
        "asli": group.genuine,
    }
    counted = {
        f"{name}_{word}": number
        for name, share in shares.items()
        if share.of
        for word, number in (("tepat", share.right), ("dijawab", share.of))
    }
    about = (group.month, group.province, group.district, group.sessions, group.people)
    return {**dict(zip(COLUMNS, about, strict=False)), **counted}


def _write(path: Path, work: Any) -> None:
    try:
        work()
    except OSError as error:
        raise MissingError(
            f"{path} tidak bisa ditulis ({type(error).__name__}). Saran: periksa folder dan ruang disk."
        ) from None
