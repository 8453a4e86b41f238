"""Each target in a process of its own: what ends the process is a failure of its input, and the others go on."""

from __future__ import annotations

import json
import os
import resource
import selectors
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from bot.paths import ROOT
from tests.fuzz.engine import Case, Figures, run
from tests.fuzz.target import Target

# An input that waits for something that never comes takes no processor time.
SILENT_SECONDS = 900.0
# More than a target may take even for a moment; beyond it there is no memory, instead of none for the whole machine.
_MOST_BYTES = 6 * 1024**3


@dataclass
class Result:
    """What came out for a target.

    Attributes:
        target: name.
        figures: of all its processes.
        cases: inputs that failed.
    """

    target: str
    figures: Figures = field(default_factory=Figures)
    cases: list[Case] = field(default_factory=list)


def inside(target: Target, seed: int, numbers: range) -> None:
    """In the process: give a target its inputs, and say on standard output what happens."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    # What is tested may print too.
    out = os.dup(1)
    os.dup2(2, 1)

    def say(**row: object) -> None:
        os.write(out, json.dumps(row).encode() + b"\n")

    with tempfile.TemporaryDirectory() as folder:
        figures = run(
            target,
            Path(folder),
            seed,
            numbers,
            lambda case: say(case=asdict(case)),
            lambda number: say(begun=number),
        )
    say(figures=asdict(figures))


def outside(target: Target, seed: int, numbers: range, advance: Callable[[], None]) -> Result:
    """Start processes until a target had all its inputs.

    Args:
        target: what takes them.
        seed: of all inputs.
        numbers: of the inputs.
        advance: called with each input.
    """
    result = Result(target.name)
    while numbers:
        last, ended = _one(target, seed, numbers, advance, result)
        if ended == "":
            break
        why = f"process: {ended}"
        result.cases.append(Case(target.name, seed, last, why, repr(target.input(seed, last))))
        result.figures.inputs += last + 1 - numbers.start
        numbers = range(last + 1, numbers.stop)
    return result


def _one(
    target: Target, seed: int, numbers: range, advance: Callable[[], None], result: Result
) -> tuple[int, str]:
    """One process: the last input that it began, and how it ended before its time."""
    words = ["--inside", "--only", target.name, "--seed", str(seed)]
    words += ["--from", str(numbers.start), "--to", str(numbers.stop)]
    last, done = numbers.start, False
    with (
        tempfile.TemporaryFile() as errors,
        subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.fuzz", *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=errors,
            # What a refused login or a full queue writes is not looked at.
            env={**os.environ, "MAWAS_LOG": "ERROR"},
        ) as process,
    ):
        for line in _lines(process):
            row = json.loads(line)
            if "begun" in row:
                last = row["begun"]
                advance()
            elif "case" in row:
                result.cases.append(Case(**row["case"]))
            else:
                done = True
                result.figures = _added(result.figures, Figures(**row["figures"]))
        status = process.wait()
        errors.seek(0)
        told = errors.read().decode("utf-8", "replace")[-4_000:]
    return last, "" if done else f"ended with {status}\n{told}"


def _lines(process: subprocess.Popen[bytes]) -> Iterator[bytes]:
    """Whole lines of a process; one that is silent for too long is ended."""
    assert process.stdout is not None
    rest = b""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        heard = time.monotonic()
        while True:
            if not selector.select(timeout=5):
                if time.monotonic() - heard > SILENT_SECONDS:
                    process.kill()
                continue
            heard = time.monotonic()
            data = os.read(process.stdout.fileno(), 65_536)
            if not data:
                return
            *lines, rest = (rest + data).split(b"\n")
            yield from lines


def _added(before: Figures, now: Figures) -> Figures:
    slower = max(before, now, key=lambda each: each.slowest)
    return replace(
        now,
        inputs=before.inputs + now.inputs,
        slowest=slower.slowest,
        slowest_number=slower.slowest_number,
        peak=max(before.peak, now.peak),
        grown=max(before.grown, now.grown),
    )
