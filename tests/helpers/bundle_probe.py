"""Runs inside the namespaces of bundle_proof.py, with the bundle's own Python: standard library only.

Usage: bundle_probe.py BUNDLE
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

OFFER = "Lowongan admin di Kamboja, gaji 15 juta, pakai visa turis, hubungi 0812-0000-0000"
PORT = 8765
PAGE = f"http://127.0.0.1:{PORT}"
# A slow laptop may take as long as it needs; a hang ends here.
PATIENCE_SECONDS = 180


class Probe:
    """Commands of a bundle, each with its time."""

    def __init__(self, root: Path) -> None:
        """Nothing is run yet; the environment has a home and the system's programs, no more."""
        self._root = root
        self._environment = {"HOME": os.environ["HOME"], "PATH": "/usr/bin:/bin"}
        self.failed: list[str] = []

    def tell(self, about: str, works: Callable[[], bool]) -> None:
        """Run something, print whether it worked and how long it took."""
        began = time.monotonic()
        worked = works()
        print(
            f"{'ok' if worked else 'FAILED':6} {time.monotonic() - began:6.2f} s  {about}",
            flush=True,
        )
        if not worked:
            self.failed.append(about)

    def run(self, *words: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """One command to its end; what it wrote on standard error is shown when it failed."""
        command = ["sh", str(self._root / "mawas"), *words]
        try:
            done = subprocess.run(
                command,
                input=text,
                env=self._environment,
                capture_output=True,
                text=True,
                check=False,
                timeout=PATIENCE_SECONDS,
            )
        except subprocess.TimeoutExpired:
            done = subprocess.CompletedProcess(command, 1, "", "no end\n")
        if done.returncode:
            print(done.stdout[-2000:], done.stderr[-2000:], file=sys.stderr)
        return done

    def serve(self) -> subprocess.Popen[bytes]:
        """`mawas demo`, which runs until it is told to stop."""
        return subprocess.Popen(
            ["sh", self._root / "mawas", "demo", "--no-browser", "--port", str(PORT)],
            env=self._environment,
            stdout=subprocess.DEVNULL,
        )


def no_network() -> bool:
    """Only the loopback is there, and an address outside cannot be reached."""
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=2).close()
    except OSError:
        return [name for _, name in socket.if_nameindex()] == ["lo"]
    return False


def wait(done: Callable[[], bool]) -> bool:
    """Ask until it is so; refused connections are part of waiting."""
    ends = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < ends:
        try:
            if done():
                return True
        except OSError:
            pass
        time.sleep(0.05)
    return False


def out_of_memory(root: Path) -> None:
    """Let the system forget what it has read of the bundle, as after switching the laptop on."""
    os.sync()
    for file in root.rglob("*"):
        if file.is_file():
            with file.open("rb") as opened:
                os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def page_is_there() -> bool:
    """The start page answers."""
    with urllib.request.urlopen(f"{PAGE}/mulai", timeout=5) as answer:
        return b"Mawas" in answer.read()


def assistant_state() -> str:
    """What the first event of the notes' window says about the assistant."""
    with urllib.request.urlopen(f"{PAGE}/api/events/catatan", timeout=10) as answer:
        for line in answer:
            if line.startswith(b"data:"):
                return str(json.loads(line[5:])["assistant"]["state"])
    return ""


def main() -> int:
    """Everything that a facilitator does with a stick."""
    probe = Probe(Path(sys.argv[1]))
    probe.tell("no network and no interface but the loopback", no_network)
    probe.tell("mawas --help", lambda: probe.run("--help").returncode == 0)
    probe.tell(
        "mawas check, first start (looks whether the copy is whole)",
        lambda: '"risk": "tinggi"' in probe.run("check", "--json", "-", text=OFFER).stdout,
    )
    probe.tell(
        "mawas check again",
        lambda: '"risk": "tinggi"' in probe.run("check", "--json", "-", text=OFFER).stdout,
    )
    probe.tell(
        "mawas ask",
        lambda: '"intent": "cek_p3mi"' in probe.run("ask", "--json", text="cara cek p3mi\n").stdout,
    )
    probe.tell("mawas doctor (reads every file)", lambda: probe.run("doctor").returncode == 0)
    out_of_memory(Path(sys.argv[1]))
    demo = probe.serve()
    try:
        probe.tell(
            "mawas demo: first page, nothing of it in memory yet", lambda: wait(page_is_there)
        )
        probe.tell("mawas demo: assistant ready", lambda: wait(lambda: assistant_state() == "siap"))
    finally:
        demo.send_signal(signal.SIGINT)
        demo.wait(timeout=PATIENCE_SECONDS)
    return 1 if probe.failed else 0


if __name__ == "__main__":
    sys.exit(main())
