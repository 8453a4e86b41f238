"""Processor time and memory of running processes and their children, from /proc."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from bot.errors import MissingError

_PROC = Path("/proc")
MB = 1024 * 1024


@dataclass(frozen=True)
class Usage:
    """What processes have used.

    Attributes:
        seconds: of a processor, by program and system together, ended children included.
        memory: resident, in bytes; a page that two processes share counts in both.
    """

    seconds: float
    memory: int

    def __add__(self, other: Usage) -> Usage:
        """Both together."""
        return Usage(self.seconds + other.seconds, self.memory + other.memory)


NOTHING = Usage(0.0, 0)


def need_proc(proc: Path = _PROC) -> None:
    """Check that processes can be watched here.

    Raises:
        MissingError: this system has no /proc.
    """
    if not (proc / "self" / "stat").exists():
        raise MissingError(
            "mawas bench membaca pemakaian proses dari /proc, yang tidak ada di sistem ini."
            " Saran: jalankan di Linux, atau di WSL pada Windows."
        )


def usage_of(pid: int, proc: Path = _PROC) -> Usage:
    """What a process and all below it have used so far; nothing when it is gone."""
    total = NOTHING
    for member in family_of(pid, proc):
        total += _one(member, proc)
    return total


def family_of(pid: int, proc: Path = _PROC) -> set[int]:
    """Ids of a process and of all below it."""
    parents = _parents(proc)
    family = {pid}
    grown = True
    while grown:
        more = {child for child, parent in parents.items() if parent in family} - family
        family |= more
        grown = bool(more)
    return family


def processor_of(pid: int) -> float:
    """Processor seconds of one process, without its children, to the nanosecond: /proc counts in hundredths of a second.

    Raises:
        OSError: the process is gone.
    """
    # clock_getcpuclockid(3), which Python has not: the kernel's number of the clock of a process.
    return time.clock_gettime((~pid << 3) | 2)


def _parents(proc: Path) -> dict[int, int]:
    found = {}
    for folder in proc.iterdir():
        if folder.name.isdecimal():
            fields = _fields(int(folder.name), proc)
            if fields:
                found[int(folder.name)] = int(fields[1])
    return found


def _one(pid: int, proc: Path) -> Usage:
    fields = _fields(pid, proc)
    if not fields:
        return NOTHING
    # utime, stime, cutime, cstime are the fields 14 to 17 of proc(5); rss, in pages, is the 24th. The list begins with the third.
    ticks = sum(int(field) for field in fields[11:15])
    return Usage(
        ticks / os.sysconf("SC_CLK_TCK"), max(int(fields[21]), 0) * os.sysconf("SC_PAGE_SIZE")
    )


def _fields(pid: int, proc: Path) -> list[str]:
    """The fields of /proc/PID/stat from the third, the state; none when the process is gone."""
    try:
        text = (proc / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    # The second is the name in brackets, which may hold blanks and brackets.
    return text.rpartition(")")[2].split()
