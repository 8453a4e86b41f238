"""`mawas demo` in a process of its own, as a facilitator starts it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.bundle.place import MADE
from bot.paths import ROOT

# A hang ends here; a slow machine may take as long as it needs.
PATIENCE_SECONDS = 240


class Server:
    """A running page.

    Attributes:
        address: of the facilitator's page, without a slash at the end.
        handsets: of the handsets' page; None when they were not switched on.
    """

    def __init__(self, home: Path, *options: str, port: int | None = None) -> None:
        """Start it and wait until it answers."""
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "bot",
                "demo",
                "--no-browser",
                "--port",
                str(self.port),
                *options,
            ],
            cwd=ROOT,
            env={**os.environ, "MAWAS_HOME": str(home)},
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._wait(lambda: self._get("/mulai") is not None)

    def wait_until_open(self) -> None:
        """Wait until the knowledge and the sessions are there."""
        self._wait(lambda: bool(self._state().get("open")))

    def wait_until_ready(self) -> None:
        """Wait until the assistant answers."""
        self._wait(lambda: self._state().get("assistant", {}).get("state") == "siap")

    def kill(self) -> None:
        """As a power cut does: no warning, to nobody."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """As Ctrl-C does."""
        if self._process.poll() is None:
            # A terminal tells all processes of a command.
            os.killpg(self._process.pid, signal.SIGINT)
            try:
                self._process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.kill()

    def _wait(self, done: Callable[[], bool]) -> None:
        ends = time.monotonic() + PATIENCE_SECONDS
        while not done():
            assert self._process.poll() is None, "mawas demo ended"
            assert time.monotonic() < ends, "mawas demo does not answer"
            time.sleep(0.1)

    def _get(self, path: str) -> bytes | None:
        with contextlib.suppress(OSError, urllib.error.URLError):
            return bytes(urllib.request.urlopen(self.address + path, timeout=10).read())
        return None

    def _state(self) -> dict:
        """The first event of the facilitator's window."""
        with (
            contextlib.suppress(OSError, urllib.error.URLError),
            urllib.request.urlopen(f"{self.address}/api/events/catatan", timeout=10) as events,
        ):
            for line in events:
                if line.startswith(b"data:"):
                    return dict(json.loads(line[5:]))
        return {}


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def home_like(trained: Path, home: Path) -> Path:
    """A data folder with what was trained, and without sessions."""
    home.mkdir()
    for name in MADE:
        source = trained / name
        if source.is_dir():
            shutil.copytree(source, home / name)
        elif source.exists():
            shutil.copyfile(source, home / name)
    return home


@contextlib.contextmanager
def serving(home: Path, *options: str) -> Iterator[Server]:
    """A page that is stopped at the end."""
    server = Server(home, *options)
    try:
        yield server
    finally:
        server.stop()
