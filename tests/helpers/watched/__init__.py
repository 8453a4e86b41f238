"""Has every Python process of a test write down whom it would reach besides this computer, and refuses it; Rasa's telemetry too."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

LOG = "MAWAS_TEST_REACHED"


def watched(log: Path, environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a process that is watched, with all that it starts.

    Args:
        log: file to which a line is added for each attempt; there is none as long as nobody tried.
        environment: this process's own where none is given.
    """
    known = os.environ if environment is None else environment
    folder = str(Path(__file__).parent)
    path = os.pathsep.join(filter(None, (folder, known.get("PYTHONPATH"))))
    return {**known, "PYTHONPATH": path, LOG: str(log)}


def reached(log: Path) -> list[str]:
    """What was tried."""
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []
