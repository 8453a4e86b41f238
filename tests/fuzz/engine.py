"""Gives a target its inputs one after the other, and measures what each costs."""

from __future__ import annotations

import contextlib
import resource
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from tests.fuzz.target import Take, Target

# Caches fill up with the first inputs.
_SETTLED = 0.3
_MEGABYTE = 1024 * 1024
_LONGEST_TRACE = 6_000


class TooSlow(BaseException):
    """An input took too much processor time. No `except Exception` in what is tested may swallow it."""


class WrongResult(AssertionError):
    """What came out breaks what the target promises."""


@dataclass(frozen=True)
class Case:
    """An input that failed.

    Attributes:
        target: name.
        seed: of the run.
        number: of the input.
        why: kind of failure and what was raised.
        input: as Python writes it.
    """

    target: str
    seed: int
    number: int
    why: str
    input: str

    @property
    def command(self) -> str:
        """What repeats it."""
        return (
            f"python -m tests.fuzz --only {self.target} --seed {self.seed} --number {self.number}"
        )


@dataclass
class Figures:
    """What the inputs of one target cost.

    Attributes:
        inputs: how many there were.
        slowest: processor time of the slowest (ms), of all threads.
        slowest_number: its number.
        peak: most memory of the process (MB).
        grown: memory that it held more at the end than after the first third (MB).
    """

    inputs: int = 0
    slowest: float = 0.0
    slowest_number: int = -1
    peak: float = 0.0
    grown: float = 0.0


def run(
    target: Target,
    folder: Path,
    seed: int,
    numbers: range,
    failed: Callable[[Case], None],
    begun: Callable[[int], None] = lambda _: None,
) -> Figures:
    """Give a target its inputs.

    Args:
        target: what takes them.
        folder: empty; what it needs on a disk.
        seed: of all inputs.
        numbers: of the inputs.
        failed: called with each that failed.
        begun: called with the number of each before it begins.
    """
    figures = Figures()
    settled = 0.0
    with _limited(), target.opened(folder) as take:
        for number in numbers:
            begun(number)
            given = target.input(seed, number)
            before, started = _peak(), time.process_time()
            why = _failure(target, take, given)
            spent = (time.process_time() - started) * 1000
            # What is loaded with the first input is not its own.
            if not why and number != numbers.start and _peak() - before > target.megabytes:
                why = f"memory: {_peak() - before:.0f} MB more"
            if why:
                failed(Case(target.name, seed, number, why, repr(given)))
            if spent > figures.slowest and number != numbers.start:
                figures.slowest, figures.slowest_number = spent, number
            figures.inputs += 1
            if figures.inputs == round(len(numbers) * _SETTLED):
                settled = _held()
    figures.peak, figures.grown = _peak(), _held() - settled
    return figures


def _failure(target: Target, take: Take, given: Any) -> str:
    """Why an input failed; empty when it did not."""
    # Counts processor time of all threads, and sends SIGPROF.
    signal.setitimer(signal.ITIMER_PROF, target.seconds)
    try:
        take(given)
    except TooSlow:
        return f"time: more than {target.seconds:.0f} s of processor time\n{_trace()}"
    except MemoryError:
        return f"memory: no more of it\n{_trace()}"
    except Exception as error:
        return f"{type(error).__name__}\n{_trace()}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def _trace() -> str:
    return traceback.format_exc()[-_LONGEST_TRACE:]


@contextlib.contextmanager
def _limited() -> Iterator[None]:
    def too_slow(_: int, __: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, too_slow)
    try:
        yield
    finally:
        signal.signal(signal.SIGPROF, before)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _held() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / _MEGABYTE
