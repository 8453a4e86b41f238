"""Pages of programs that a test started, and waiting for them."""

from __future__ import annotations

import json
import subprocess
import time
import urllib.request
from collections.abc import Callable
from typing import Any

_PATIENCE = 300.0


def until(done: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Ask until it is so; refused connections are part of waiting."""
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends:
        assert process.poll() is None, "it ended"
        try:
            if done():
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError("it took too long")


def get(address: str) -> bytes:
    """What stands at an address."""
    with urllib.request.urlopen(address, timeout=10) as answer:
        content: bytes = answer.read()
        return content


def assistant_is_ready(port: int) -> bool:
    """Whether the first event of the notes' window says that the assistant of the hall answers."""
    with urllib.request.urlopen(
        f"http://127.0.0.1:{port}/api/events/catatan", timeout=10
    ) as answer:
        for line in answer:
            if line.startswith(b"data:"):
                state: dict[str, Any] = json.loads(line[5:])
                return bool(state["assistant"]["state"] == "siap")
    return False
