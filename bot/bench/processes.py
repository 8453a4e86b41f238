"""Starts the processes that are measured, waits for them, and ends them."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.bench.errors import ended
from bot.bench.usage import Usage, family_of, processor_of, usage_of

LOOPBACK = "127.0.0.1"
_PATIENCE = 300.0
_END_SECONDS = 10.0
_LOOK = 0.05


@dataclass(frozen=True)
class Finished:
    """A process that ran to its end.

    Attributes:
        out: what it wrote to standard output.
        seconds: from start to end.
        processor: processor seconds, by program and system together, children included.
    """

    out: str
    seconds: float
    processor: float


def environment(**values: str) -> dict[str, str]:
    """The environment for a child: ours, with some values of its own."""
    return {**os.environ, **values}


def run(
    what: str,
    command: Sequence[str],
    *,
    env: Mapping[str, str],
    typed: str = "",
    folder: Path | None = None,
    nice: bool = False,
    patience: float | None = None,
) -> Finished:
    """Run a process to its end.

    Args:
        what: its name for people.
        command: program and arguments.
        env: its whole environment.
        typed: its standard input.
        folder: where it runs.
        nice: let all others go first.
        patience: seconds after which it is ended; None waits for ever.

    Raises:
        MeasureError: it ended with another status than 0, or was not done in time.
    """
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as out, _log() as log:
        source.write(typed.encode())
        source.seek(0)
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own command, no shell
            command,
            stdin=source,
            stdout=out,
            stderr=log,
            env=dict(env),
            cwd=folder,
            start_new_session=True,
            preexec_fn=_go_last if nice else None,
        )
        late = threading.Event()
        alarm = threading.Timer(patience or 0.0, _end_late, (process, late))
        try:
            if patience is not None:
                alarm.start()
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:
            _kill(process)
            raise
        finally:
            alarm.cancel()
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode(errors="replace")
        if process.returncode:
            log.seek(0)
            status_told = None if late.is_set() else process.returncode
            raise ended(what, status_told, said + log.read().decode(errors="replace"))
        return Finished(said, seconds, used.ru_utime + used.ru_stime)


def _end_late(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _go_last() -> None:
    os.nice(19)


class Running:
    """A process that is being measured; a context manager that ends it, with all that it started."""

    def __init__(
        self,
        what: str,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        folder: Path | None = None,
        **streams: Any,
    ) -> None:
        """Start it; its outputs go to a file unless `streams` says otherwise (see subprocess.Popen)."""
        self._what = what
        self._log = _log()
        self.started = time.perf_counter()
        self.process: subprocess.Popen[bytes] = subprocess.Popen(  # noqa: S603 - our own command, no shell
            command,
            env=dict(env),
            cwd=folder,
            start_new_session=True,
            **{
                "stdin": subprocess.DEVNULL,
                "stdout": self._log,
                "stderr": self._log,
                **streams,
            },
        )

    def __enter__(self) -> Running:
        """It runs already."""
        return self

    def __exit__(self, *error: object) -> None:
        """End it."""
        self.stop()

    @property
    def usage(self) -> Usage:
        """What it and its children have used so far."""
        return usage_of(self.process.pid)

    def processor(self) -> float:
        """Processor seconds that it and its children who still run have used, fine enough for one message.

        Raises:
            MeasureError: it has ended.
        """
        status = self.process.poll()
        if status is not None:
            raise ended(self._what, status, self.said())
        seconds = 0.0
        for pid in family_of(self.process.pid):
            # A child may end between the two looks.
            with contextlib.suppress(OSError):
                seconds += processor_of(pid)
        return seconds

    def said(self) -> str:
        """What it wrote so far."""
        with contextlib.suppress(OSError):
            self._log.seek(0)
            return str(self._log.read().decode(errors="replace"))
        return ""

    def wait_for(self, test: Callable[[], bool], patience: float = _PATIENCE) -> None:
        """Wait until a test holds.

        Raises:
            MeasureError: it ended, or the test did not hold within so many seconds.
        """
        end = time.perf_counter() + patience
        # Whether it still runs comes first: somebody else may answer at the port that it could not have.
        while (status := self.process.poll()) is None and time.perf_counter() < end:
            if test():
                return
            time.sleep(_LOOK)
        raise ended(self._what, status, self.said())

    def stop(self) -> None:
        """Ask it to end, and end it if it does not."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(_END_SECONDS)
        # Also what it started and left behind.
        _kill(self.process)
        self._log.close()


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as found:
        found.bind((LOOPBACK, 0))
        return int(found.getsockname()[1])


def answers(url: str) -> bool:
    """Whether somebody answers at an address of this machine."""
    try:
        with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310 - our own http address
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _log() -> Any:
    return tempfile.TemporaryFile()


def _kill(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
