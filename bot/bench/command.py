"""`mawas bench`: options, and what is shown."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import json
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import MissingError, SettingsError
from bot.paths import ROOT
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.bench.figures import Line, Sample
    from bot.bench.plain.place import Place

DONE, FOUND_WRONG = 0, 1
PAGE = ROOT / "docs" / "performance.md"
MOST_RUNS, RUNS = 20, 3
MOST_EPOCHS, FEWEST_EPOCHS = 100, 2
_FIGURES = "figures.json"
_VERSIONS = ("rasa", "rasa-sdk", "tensorflow", "spacy", "scikit-learn", "numpy")
_NOT_PREPARED = (
    "Rasa polos belum disiapkan, jadi hanya Mawas yang diukur dan rasio tidak dihitung."
    " Saran: jalankan ./mawas bench --prepare (sekali; 2,6 GB, puluhan jam prosesor; lebih cepat dengan --epochs 3),"
    " atau sebut folder yang sudah disiapkan dengan --plain."
)
_OUTDATED = "Rasa polos dilatih dengan kalimat yang lain dari yang sekarang. Saran: ./mawas bench --prepare."


def add_to(commands: Any) -> None:
    """Add the command.

    Args:
        commands: the sub-parsers of `mawas`.
    """
    bench = commands.add_parser("bench", help="mengukur kecepatan dan ukuran di samping Rasa polos")
    bench.add_argument(
        "--only",
        metavar="UKURAN",
        help="hanya yang disebut, dengan koma: start, memory, size, training, turn, rest, rate, length, stored",
    )
    bench.add_argument(
        "--runs", type=int, default=RUNS, metavar="N", help=f"berapa kali (bawaan: {RUNS})"
    )
    bench.add_argument(
        "--quick", action="store_true", help="lebih sedikit pesan, hasil lebih kasar"
    )
    bench.add_argument("--alone", action="store_true", help="ukur Mawas saja")
    bench.add_argument("--write", action="store_true", help="perbarui docs/performance.md")
    bench.add_argument("--prepare", action="store_true", help="pasang dan latih Rasa polos")
    bench.add_argument(
        "--plain",
        type=Path,
        metavar="FOLDER",
        help="folder Rasa polos yang sudah disiapkan (bawaan: bench/plain di MAWAS_HOME)",
    )
    bench.add_argument(
        "--epochs",
        type=int,
        default=MOST_EPOCHS,
        metavar="N",
        help=f"dengan --prepare: putaran latihan (bawaan: {MOST_EPOCHS}; lebih sedikit: waktunya dihitung)",
    )
    bench.set_defaults(run=_run)


def _run(settings: Settings, options: argparse.Namespace) -> int:
    """Prepare, or measure and show.

    Raises:
        SettingsError: options that cannot be.
        MissingError: something that is needed is not here.
        MeasureError: plain Rasa could not be prepared.
    """
    groups = _checked(options)
    from bot.bench.plain.place import Place
    from bot.bench.usage import need_proc

    need_proc()
    place = Place(options.plain.resolve()) if options.plain else Place.of(settings)
    if options.prepare:
        return _prepare(place, options.epochs)
    return _measure(settings, options, groups, None if options.alone else place)


def _checked(options: argparse.Namespace) -> tuple[str, ...]:
    from bot.bench.catalogue import GROUPS
    from bot.bench.plan import chosen

    if not 1 <= options.runs <= MOST_RUNS:
        raise SettingsError(f"--runs {options.runs} tidak bisa. Saran: 1 sampai {MOST_RUNS}.")
    if not FEWEST_EPOCHS <= options.epochs <= MOST_EPOCHS:
        raise SettingsError(
            f"--epochs {options.epochs} tidak bisa. Saran: {FEWEST_EPOCHS} sampai {MOST_EPOCHS}."
        )
    try:
        groups = chosen(options.only)
    except ValueError as error:
        raise SettingsError(
            f"--only {error} tidak dikenal. Saran: pilih dari {', '.join(GROUPS)}."
        ) from error
    if options.write and (options.only or options.quick or options.alone):
        raise SettingsError(
            "--write menulis semua ukuran. Saran: jalankan tanpa --only, --quick dan --alone."
        )
    return groups


def _prepare(place: Place, epochs: int) -> int:
    from bot.bench.plain.environment import install
    from bot.bench.plain.project import write
    from bot.bench.plain.training import train

    install(place, _told)
    write(place)
    trained = train(place, epochs, _told)
    print(f"Rasa polos siap: {trained.epochs} putaran, {trained.processor:,.0f} detik prosesor.")
    return DONE


def _measure(
    settings: Settings, options: argparse.Namespace, groups: tuple[str, ...], place: Place | None
) -> int:
    from bot.bench.catalogue import MEASURES
    from bot.bench.figures import lines
    from bot.bench.home import own_home
    from bot.bench.machine import machine
    from bot.bench.page import page
    from bot.bench.plan import Plan
    from bot.bench.run import take
    from bot.bench.table import TITLES, summary, table
    from bot.readiness import get_ready

    here = machine()
    if here.is_busy:
        _told(f"mesin ini sedang dipakai (beban {here.load:.1f}): waktu menurut jam jadi kasar")
    if place and not place.is_ready:
        if options.write or options.plain:
            raise MissingError(_NOT_PREPARED)
        _told(_NOT_PREPARED)
        place = None
    if place and place.is_outdated:
        _told(_OUTDATED)
    _environment(settings)
    get_ready(settings)

    def note(samples: Sequence[Sample]) -> None:
        _note(settings, list(lines(MEASURES, samples)))

    with ended_by_signals(), own_home(settings) as own:
        plan = Plan(own, place, options.runs, options.quick, _clocked(time.monotonic()))
        taken = take(plan, groups, note)
    found = list(lines(MEASURES, taken.samples))
    print(*table(found), sep="\n")
    print(summary(found))
    for group, words in taken.failed.items():
        print(f"\nTidak terukur: {TITLES[group]}. {words}", file=sys.stderr)
    if options.write:
        from bot.bench.page import TITLES as ENGLISH

        failed = [ENGLISH[group] for group in taken.failed]
        text = page(found, here, _yardstick(place), runs=options.runs, date=_today(), failed=failed)
        PAGE.write_text(text, encoding="utf-8")
        _told(f"ditulis: {PAGE.relative_to(ROOT)}")
    missed = any(line.is_met is False for line in found)
    return FOUND_WRONG if missed or taken.failed else DONE


def _environment(settings: Settings) -> None:
    """`get_ready` may train, in this process."""
    from bot.rasa_environment import prepare

    prepare(settings.log_level, settings.home)


def _yardstick(place: Place | None) -> Any:
    from bot.bench.page import Yardstick

    if place is None:
        return None
    versions = {name: place.version(name) for name in _VERSIONS}
    return Yardstick(versions, place.training(), place.is_outdated)


def _note(settings: Settings, found: Sequence[Line]) -> None:
    """Keep every run's figure, for who wants more than medians; after each group, for a run takes an hour and may be broken off."""
    file: Path = settings.home / "bench" / _FIGURES
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = [line.as_dict() for line in found]
    file.write_text(json.dumps(rows, indent=1), encoding="utf-8")


def _today() -> datetime.date:
    from actions.dates import today

    return today()


@contextlib.contextmanager
def ended_by_signals() -> Iterator[None]:
    """What would end this process at once ends it like Ctrl-C: processes that it has started end with it."""

    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGTERM, signal.SIGHUP)}  # fmt: skip
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _clocked(start: float) -> Callable[[str], None]:
    """Tells with the minutes since a moment of the monotonic clock."""

    def told(words: str) -> None:
        minutes, seconds = divmod(int(time.monotonic() - start), 60)
        _told(f"{minutes:3d}:{seconds:02d}  {words}")

    return told


def _told(words: str) -> None:
    print(f"bench: {words}", file=sys.stderr, flush=True)
