"""`mawas print`: sheets for the wall and cards for the purse, as PDF files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from bot.errors import MissingError, SettingsError
from bot.settings import Settings, bot_link
from knowledge.whole_file import write_whole

if TYPE_CHECKING:
    from actions.paper.parts import Material
    from actions.paper.sheets import Sheet

DONE = 0
FOLDER = "cetak"
_SIZES = ("A4", "A5")
_NO_CARDS = "Kartu darurat belum dibuat. Saran: tambahkan negaranya, misalnya --country KH."
_NO_POSTER = (
    "Poster belum dibuat: alamat bot tidak diatur. Saran: --bot-link https://t.me/nama_bot."
)


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line.

    Attributes:
        out: folder of the files; None for one in the data folder.
        size: "A4" or "A5".
        bw: black alone.
        countries: ISO codes of the cards.
        link: address of the bot; None for that of the settings.
        session: code of a session for the poster.
    """

    out: Path | None = None
    size: str = _SIZES[0]
    bw: bool = False
    countries: tuple[str, ...] = ()
    link: str | None = None
    session: str | None = None


def add_to(commands: Any) -> None:
    """Add the command.

    Args:
        commands: the sub-parsers of `mawas`.
    """
    command = commands.add_parser(
        "print", help="mencetak lembar, kartu darurat, dan poster sebagai PDF"
    )
    command.add_argument("--out", type=Path, metavar="FOLDER", help="folder hasil")
    command.add_argument("--size", choices=_SIZES, default=_SIZES[0], help="ukuran kertas")
    colours = command.add_mutually_exclusive_group()
    colours.add_argument(
        "--colour", dest="bw", action="store_false", help="berwarna (bawaan)", default=False
    )
    colours.add_argument(
        "--bw", action="store_true", default=False, help="hitam putih, untuk mesin fotokopi"
    )
    command.add_argument(
        "--country", action="append", default=[], metavar="XX",
        help="kartu darurat negara ini, misalnya KH; boleh beberapa kali",
    )  # fmt: skip
    command.add_argument("--bot-link", metavar="URL", help="alamat bot untuk poster")
    command.add_argument("--session", metavar="KODE", help="kode pertemuan untuk poster")
    command.set_defaults(run=_run)


def _run(settings: Settings, options: argparse.Namespace) -> int:
    wanted = Wanted(
        options.out, options.size, options.bw, tuple(options.country), options.bot_link,
        options.session,
    )  # fmt: skip
    return run(settings, wanted)


def run(
    settings: Settings, wanted: Wanted, out: TextIO | None = None, errors: TextIO | None = None
) -> int:
    """Write the files and name each on a line of `out`; what is left out is said on `errors`.

    Returns:
        The exit status: 0.

    Raises:
        SettingsError: a country, address or code cannot be used.
        MissingError: a file cannot be written.
    """
    out, errors = out or sys.stdout, errors or sys.stderr
    link = bot_link("--bot-link", wanted.link) or settings.bot_link
    from actions.dates import today
    from actions.paper.parts import Material
    from actions.paper.style import BLACK, COLOUR, Format
    from actions.paper.words import PaperWords
    from bot.readiness import build_store
    from knowledge.store import Store

    build_store(settings)
    material = Material(Store(settings.db_url), PaperWords.load(), today())
    form = Format(wanted.size, BLACK if wanted.bw else COLOUR)
    sheets = list(_sheets(material, wanted, link))
    folder = wanted.out or settings.home / FOLDER
    for sheet in sheets:
        print(_write(material, sheet, form, folder), file=out)
    if not wanted.countries:
        print(_NO_CARDS, file=errors)
    if not link:
        print(_NO_POSTER, file=errors)
    return DONE


def _sheets(material: Material, wanted: Wanted, link: str | None) -> Iterator[Sheet]:
    """What is printed, looked over before the first file is written."""
    from actions.paper import sheets
    from actions.paper.qr import start_link

    yield sheets.Sheet(sheets.SIGNS)
    yield sheets.Sheet(sheets.PATH)
    for code in dict.fromkeys(code.upper() for code in wanted.countries):
        if material.store.country(code) is None:
            raise SettingsError(
                f"--country {code} tidak dikenal. Saran: kode dua huruf, misalnya KH."
            )
        yield sheets.Sheet(sheets.CARDS, country=code)
    if link:
        try:
            start_link(link, wanted.session)
        except ValueError:
            raise SettingsError(
                f"--session {wanted.session} tidak bisa dipakai. Saran: huruf, angka, - dan _ saja."
            ) from None
        yield sheets.Sheet(sheets.POSTER, link=link, session=wanted.session)


def _write(material: Material, sheet: Sheet, form: Any, folder: Path) -> Path:
    from actions.paper.sheets import draw, file_name

    path = folder / file_name(material, sheet, form)
    data = draw(material, sheet, form).bytes()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise MissingError(
            f"{path} tidak bisa ditulis ({type(error).__name__}). Saran: periksa folder dan ruang disk."
        ) from None
    return path
