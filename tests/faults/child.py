"""A process of its own, with everything that it starts in a group of its own, which can be killed without a warning."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

PATIENCE = 600.0
_LOOK = 0.02
_FORKED = multiprocessing.get_context("forkserver")

Target = Callable[..., int | None]


class Child:
    """A program that was started.

    Attributes:
        log: file to which it writes both its outputs.
        begun: when its work began (s, monotonic): not before all of it was imported.
    """

    def __init__(
        self,
        target: Target,
        arguments: Sequence[Any],
        home: Path,
        log: Path,
        given: bytes = b"",
        **settings: str,
    ) -> None:
        """Start it, and wait until its work begins.

        Args:
            target: a function of a module; its result is the exit status.
            arguments: of it.
            home: MAWAS_HOME.
            log: its outputs are written behind what stands there.
            given: its standard input.
            settings: of the environment.
        """
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MAWAS_")}
        environment = {**kept, "MAWAS_HOME": str(home), "MAWAS_LOG": "ERROR", **settings}
        log.touch()
        self.log, self._from = log, log.stat().st_size
        # What takes seconds to import is imported once, by the process from which the others fork; where other tests began that process,
        # each imports for itself.
        _FORKED.set_forkserver_preload(["tests.faults.preload"])
        ours, theirs = _FORKED.Pipe(duplex=False)
        self._process = _FORKED.Process(
            target=_be, args=(target, tuple(arguments), environment, log, given, theirs)
        )
        self._process.start()
        theirs.close()
        try:
            assert ours.poll(PATIENCE), "the process did not begin"
            ours.recv()
        finally:
            ours.close()
        self.begun = time.monotonic()

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    @property
    def lives(self) -> bool:
        """Whether it has not ended."""
        return self._process.is_alive()

    def sleep_until(self, moment: float) -> None:
        """Wait until so many seconds after its work began."""
        time.sleep(max(0.0, self.begun + moment - time.monotonic()))

    def kill(self) -> bool:
        """End it and all that it started as a power cut would. False when it had ended before."""
        lived = self.lives
        # What it started may outlive it.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._pid, signal.SIGKILL)
        self._process.join()
        return lived

    def wait(self) -> int | None:
        """Wait for its end. Returns the exit status; None when it takes too long, and is killed."""
        self._process.join(PATIENCE)
        status = self._process.exitcode
        self.kill()
        return status

    def said(self) -> str:
        """What it wrote."""
        return self.log.read_bytes()[self._from :].decode(errors="replace")

    def wait_for(self, words: str) -> None:
        """Wait until it wrote words.

        Raises:
            AssertionError: it ended, or takes too long.
        """
        end = time.monotonic() + PATIENCE
        while words not in self.said():
            assert self.lives, self.said()[-2000:]
            assert time.monotonic() < end, f"never said: {words}"
            time.sleep(_LOOK)

    @property
    def _pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid


def command(words: Sequence[str]) -> int:
    """`mawas WORDS`, as a target."""
    from bot.cli import main

    return main(words)


def _be(
    target: Target,
    arguments: Sequence[Any],
    environment: dict[str, str],
    log: Path,
    given: bytes,
    begins: Connection,
) -> None:
    """Be the program: in the new process."""
    os.setsid()
    os.environ.clear()
    os.environ.update(environment)
    with log.open("ab") as file:
        for output in (1, 2):
            os.dup2(file.fileno(), output)
    read, write = os.pipe()
    os.write(write, given)
    os.close(write)
    os.dup2(read, 0)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    begins.send(None)
    begins.close()
    sys.exit(target(*arguments))
