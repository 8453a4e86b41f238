"""What is kept and brought back: sessions of halls, backups, the list of a bundle."""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from bot.demo import guard
from tests.fuzz.inputs import text
from tests.fuzz.material import sentences
from tests.fuzz.target import Take, Target
from tests.fuzz.targets import archives
from tests.fuzz.targets.checks import must
from tests.fuzz.values import body, changed, value

_TODAY = date(2026, 11, 29)
_ABOUT = {
    "place": "Balai Desa Sukamaju",
    "date": "2026-11-21",
    "people": 30,
    "province": "jawa_timur",
    "district": "Kabupaten Malang",
}
_STATE = {
    "part": "kuis",
    "arguments": {"items": ["q01"]},
    "title": "Asli atau tipu? 1",
    "dump": {"ballots": {"hands": {}}},
}
_NOTES = {
    "counts": {
        "kuis/q01": {"tipu": 20, "asli": 3},
        "cek/sebelum/sebelum_berangkat/paspor_sendiri": {"salah": 3, "benar": 27},
    },
    "questions": ["apa itu P3MI?"],
}
# Cells that a spreadsheet would run.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _session(random: Random) -> Any:
    """About, state, notes, and questions of people."""
    about = changed(random, _ABOUT, sentences())
    about = about if isinstance(about, dict) else dict(_ABOUT, place=text(random, sentences(), 300))
    state = {**_STATE, "title": text(random, sentences(), 300), "dump": value(random, sentences())}
    questions = [text(random, sentences(), 2_000) for _ in range(random.randint(0, 4))]
    # As a request hands them over.
    return [guard._sound(each) for each in (about, state, _NOTES, questions)]


def _manifest(random: Random) -> bytes:
    row = {
        "system": "Linux x86_64",
        "made_on": "2026-11-21",
        "files": {
            random.choice(
                ("python/a", "../../etc/passwd", "/etc/passwd", "mawas", "a\x00b", "x" * 5_000)
            ): [3, "0" * 64]
        },
    }
    return body(random, row, sentences())


@contextlib.contextmanager
def _sessions(folder: Path) -> Iterator[Take]:
    import csv

    from bot.demo.keeping import Act
    from bot.demo.part import PartError
    from bot.demo.sessions.redact import Redactor
    from bot.demo.sessions.report import report_of
    from bot.demo.sessions.report_csv import ENCODING, csv_of
    from bot.demo.sessions.report_pdf import pdf_of
    from bot.demo.sessions.store import SessionStore
    from bot.settings import Settings

    own = Settings.from_environment()
    store = SessionStore(Settings(home=folder, db_url=own.db_url, log_level=logging.ERROR))
    redacted = Redactor(store.knowledge)
    count = 0

    def take(given: tuple[Any, Any, Any, list[str]]) -> None:
        nonlocal count
        about, state, notes, questions = given
        count += 1
        try:
            id_ = store.begin(about)
        except PartError as error:
            must("Saran: " in str(error), "an error without advice")
            return
        store.append(id_, Act("next", state, {**notes, "questions": [*map(redacted, questions)]}))
        store.resume(id_)
        store.end(id_)
        session = store.session(id_)
        must(session, "no session")
        report = report_of(session, store.knowledge, _TODAY)  # type: ignore[arg-type]
        for row in csv.reader(io.StringIO(csv_of(report).decode(ENCODING), newline="")):
            must(not any(cell.startswith(_FORMULA) for cell in row), "a cell that runs")
        must("/" not in report.file_name and "\n" not in report.file_name, "a name of a file")
        if count % 10 == 0:
            must(pdf_of(report).startswith(b"%PDF-"), "no PDF")
        store.delete(id_)

    yield take
    store.close()


@contextlib.contextmanager
def _backups(folder: Path) -> Iterator[Take]:
    from bot.errors import MawasError
    from bot.keeping.restore import examine, restore
    from bot.settings import Settings

    home, file = folder / "home", folder / "cadangan"
    home.mkdir()
    settings = Settings(home, f"sqlite:///{home / 'knowledge.db'}", logging.ERROR)

    def take(given: bytes) -> None:
        file.write_bytes(given)
        for work in (examine, lambda path: restore(settings, path, replace=True)):
            try:
                work(file)
            except MawasError as error:
                must("Saran: " in str(error), "an error without advice")
        must(not list(folder.rglob("lolos")) and not Path("/lolos").exists(), "out of its folder")
        must({each.name for each in folder.iterdir()} == {"home", "cadangan"}, "files beside it")
        must(not list(home.glob("*restore*")), "a draft was left")

    yield take


@contextlib.contextmanager
def _bundles(folder: Path) -> Iterator[Take]:
    from bot.bundle.manifest import changed as changed_files
    from bot.bundle.manifest import missing, read
    from bot.errors import MissingError

    def take(given: bytes) -> None:
        (folder / "bundle.json").write_bytes(given)
        try:
            manifest = read(folder)
        except MissingError:
            return
        missing(manifest, folder)
        list(changed_files(manifest, folder, lambda *_: None))

    yield take


TARGETS = (
    Target(
        "sessions",
        "sessions of a hall: begun, kept, resumed, as CSV and PDF",
        2_500,
        _session,
        _sessions,
    ),
    Target(
        "backups",
        "`mawas restore`: archives whose digest is right and whose content is not",
        2_000,
        archives.archive,
        _backups,
    ),
    Target("bundle_list", "the list of files of a bundle", 1_300, _manifest, _bundles),
)
