"""Starts the service as a process of its own, watches its memory, and ends it kindly or not."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.helpers.telegram_server import TelegramServer
from tests.helpers.telegram_worker import READY, main

_PATIENCE = 120.0
_LOOK = 0.01
# What every worker imports, which takes longer than all that a test does with it: read once, by the process from which they fork.
_FORKED = multiprocessing.get_context("forkserver")
_FORKED.set_forkserver_preload(["bot.channels.telegram.service"])
# The trained assistant prepares its process before it imports anything, as `mawas telegram` does.
_FRESH = multiprocessing.get_context("spawn")


class ServiceProcess:
    """`tests/helpers/telegram_worker.py`, started when it is told and again after it was killed.

    Attributes:
        log: file to which every process writes both its outputs.
    """

    def __init__(
        self, server: TelegramServer, home: Path, log: Path, *options: str, **settings: str
    ) -> None:
        """Keep what is needed to start it: options of the worker, settings of the environment."""
        self._options = options
        self._environment = {
            **os.environ,
            "MAWAS_HOME": str(home),
            "MAWAS_TELEGRAM_TOKEN": server.token,
            "MAWAS_TELEGRAM_API": server.url,
            "MAWAS_LOG": "DEBUG",
            "PYTHONWARNINGS": "ignore",
            **settings,
        }
        self._process: multiprocessing.process.BaseProcess | None = None
        self.log = log

    async def start(self, patience: float = _PATIENCE) -> None:
        """Start it and wait until it receives.

        Raises:
            AssertionError: it does not within so many seconds.
        """
        begin = self.log.stat().st_size if self.log.exists() else 0
        self.log.touch()
        context = _FRESH if "--real" in self._options else _FORKED
        self._process = context.Process(
            target=_serve, args=(self._options, self._environment, self.log), daemon=True
        )
        await asyncio.to_thread(self._process.start)
        end = asyncio.get_running_loop().time() + patience
        while READY.encode() not in self.log.read_bytes()[begin:].splitlines():
            assert self._process.exitcode is None, self.log.read_text()[-2000:]
            assert asyncio.get_running_loop().time() < end, "the service did not start"
            await asyncio.sleep(_LOOK)

    @property
    def pid(self) -> int:
        """Its number."""
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

    async def kill(self) -> None:
        """End it as a power cut would."""
        assert self._process is not None
        self._process.kill()
        await asyncio.to_thread(self._process.join)

    async def terminate(self) -> tuple[int | None, float]:
        """End it as a server's operator would.

        Returns:
            Its exit status, and the seconds that it took.
        """
        assert self._process is not None
        begin = asyncio.get_running_loop().time()
        self._process.terminate()
        await asyncio.to_thread(self._process.join)
        return self._process.exitcode, asyncio.get_running_loop().time() - begin

    async def stop(self) -> None:
        """End it if it still runs."""
        if self._process and self._process.exitcode is None:
            await self.kill()

    def megabytes(self) -> float:
        """Resident memory now."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return 0.0


def _serve(options: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
    """Be a worker: in the new process."""
    os.environ.clear()
    os.environ.update(environment)
    with log.open("ab") as file:
        for output in (1, 2):
            os.dup2(file.fileno(), output)
    sys.exit(main(options))
