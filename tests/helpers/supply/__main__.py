"""`python -m tests.helpers.supply`: licences [--write] | sbom [FILE] | advisories | judge REPORT."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.helpers.supply import advisories, licences, sbom

DONE, WRONG = 0, 1


def main(words: list[str] | None = None) -> int:
    """Run one of the commands; returns the exit status."""
    parser = argparse.ArgumentParser(prog="supply", description=__doc__)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("licences", help="compare docs/licences.md with the lock")
    one.add_argument("--write", action="store_true", help="make it anew")
    one.set_defaults(run=_licences)
    one = commands.add_parser("sbom", help="write the bill of materials (CycloneDX)")
    one.add_argument("file", nargs="?", type=Path, help="standard output without it")
    one.set_defaults(run=_sbom)
    one = commands.add_parser("advisories", help="rows for the table in docs/security.md")
    one.set_defaults(run=_advisories)
    one = commands.add_parser(
        "judge", help="compare a report of pip-audit with docs/advisories.yml"
    )
    one.add_argument("report", type=Path)
    one.set_defaults(run=_judge)
    options = parser.parse_args(words)
    return int(options.run(options))


def _licences(options: argparse.Namespace) -> int:
    try:
        made = licences.page()
    except licences.UnknownLicenceError as error:
        print(f"licences: {error}. Read it, then add it to {licences.TABLE.name}.", file=sys.stderr)
        return WRONG
    if options.write:
        licences.PAGE.write_text(made, encoding="utf-8")
    is_same = licences.PAGE.exists() and licences.PAGE.read_text(encoding="utf-8") == made
    print("licences: " + ("as listed" if is_same else "changed; run with --write"))
    return DONE if is_same else WRONG


def _sbom(options: argparse.Namespace) -> int:
    text = sbom.as_text(sbom.sbom())
    if options.file:
        options.file.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return DONE


def _advisories(_: argparse.Namespace) -> int:
    print("\n".join((advisories.HEAD, *advisories.lines(advisories.load()))))
    return DONE


def _judge(options: argparse.Namespace) -> int:
    verdict = advisories.judge_file(options.report)
    print(verdict.words())
    # Where nobody could be asked nothing is proved, and nothing is broken either.
    return WRONG if verdict.unanswered else DONE


if __name__ == "__main__":
    sys.exit(main())
