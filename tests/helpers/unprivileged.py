"""Runs a program whom file permissions bind: root is above them unless it gives that up."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence

import pytest

_ABOVE = "-dac_override,-dac_read_search"


def run_bound(
    command: Sequence[str], environment: Mapping[str, str], said: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run a program to its end, and give its status and what it wrote.

    Args:
        command: the program and its arguments.
        environment: all of it.
        said: on its standard input.
    """
    words = list(command)
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root can read everything here, and there is no setpriv to give that up")
        words = ["setpriv", "--bounding-set", _ABOVE, *words]
    return subprocess.run(
        words, env=dict(environment), input=said, capture_output=True, check=False, timeout=300
    )
