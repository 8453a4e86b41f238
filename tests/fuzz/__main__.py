"""`python -m tests.fuzz`: throw inputs at all targets and show what broke."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tqdm import tqdm

from bot.rasa_environment import prepare
from bot.settings import Settings

SETTINGS = Settings.from_environment()
prepare(SETTINGS.log_level, SETTINGS.home)

from tests.fuzz.catalogue import TARGETS  # noqa: E402 (Rasa's environment comes first)
from tests.fuzz.engine import Case  # noqa: E402
from tests.fuzz.processes import Result, inside, outside  # noqa: E402
from tests.fuzz.target import Target  # noqa: E402

_ALL = 100_000
_COLUMNS = ("target", "inputs", "failures", "slowest (ms CPU)", "peak (MB)", "grown (MB)")


def main(words: Sequence[str] | None = None) -> int:
    """Run it. Returns 1 when something failed."""
    options = _options(words)
    chosen = [target for target in TARGETS if not options.only or target.name in options.only]
    if options.inside:
        inside(chosen[0], options.seed, range(options.first, options.end))
        return 0
    out = options.out or SETTINGS.home / "fuzz"
    results = []
    for target in chosen:
        numbers = _numbers(target, options)
        started = time.monotonic()
        with tqdm(total=len(numbers), desc=target.name, file=sys.stderr, mininterval=1) as bar:
            results.append(outside(target, options.seed, numbers, bar.update))
        _kept(results[-1].cases, out)
        seconds = time.monotonic() - started
        print(f"{target.name}: {len(results[-1].cases)} failures, {seconds:.0f} s", file=sys.stderr)
    print(table(results))
    if any(result.cases for result in results):
        print(f"\nCases: {out}")
        return 1
    return 0


def table(results: Sequence[Result]) -> str:
    """The figures as a table of Markdown."""
    rows = [
        (
            result.target,
            f"{result.figures.inputs:,}",
            str(len(result.cases)),
            f"{result.figures.slowest:.0f}",
            f"{result.figures.peak:.0f}",
            f"{result.figures.grown:.0f}",
        )
        for result in results
    ]
    total = sum(result.figures.inputs for result in results)
    failures = sum(len(result.cases) for result in results)
    rows.append(("all", f"{total:,}", str(failures), "", "", ""))
    lines = [_COLUMNS, tuple("---" for _ in _COLUMNS), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _numbers(target: Target, options: argparse.Namespace) -> range:
    if options.number is not None:
        return range(options.number, options.number + 1)
    return range(max(1, round(target.share * options.count / _ALL)))


def _kept(cases: Sequence[Case], out: Path) -> None:
    """A file for each case: what repeats it, why it failed, and the input."""
    for case in cases:
        out.mkdir(parents=True, exist_ok=True)
        file = out / f"{case.target}-{case.seed}-{case.number}.txt"
        words = f"{case.command}\n\n{case.why}\n\n{case.input}\n"
        file.write_text(words, encoding="utf-8", errors="backslashreplace")


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    names = [target.name for target in TARGETS]
    parser = argparse.ArgumentParser("python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=_ALL, help="inputs of all targets together")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same inputs")
    parser.add_argument("--only", action="append", choices=names, help="a target; may be repeated")
    parser.add_argument("--number", type=int, help="one input alone, to repeat a case")
    parser.add_argument("--out", type=Path, help="folder for cases; default fuzz in MAWAS_HOME")
    for name, place in (("--inside", None), ("--from", "first"), ("--to", "end")):
        more = {"action": "store_true"} if place is None else {"type": int, "dest": place}
        parser.add_argument(name, help=argparse.SUPPRESS, **more)
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())
