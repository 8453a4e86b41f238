"""Several workers, each in a process of its own: started, started again when one ends, stopped together.

Nothing heavy is imported here: a new process reads this module before it is prepared for Rasa.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import time
from multiprocessing.context import SpawnProcess
from typing import Any

from bot.channels.telegram.log_lines import event
from bot.errors import MawasError
from bot.settings import Settings

DONE = 0
_LOOK_SECONDS = 0.2
# A worker that ends at once must not be started again all the time.
_RESTART_PAUSE = 5.0
# A worker finishes what is in hand within ten seconds.
_STOP_SECONDS = 10.0


class Workers:
    """The processes.

    Args:
        settings: of this run.
        count: how many.
        health_port: of the first; the next one has the next port.
    """

    def __init__(self, settings: Settings, count: int, health_port: int | None) -> None:
        """Nothing is started yet."""
        self._settings = settings
        self._count = count
        self._health_port = health_port
        # A fresh interpreter each: threads of numerical libraries do not survive a fork.
        self._context = multiprocessing.get_context("spawn")
        self._processes: list[SpawnProcess] = []
        self._stopping = False

    def run(self) -> int:
        """Run until SIGTERM or SIGINT.

        Returns:
            The exit status: 0.
        """
        for kind in (signal.SIGTERM, signal.SIGINT):
            signal.signal(kind, self._stop)
        self._processes = [self._started(number) for number in range(self._count)]
        while not self._stopping:
            time.sleep(_LOOK_SECONDS)
            for number, process in enumerate(self._processes):
                if process.exitcode is not None and not self._stopping:
                    event("worker_ended", worker=number, status=process.exitcode)
                    time.sleep(_RESTART_PAUSE)
                    if not self._stopping:
                        self._processes[number] = self._started(number)
        for process in self._processes:
            with contextlib.suppress(OSError):
                process.terminate()
        until = time.monotonic() + _STOP_SECONDS
        for process in self._processes:
            process.join(max(0.0, until - time.monotonic()))
        return DONE

    def _started(self, number: int) -> SpawnProcess:
        port = None if self._health_port is None else self._health_port + number
        process = self._context.Process(
            target=_work, args=(self._settings, number, self._count, port)
        )
        process.start()
        return process

    def _stop(self, *_: Any) -> None:
        self._stopping = True


def _work(settings: Settings, number: int, workers: int, health_port: int | None) -> None:
    from bot.rasa_environment import prepare

    prepare(settings.log_level, settings.home)
    from bot.channels.telegram.service import Options
    from bot.channels.telegram.start import run_worker

    try:
        run_worker(settings, Options(number, workers, health_port))
    except MawasError as error:
        sys.stderr.write(f"mawas: {error}\n")
        sys.exit(error.exit_status)
