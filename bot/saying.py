"""Lines for the operator on standard error."""

from __future__ import annotations

import contextlib
import sys


def say(line: str) -> None:
    """Write a line at once. Where standard error goes to a full disk nothing is said, and everything goes on."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
