"""A PostgreSQL of its own for a test, where one is installed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_NOBODY = "nobody"


@contextmanager
def postgresql() -> Iterator[str]:
    """Start one and end it. Gives its URL; skips the test where it cannot be. It does not run for the administrator."""
    if not shutil.which("initdb") or not shutil.which("pg_ctl"):
        pytest.skip("no PostgreSQL on this computer")
    # A short path: it also holds the socket.
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, _NOBODY)

        made = _run(folder, "initdb", "-D", str(folder / "data"), "-U", "mawas", "-A", "trust")
        if not (made and _start(folder)):
            pytest.skip("PostgreSQL cannot be started here")
        try:
            yield f"postgresql://mawas@/postgres?host={folder}"
        finally:
            _stop(folder)


@contextmanager
def gone(url: str) -> Iterator[None]:
    """Have a server of `postgresql` end at once, as one that is killed, and start again; what was committed is there."""
    folder = _folder(url)
    assert _stop(folder)
    try:
        yield
    finally:
        assert _start(folder)


@contextmanager
def standing_still(url: str) -> Iterator[None]:
    """Have a server of `postgresql` answer nothing, as a machine that is frozen; its connections stay open."""
    folder = _folder(url)
    first = int((folder / "data" / "postmaster.pid").read_text().split()[0])
    # First, so that it makes no other meanwhile.
    os.kill(first, signal.SIGSTOP)
    children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
    processes = [first, *map(int, children)]
    for process in processes[1:]:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGCONT)


def _folder(url: str) -> Path:
    return Path(url.partition("host=")[2])


def _start(folder: Path) -> bool:
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
    words = ("-D", str(folder / "data"), "-l", str(folder / "log"), "-o", options, "-w", "start")
    return _run(folder, "pg_ctl", *words)


def _stop(folder: Path) -> bool:
    return _run(folder, "pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "-w", "stop")


def _run(folder: Path, *words: str) -> bool:
    user = _NOBODY if os.geteuid() == 0 else None
    done = subprocess.run(
        words, user=user, cwd=folder, capture_output=True, timeout=60, check=False
    )
    return done.returncode == 0
