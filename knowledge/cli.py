"""What `mawas knowledge check` and `mawas knowledge export` do; the arguments are parsed in `bot.cli`."""

from __future__ import annotations

import sys
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
    # Errors last, next to the count: warnings about old contacts are many and stay for months.
    for finding in sorted(findings, key=lambda finding: finding.level == "error"):
        print(finding, file=out)
    wrong = len(errors(findings))
    summary = f"{len(corpus.documents)} berkas diperiksa: {wrong} kesalahan"
    print(f"{summary}, {len(findings) - wrong} peringatan.", file=out)
    return FOUND_WRONG if wrong else DONE


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
