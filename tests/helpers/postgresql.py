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


@contextmanager
def postgresql() -> Iterator[str]:
    """Start one and end it. Gives its URL; skips the test where it cannot be. It does not run for the administrator."""
    if not shutil.which("initdb") or not shutil.which("pg_ctl"):
        pytest.skip("no PostgreSQL on this computer")
    # A short path: it also holds the socket.
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as name:
        folder = Path(name)
        user = "nobody" if os.geteuid() == 0 else None
        if user:
            shutil.chown(folder, user)

        def run(*words: str) -> bool:
            done = subprocess.run(
                words, user=user, cwd=folder, capture_output=True, timeout=60, check=False
            )
            return done.returncode == 0

        data = str(folder / "data")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
        made = run("initdb", "-D", data, "-U", "mawas", "-A", "trust") and run(
            "pg_ctl", "-D", data, "-l", str(folder / "log"), "-o", options, "-w", "start"
        )
        if not made:
            pytest.skip("PostgreSQL cannot be started here")
        try:
            yield f"postgresql://mawas@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


@contextmanager
def standing_still(url: str) -> Iterator[None]:
    """Have a server of `postgresql` answer nothing, as a machine that is frozen; its connections stay open."""
    folder = Path(url.partition("host=")[2])
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
