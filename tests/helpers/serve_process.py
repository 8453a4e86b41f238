"""`mawas serve` in processes of its own, of which a test kills some."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from bot.paths import ROOT

TOKEN = "kata-rahasia-penguji"
_READY = "Mawas siap"
_PATIENCE = 120.0
_LOOK = 0.05


def free_port() -> int:
    """A port of the loopback that nobody uses now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


class ServeProcess:
    """The server.

    Attributes:
        port: on which it answers.
        log: file to which it writes.
    """

    def __init__(
        self, home: Path, log: Path, workers: int, waits: bool = True, **settings: str
    ) -> None:
        """Start it and wait until every worker answers.

        Args:
            home: MAWAS_HOME, with a trained model.
            log: where its output goes.
            workers: how many.
            waits: for them to be ready.
            settings: of the environment.
        """
        self.port = free_port()
        self.log = log
        self._workers = workers
        words = ["serve", "--port", str(self.port), "--workers", str(workers)]
        environment = {**os.environ, "MAWAS_HOME": str(home), "MAWAS_API_TOKEN": TOKEN, **settings}
        with log.open("ab") as file:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", *words],
                cwd=ROOT,
                env=environment,
                stdout=file,
                stderr=file,
            )
        try:
            if waits:
                self.wait_ready(workers)
        except BaseException:
            self.stop()
            raise

    def __enter__(self) -> ServeProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def pids(self) -> list[int]:
        """The processes that answer."""
        if self._workers == 1:
            return [self._process.pid]
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        found = [int(pid) for pid in children.read_text().split()]
        # The other child keeps track of what processes share.
        return [pid for pid in found if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]

    def wait_ready(self, times: int) -> None:
        """Wait until workers have said so many times that they answer."""
        until = time.monotonic() + _PATIENCE
        while self.log.read_text(errors="replace").count(_READY) < times:
            assert self._process.poll() is None, self.log.read_text(errors="replace")[-2000:]
            assert time.monotonic() < until, "the server did not start"
            time.sleep(_LOOK)

    def reload(self) -> None:
        """Have it load anew, as `systemctl reload` does."""
        self._process.send_signal(signal.SIGHUP)

    def kill_one(self) -> int:
        """End a worker as a power cut would. Gives its number."""
        pid = self.pids[0]
        os.kill(pid, signal.SIGKILL)
        return pid

    def terminate(self) -> int:
        """End it as an operator would. Gives the exit status."""
        self._process.terminate()
        return self._process.wait(timeout=_PATIENCE)

    def stop(self) -> None:
        """End it if it still runs."""
        if self._process.poll() is None:
            pids = [] if self._workers == 1 else self.pids
            self._process.kill()
            self._process.wait()
            for pid in pids:
                os.kill(pid, signal.SIGKILL)
