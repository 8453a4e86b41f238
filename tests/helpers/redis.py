"""A Redis of its own for a test, where one is installed."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

_PATIENCE = 20.0


class RedisServer:
    """`redis-server` on the loopback, which can be ended and started again with what it held forgotten.

    Attributes:
        url: stays the same.
    """

    def __init__(self) -> None:
        """Choose a port; skips the test where there is no Redis."""
        if not shutil.which("redis-server"):
            pytest.skip("no Redis on this computer")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self._port}/0"
        self._folder = tempfile.TemporaryDirectory(prefix="redis")
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> RedisServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._folder.cleanup()

    def start(self) -> None:
        """Start it and wait until it answers."""
        words = {
            "bind": "127.0.0.1",
            "port": str(self._port),
            "save": "",
            "dir": self._folder.name,
            "logfile": str(Path(self._folder.name) / "log"),
        }
        options = [word for name, value in words.items() for word in (f"--{name}", value)]
        self._process = subprocess.Popen(["redis-server", *options])
        until = time.monotonic() + _PATIENCE
        while not self._answers():
            assert time.monotonic() < until, "Redis did not start"
            time.sleep(0.02)

    def stop(self) -> None:
        """End it at once."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def pause(self) -> None:
        """Have it stand still; what is sent to it is done when it goes on."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Have it go on."""
        assert self._process
        self._process.send_signal(signal.SIGCONT)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self._port), timeout=0.5) as asked:
                asked.sendall(b"PING\r\n")
                return asked.recv(7) == b"+PONG\r\n"
        except OSError:
            return False
