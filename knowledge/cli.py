"""What `mawas knowledge check` and `mawas knowledge export` do; the arguments are parsed in `bot.cli`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from knowledge.findings import Finding, KnowledgeError
from knowledge.kinds import DEFAULT_ROOT

if TYPE_CHECKING:
    from knowledge.corpus import Corpus

# Finds more than the rules do; the second is for people only.
Proof = Callable[["Corpus"], tuple[Sequence[Finding], Sequence[str]]]

DONE, FOUND_WRONG = 0, 1
"""Exit statuses of the contract."""


def check(root: Path = DEFAULT_ROOT, out: TextIO | None = None, proof: Proof | None = None) -> int:
    """Print every finding and a count; return 1 when there is an error, else 0.

    Args:
        root: the knowledge folder.
        out: where it is printed.
        proof: what is checked besides the rules, with more than this package knows.
    """
    from knowledge.lint import errors, lint
    from knowledge.load import load

    out = out or sys.stdout
    corpus = load(root)
    findings = lint(corpus)
    proven, notes = proof(corpus) if proof else ((), ())
    findings = sorted({*findings, *proven})
    # Errors last, next to the count: warnings about old contacts are many and stay for months.
    for finding in sorted(findings, key=lambda finding: finding.level == "error"):
        print(finding, file=out)
    for note in notes:
        print(f"Catatan: {note}", file=out)
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
