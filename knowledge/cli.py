"""What `mawas knowledge check|build|export` does; the arguments are parsed in `bot.cli`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from knowledge.findings import KnowledgeError
from knowledge.kinds import DEFAULT_ROOT

DONE, FOUND_WRONG = 0, 1
"""Exit statuses of the contract."""


def check(root: Path = DEFAULT_ROOT, out: TextIO | None = None) -> int:
    """Print every finding and a count; return 1 when there is an error, else 0."""
    from knowledge.lint import errors, lint
    from knowledge.load import load

    out = out or sys.stdout
    corpus = load(root)
    findings = lint(corpus)
    for finding in findings:
        print(finding, file=out)
    wrong = len(errors(findings))
    summary = f"{len(corpus.documents)} berkas diperiksa: {wrong} kesalahan"
    print(f"{summary}, {len(findings) - wrong} peringatan.", file=out)
    return FOUND_WRONG if wrong else DONE


def build(
    root: Path,
    url: str,
    progress: Callable[[int, int], None] | None = None,
    out: TextIO | None = None,
) -> int:
    """Build the store at the SQLAlchemy URL; print what happened; return 1 when it is refused."""
    from knowledge.build import build as build_store

    try:
        result = build_store(root, url, progress)
    except KnowledgeError as error:
        print(error, file=out or sys.stdout)
        return FOUND_WRONG
    print(f"Pengetahuan siap ({result[:12]}).", file=out or sys.stdout)
    return DONE


def export(root: Path, folder: Path, out: TextIO | None = None) -> int:
    """Write the HSDS package and the plain CSV files; return 1 when the records have errors."""
    from knowledge.export import export as export_all

    try:
        files = export_all(root, folder)
    except KnowledgeError as error:
        print(error, file=out or sys.stdout)
        return FOUND_WRONG
    print(f"{len(files)} berkas ditulis ke {folder}.", file=out or sys.stdout)
    return DONE
