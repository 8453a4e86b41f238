"""Files that somebody hands over: records of knowledge, answers of a report, and the paper that is made of them."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.fuzz.inputs import damaged, text
from tests.fuzz.material import offers, records, sentences
from tests.fuzz.target import Take, Target
from tests.fuzz.targets.checks import is_plain, must
from tests.fuzz.values import changed

_TODAY = date(2026, 11, 29)
_LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
_BOMBS: tuple[bytes, ...] = (
    _LAUGHS.encode(),
    b"a: &a [*a]\n",
    b"&a ? *a : *a\n",
    b"<<: {a: 1}\nb: 2\n",
    b"[" * 20_000,
    b"{a: " * 20_000,
    b"- " * 20_000,
    b"? " * 20_000,
    b"- - [\n" * 4_000,
    b"a: " + b"9" * 6_000 + b"\n",
    b"minutes: " + b"9" * 6_000 + b"\nid: x\n",
    b"a: !!python/object/apply:os.system ['true']\n",
    b"a: !!binary aGFsbw==\n",
    b"a: !x b\n!!set {a, b}\n",
    b"--- a\n--- b\n",
    b"%YAML 9.9\n---\na: b\n",
    b'"\\ud800": 1\n',
    b'a: "\\UFFFFFFFF"\n',
    b"a: |" + b"\n " * 30_000,
    b"a: >\n" + b" x\n\n" * 20_000,
    b'a: "' + b"x " * 60_000,
    b"\xff\xfea\x00:\x00",
    b"\x00" * 500,
    b"#" * 100_000,
    b"a: &" + b"x" * 50_000 + b" 1\n",
    b"{" + b"a: 1, " * 20_000 + b"}",
    b"".join(b"k%d: 1\n" % number for number in range(15_000)),
)
_QUESTIONS = (
    "masalah",
    "siapa",
    "umur",
    "cerita",
    "kapan",
    "tempat",
    "pelaku",
    "uang",
    "jumlah",
    "dokumen",
    "kontak",
)


def _record(random: Random) -> tuple[str, bytes]:
    """Kind, and the file."""
    kind, file = random.choice(records())
    if random.random() < 0.08:
        return kind, random.choice(_BOMBS)
    data = file.read_bytes()
    if random.random() < 0.4:
        return kind, damaged(random, data)
    row = changed(random, yaml.load(data, yaml.CBaseLoader), sentences())
    try:
        return kind, yaml.dump(
            row, Dumper=yaml.CSafeDumper, allow_unicode=random.random() < 0.5
        ).encode("utf-8", "surrogatepass")
    except (yaml.YAMLError, UnicodeEncodeError):
        return kind, damaged(random, data)


def _records(random: Random) -> list[tuple[str, str, bytes]]:
    """Kind, name and content of a few files."""
    return [
        (kind, f"{random.choice(('a', 'b', 'c-d', 'E', 'x' * 90))}{number}.yml", data)
        for number, (kind, data) in enumerate(_record(random) for _ in range(random.randint(1, 6)))
    ]


def _answers(random: Random) -> bytes:
    if random.random() < 0.15:
        return random.choice(_BOMBS)
    row: Any = {
        name: text(random, random.choice((sentences(), offers())), 4_000)
        for name in random.sample(_QUESTIONS, random.randint(1, 8))
    }
    if random.random() < 0.3:
        row = changed(random, row, sentences())
    try:
        data = yaml.dump(row, Dumper=yaml.CSafeDumper, allow_unicode=True).encode(
            "utf-8", "surrogatepass"
        )
    except (yaml.YAMLError, UnicodeEncodeError):
        data = b"cerita: x\n"
    return damaged(random, data) if random.random() < 0.3 else data


@contextlib.contextmanager
def _reading(folder: Path) -> Iterator[Take]:
    from knowledge.convert import RECORD_CLASSES, to_record
    from knowledge.kinds import FOLDERS
    from knowledge.load import read_document

    def take(given: tuple[str, bytes]) -> None:
        kind, data = given
        file = folder / "knowledge" / FOLDERS[kind] / "rekaman.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        found = read_document(kind, file)
        must(found.problems or found.data, "neither a record nor a problem")
        must(all(problem.tip for problem in found.problems), "a problem without advice")
        if not found.problems:
            to_record(RECORD_CLASSES[kind], found.data)

    yield take


@contextlib.contextmanager
def _checking(folder: Path) -> Iterator[Take]:
    import shutil

    from bot.paths import KNOWLEDGE
    from knowledge.kinds import FOLDERS
    from knowledge.lint import lint
    from knowledge.load import load

    root = folder / "knowledge"
    for name in ("schema", "screening", "report", "paper"):
        shutil.copytree(KNOWLEDGE / name, root / name)
    for file in KNOWLEDGE.glob("*.yml"):
        shutil.copy(file, root / file.name)

    def take(given: list[tuple[str, str, bytes]]) -> None:
        for kind, name, data in given:
            (root / FOLDERS[kind]).mkdir(exist_ok=True)
            (root / FOLDERS[kind] / name).write_bytes(data)
        try:
            corpus = load(root, _TODAY)
            for finding in lint(corpus):
                str(finding)
            must(corpus.knowledge is not None, "no records")
        finally:
            for kind, name, _ in given:
                (root / FOLDERS[kind] / name).unlink(missing_ok=True)

    yield take


@contextlib.contextmanager
def _report(_: Path) -> Iterator[Take]:
    with _report_command() as (run, _):

        def take(given: bytes) -> None:
            run(given, None)

        yield take


@contextlib.contextmanager
def _paper(folder: Path) -> Iterator[Take]:
    with _report_command() as (run, _):
        out = folder / "laporan.pdf"

        def take(given: bytes) -> None:
            if run(given, out):
                data = out.read_bytes()
                must(data.startswith(b"%PDF-"), "no PDF")
                # What starts something by itself, or leads elsewhere.
                for word in (
                    b"/JavaScript",
                    b"/JS ",
                    b"/Launch",
                    b"/OpenAction /",
                    b"/URI",
                    b"/EmbeddedFile",
                ):
                    must(word not in data, f"{word!r} in the PDF")
            out.unlink(missing_ok=True)

        yield take


@contextlib.contextmanager
def _report_command() -> Iterator[tuple[Any, Any]]:
    from bot.errors import UnreadableError
    from bot.report_command import ReportCommand, Wanted
    from bot.settings import Settings
    from knowledge.store import Store

    store = Store(Settings.from_environment().db_url).keep()
    command = ReportCommand(store)

    def run(given: bytes, out: Path | None) -> bool:
        """Whether a report was made."""
        told = io.StringIO()
        try:
            command.run(
                Wanted(answers="-", out=out, text=True), io.BytesIO(given), told, io.StringIO()
            )
        except UnreadableError as error:
            must("Saran: " in str(error) and is_plain(str(error)), "an error without advice")
            return False
        must(told.getvalue(), "no report")
        return True

    yield run, store
    store.close()


TARGETS = (
    Target("knowledge_files", "records: YAML, schema, bombs, conversion", 7_000, _record, _reading),
    Target(
        "knowledge_check",
        "all rules over folders of damaged records",
        1_500,
        _records,
        _checking,
        seconds=4,
    ),
    Target("report_answers", "answers of `mawas report`, and its text", 3_000, _answers, _report),
    Target("report_paper", "the same as a PDF", 300, _answers, _paper, seconds=10, megabytes=300),
)
