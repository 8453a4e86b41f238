"""Starts the service as a process of its own, watches its memory, and ends it kindly or not."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from bot.paths import ROOT
from tests.helpers.telegram_server import TelegramServer
from tests.helpers.telegram_worker import READY

_PATIENCE = 120.0


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
        self._process: asyncio.subprocess.Process | None = None
        self.log = log

    async def start(self, patience: float = _PATIENCE) -> None:
        """Start it and wait until it receives.

        Raises:
            AssertionError: it does not within so many seconds.
        """
        begin = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as file:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.helpers.telegram_worker",
                *self._options,
                cwd=ROOT,
                env=self._environment,
                stdout=file,
                stderr=file,
            )
        end = asyncio.get_running_loop().time() + patience
        while READY.encode() not in self.log.read_bytes()[begin:].splitlines():
            assert self._process.returncode is None, self.log.read_text()[-2000:]
            assert asyncio.get_running_loop().time() < end, "the service did not start"
            await asyncio.sleep(0.05)

    @property
    def pid(self) -> int:
        """Its number."""
        assert self._process is not None
        return self._process.pid

    async def kill(self) -> None:
        """End it as a power cut would."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        await self._process.wait()

    async def terminate(self) -> tuple[int, float]:
        """End it as a server's operator would.

        Returns:
            Its exit status, and the seconds that it took.
        """
        assert self._process is not None
        begin = asyncio.get_running_loop().time()
        self._process.send_signal(signal.SIGTERM)
        status = await self._process.wait()
        return status, asyncio.get_running_loop().time() - begin

    async def stop(self) -> None:
        """End it if it still runs."""
        if self._process and self._process.returncode is None:
            await self.kill()

    def megabytes(self) -> float:
        """Resident memory now."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return 0.0
