"""Reads the knowledge folder: YAML files to records, with every problem and its line.

Nothing here stops at the first broken file: `load` always returns what could be read.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from knowledge.catalogue import catalogue_or_finding
from knowledge.corpus import Corpus
from knowledge.document import Document, dotted
from knowledge.findings import Finding
from knowledge.kinds import DEFAULT_ROOT, FOLDERS
from knowledge.schemas import scalar_types, schema_errors
from knowledge.yaml_reader import parse

_WIB = timezone(timedelta(hours=7))
"""Asia/Jakarta: editors' dates are Jakarta dates. It has no summer time."""


def today_in_jakarta() -> date:
    """Return today's date where the editors are."""
    return datetime.now(_WIB).date()


def load(root: Path = DEFAULT_ROOT, today: date | None = None) -> Corpus:
    """Return everything in a knowledge folder.

    Args:
        root: the folder that holds `topics/`, `channels/` and the others.
        today: date for the date rules; default today in Jakarta.

    `Corpus.knowledge` holds only records that fit their schema; what is wrong with the others
    stands in the `problems` of their documents.
    """
    with _no_garbage_collection():
        catalogue, strays = catalogue_or_finding(root)
        documents = []
        for kind in FOLDERS:
            for path in _files(root, kind, strays):
                documents.append(read_document(kind, path))
        documents.sort(key=lambda document: document.path)
        return Corpus(
            root=root,
            documents=tuple(documents),
            catalogue=catalogue,
            today=today or today_in_jakarta(),
            strays=tuple(strays),
        )


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Pause the collector: loading makes many objects and no garbage (saves a quarter)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _files(root: Path, kind: str, strays: list[Finding]) -> Iterator[Path]:
    folder = root / FOLDERS[kind]
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix == ".yml" and path.is_file():
            yield path
        elif not path.name.startswith("."):
            place = f"{root.name}/{folder.name}/{path.name}"
            tip = "satu rekaman satu berkas .yml langsung di folder ini; pindahkan atau hapus."
            strays.append(Finding(place, 1, "", "bukan berkas .yml.", tip, "schema"))


def read_document(kind: str, path: Path) -> Document:
    """Return one file with what is wrong with its YAML and its schema; never raises for content."""
    place = f"{path.parent.parent.name}/{path.parent.name}/{path.name}"
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        tip = "simpan ulang berkas ini sebagai UTF-8."
        problem = Finding(place, 1, "", f"tidak bisa dibaca ({error}).", tip, "schema")
        return Document(kind, path.stem, place, "", {}, {}, {}, (problem,))
    parsed = parse(source, scalar_types(kind))
    data = parsed.data if isinstance(parsed.data, dict) else {}
    document = Document(kind, path.stem, place, source, data, parsed.lines, parsed.unquoted)
    problems = [
        Finding(place, problem.line, dotted(problem.path), problem.message, problem.tip, "schema")
        for problem in parsed.problems
    ]
    if parsed.data is not None:
        problems += [
            document.finding(where, message, tip, "schema")
            for where, message, tip in schema_errors(kind, parsed.data)
        ]
    problems += _unquoted(document)
    return Document(
        kind, path.stem, place, source, data, parsed.lines, parsed.unquoted, tuple(problems)
    )


def _unquoted(document: Document) -> Iterator[Finding]:
    for path, text in document.unquoted.items():
        yield document.finding(
            path,
            f"{text} tidak diberi tanda kutip.",
            f'tulis "{text}". Tanpa tanda kutip, program lain membacanya sebagai hal lain.',
            "schema",
        )
