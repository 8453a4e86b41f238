"""Several workers, each in a process of its own: started, started again when one ends, stopped together.

Nothing heavy is imported here: a new process reads this module before it is prepared for Rasa.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from multiprocessing.context import SpawnProcess
from typing import Any

from bot.errors import MawasError
from bot.reload.hangup import HANGUP
from bot.reload.rolling import Loads, Rolling
from bot.settings import Settings

DONE = 0
_LOOK_SECONDS = 0.2
# A worker that ends at once must not be started again all the time.
_RESTART_PAUSE = 5.0
# A worker finishes what is in hand within ten seconds.
_STOP_SECONDS = 10.0

# What a worker does: its number, how many there are, its health port, and what it calls when it is ready and after each reload, with
# whether that worked. A function of a light module, found by its name.
Work = Callable[[Settings, int, int, int | None, Callable[[bool], None]], object]
Tell = Callable[..., None]


class Workers:
    """The processes.

    Args:
        work: what each does.
        tell: writes a line of the log (`bot.event_lines`).
        settings: of this run.
        count: how many.
        health_port: of the first; the next one has the next port.
    """

    def __init__(
        self, work: Work, tell: Tell, settings: Settings, count: int, health_port: int | None
    ) -> None:
        """Nothing is started yet."""
        self._does = work
        self._tell = tell
        self._settings = settings
        self._count = count
        self._health_port = health_port
        # A fresh interpreter each: threads of numerical libraries do not survive a fork.
        self._context = multiprocessing.get_context("spawn")
        self._processes: list[SpawnProcess] = []
        # When a worker that ended is started again, by its number.
        self._again: dict[int, float] = {}
        # Written by the workers: how often each loaded, and failed to.
        self._loads: list[Any] = [None] * count
        self._stopping = False

    def run(self) -> int:
        """Run until SIGTERM or SIGINT.

        Returns:
            The exit status: 0.
        """
        for kind in (signal.SIGTERM, signal.SIGINT):
            signal.signal(kind, self._stop)
        HANGUP.hear()
        rolling = Rolling(self._count, self._said, self._pass_on, self._tell_of)
        asked = False
        self._processes = [self._started(number) for number in range(self._count)]
        while not self._stopping:
            time.sleep(_LOOK_SECONDS)
            asked |= HANGUP.asked()
            asked &= not rolling.look(asked)
            for number, process in enumerate(self._processes):
                if process.exitcode is not None and not self._stopping:
                    self._start_again(number, process.exitcode)
        for process in self._processes:
            with contextlib.suppress(OSError):
                process.terminate()
        until = time.monotonic() + _STOP_SECONDS
        for process in self._processes:
            process.join(max(0.0, until - time.monotonic()))
        for process in self._processes:
            # One that stands still hears no signal, and would be left behind.
            if process.is_alive():
                process.kill()
        return DONE

    def _start_again(self, number: int, status: int) -> None:
        """After a pause in which the others are looked after."""
        if number not in self._again:
            self._tell("worker_ended", worker=number, status=status)
            self._again[number] = time.monotonic() + _RESTART_PAUSE
        elif time.monotonic() >= self._again[number]:
            del self._again[number]
            self._processes[number] = self._started(number)

    def _started(self, number: int) -> SpawnProcess:
        port = None if self._health_port is None else self._health_port + number
        self._loads[number] = self._context.Array("L", [0, 0], lock=False)
        process = self._context.Process(
            target=_work,
            args=(self._does, self._settings, number, self._count, port, self._loads[number]),
        )
        process.start()
        return process

    def _said(self, number: int) -> Loads:
        return Loads(self._processes[number].pid, *self._loads[number])

    def _pass_on(self, number: int) -> None:
        process = self._processes[number]
        # One that has just ended is started again, and loads anew by that.
        if process.pid and process.exitcode is None:
            with contextlib.suppress(OSError):
                os.kill(process.pid, signal.SIGHUP)

    def _tell_of(self, word: str, number: int) -> None:
        self._tell(word, worker=number)

    def _stop(self, *_: Any) -> None:
        self._stopping = True


def _work(
    work: Work, settings: Settings, number: int, workers: int, health_port: int | None, loads: Any
) -> None:
    HANGUP.hear()
    from bot.rasa_environment import prepare

    def loaded(worked: bool) -> None:
        loads[int(not worked)] += 1

    prepare(settings.log_level, settings.home)
    try:
        work(settings, number, workers, health_port, loaded)
    except MawasError as error:
        sys.stderr.write(f"mawas: {error}\n")
        sys.exit(error.exit_status)
