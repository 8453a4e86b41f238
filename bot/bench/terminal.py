"""A program in a terminal of its own: a line is typed ahead, and what comes back is read as it comes."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.bench.errors import ended
from bot.bench.processes import Running
from bot.bench.usage import Usage

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r")
_ROWS, _COLUMNS = 50, 200
_WAIT = 0.5


class Terminal:
    """One program in a terminal; a context manager that ends it."""

    def __init__(
        self,
        what: str,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        folder: Path | None = None,
    ) -> None:
        """Start it."""
        self._what = what
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
        self._running = Running(
            what, command, env={**env, "TERM": "xterm", "COLUMNS": str(_COLUMNS)}, folder=folder,
            stdin=theirs, stdout=theirs, stderr=theirs,
        )  # fmt: skip
        os.close(theirs)
        self._said = ""

    def __enter__(self) -> Terminal:
        """It runs already."""
        return self

    def __exit__(self, *error: object) -> None:
        """End it."""
        self._running.stop()
        with contextlib.suppress(OSError):
            os.close(self._ours)

    @property
    def usage(self) -> Usage:
        """What it and its children have used so far."""
        return self._running.usage

    def type(self, line: str) -> None:
        """Type a line; a program that does not read yet finds it later."""
        os.write(self._ours, f"{line}\r".encode())

    def seconds_until(self, words: str, patience: float = 300.0) -> float:
        """Seconds from the start of the program until it showed some words.

        Raises:
            MeasureError: it ended before, or took longer than `patience`.
        """
        end = time.perf_counter() + patience
        while words not in self._said:
            ready, _, _ = select.select([self._ours], [], [], _WAIT)
            if ready:
                try:
                    part = os.read(self._ours, 65536)
                except OSError as error:
                    # Linux says so when the program has closed the terminal.
                    if error.errno != errno.EIO:
                        raise
                    part = b""
                self._said += _ESCAPES.sub("", part.decode(errors="replace"))
                if part:
                    continue
            status = self._running.process.poll()
            if status is not None or time.perf_counter() > end:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    status = self._running.process.wait(0)
                raise ended(self._what, status, self._said)
        return time.perf_counter() - self._running.started
