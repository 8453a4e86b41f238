"""Commands that write files: under its final name each file is whole, or is not there."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.bundle import manifest
from bot.demo.sessions.store import SessionStore
from bot.paths import KNOWLEDGE, ROOT
from bot.settings import Settings
from knowledge.lint import blockers, lint
from knowledge.load import load
from tests.bot.demo.sessions.made import counted, held
from tests.bot.evaluation.test_files import MEASURED
from tests.faults.activity import Activity, Found, hidden
from tests.faults.child import Child, Target, command
from tests.faults.homes import home_at
from tests.faults.whole import is_whole, rows_of

_OFFERS = 4
_OFFER = (
    "Lowongan admin game online di Kamboja. Gaji {} juta per bulan, tanpa pengalaman. Tiket dan mess ditanggung."
    " Berangkat minggu ini pakai visa turis. Paspor dipegang kantor. Hubungi WA 0812-0000-0000."
)
_CHANNEL = "kp2mi_call_center"


@dataclass(frozen=True)
class Made:
    """A command that writes files.

    Attributes:
        name: of the activity.
        target: a function of a module.
        arguments: of it, for a folder beside which inputs lie, and the folder of its results.
        given: its standard input.
        prepare: makes what it needs beside the data folder.
        wrong: what is not whole among its results, besides single files.
    """

    name: str
    target: Target
    arguments: Callable[[Path, Path], Sequence[object]]
    given: bytes = b""
    prepare: Callable[[Path, Path], None] = lambda beside, home: None
    wrong: Callable[[Path], list[str]] = lambda out: []


class Output(Activity):
    """One of them, into a folder that is emptied before."""

    def __init__(self, made: Made, folder: Path, trained: Path) -> None:
        """In this folder, with what was trained in that data folder."""
        self.name = made.name
        self._made, self._beside = made, folder / "beside"
        self._home, self._log = home_at(trained, folder / "home"), folder / "log"
        self._out = self._beside / "out"
        self._beside.mkdir()
        made.prepare(self._beside, self._home)

    def measure(self) -> float:
        """Run it, and remember which files there are."""
        length, status, said = self._run(None)
        assert status == 0, said
        self._names = {self._name(file): rows_of(file) for file in self._files()}
        assert self._names, said
        assert not self._broken(), self._broken()
        return length

    def kill_at(self, moment: float, number: int) -> Found:
        """Kill it, look at what is there, run it again."""
        _, status, _ = self._run(moment)
        found = Found(status is None)
        found.left = hidden(self._out, self._beside)
        found.broken = self._broken()
        _, status, _ = self._run(None)
        found.restarted = status == 0
        if {self._name(file) for file in self._files()} != self._names.keys():
            found.lost.append("files of the next run")
        found.broken += self._broken()
        return found

    def _run(self, moment: float | None) -> tuple[float, int | None, str]:
        """Seconds, the exit status (None when it was killed), and what was said."""
        shutil.rmtree(self._out, ignore_errors=True)
        for left in self._beside.glob("out.*"):
            shutil.rmtree(left)
        arguments = self._made.arguments(self._beside, self._out)
        with Child(
            self._made.target, arguments, self._home, self._log, given=self._made.given
        ) as child:
            if moment is None:
                status = child.wait()
            else:
                child.sleep_until(moment)
                status = None if child.kill() else 0
            return time.monotonic() - child.begun, status, child.said()

    def _files(self) -> list[Path]:
        found = self._out.rglob("*") if self._out.is_dir() else ()
        return [file for file in found if file.exists() and not file.name.startswith(".")]

    def _name(self, file: Path) -> str:
        return file.relative_to(self._out).as_posix()

    def _broken(self) -> list[str]:
        known = (".png", ".pdf", ".csv", ".json")
        files = [
            name
            for file in self._files()
            if file.suffix in known
            and not is_whole(file, self._names.get(name := self._name(file)))
        ]
        return [*files, *self._made.wrong(self._out)]

    _names: dict[str, int | None] = {}


def _offers(beside: Path, home: Path) -> None:
    for number in range(_OFFERS):
        (beside / f"tawaran{number}.txt").write_text(_OFFER.format(10 + number), encoding="utf-8")


def _cards(beside: Path, out: Path) -> Sequence[object]:
    offers = [str(beside / f"tawaran{number}.txt") for number in range(_OFFERS)]
    return [["check", "--card", str(out), *offers]]


def _sessions(beside: Path, home: Path) -> None:
    sessions = SessionStore(Settings.from_environment({"MAWAS_HOME": str(home)}))
    held(sessions, counted(12, 24, 30), date="2026-09-03")
    sessions.close()


def in_folder(words: Sequence[str], out: Path) -> int:
    """A command that wants a folder for its files, as a target."""
    out.mkdir()
    return command(words)


def evaluation(out: Path) -> int:
    """Write what was measured: the last step of `mawas eval`, as a target."""
    from bot.evaluation import files

    files.write(MEASURED, out)
    return 0


def bundle(out: Path) -> int:
    """Make a bundle of a part of the project, as `mawas bundle` makes one of all of it, as a target."""
    from bot.bundle.make import make

    parts = ("bot", "actions")
    files = [file for part in parts for file in sorted((ROOT / part).rglob("*.py"))]
    contents = {file.relative_to(ROOT).as_posix(): file for file in files[:300]}
    make(out, contents, "uji", date(2026, 11, 28), lambda *_: None)
    return 0


def _wrong_bundle(out: Path) -> list[str]:
    if not out.exists():
        return []
    made = manifest.read(out)
    return [*manifest.missing(made, out), *manifest.changed(made, out, lambda *_: None)]


def _records(beside: Path, home: Path) -> None:
    shutil.copytree(KNOWLEDGE, beside / "knowledge", ignore=shutil.ignore_patterns("__pycache__"))


def confirm(source: Path, out: Path) -> int:
    """`mawas knowledge confirm` in a copy of the records, as a target; its first lines make the copy."""
    from bot import knowledge_fresh

    out.mkdir()
    root = out / KNOWLEDGE.name
    root.symlink_to(source)
    channel = KNOWLEDGE / "channels" / f"{_CHANNEL}.yml"
    shutil.copyfile(channel, source / "channels" / channel.name)
    return knowledge_fresh.note(
        _CHANNEL, contact=None, on=None, source="telepon", by=None, root=root
    )


def _wrong_records(out: Path) -> list[str]:
    root = out / KNOWLEDGE.name
    return [str(each) for each in blockers(lint(load(root)))] if root.exists() else []


_ANSWERS = json.dumps({"masalah": "uang", "tempat": "Sihanoukville, Kamboja"}).encode()
OUTPUTS = (
    Made("card", command, _cards, prepare=_offers),
    Made(
        "report",
        in_folder,
        lambda beside, out: [["report", "--answers", "-", "--out", str(out / "laporan.pdf")], out],
        given=_ANSWERS,
    ),
    Made(
        "print",
        command,
        lambda beside, out: [["print", "--out", str(out), "--country", "KH", "--country", "MY"]],
    ),
    Made(
        "stats",
        in_folder,
        lambda beside, out: [
            ["stats", "--csv", str(out / "a.csv"), "--plot", str(out / "a.png")],
            out,
        ],
        prepare=_sessions,
    ),
    Made("export", command, lambda beside, out: [["knowledge", "export", str(out)]]),
    Made(
        "worklist",
        in_folder,
        lambda beside, out: [["knowledge", "check", "--stale", "--csv", str(out / "a.csv")], out],
    ),
    Made("eval", evaluation, lambda beside, out: [out]),
    Made("bundle", bundle, lambda beside, out: [out], wrong=_wrong_bundle),
    Made(
        "confirm",
        confirm,
        lambda beside, out: [beside / "knowledge", out],
        prepare=_records,
        wrong=_wrong_records,
    ),
)
