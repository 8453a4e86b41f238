"""Rasa reports nothing of its use; tests/test_whole_session.py proves it of every way in which Mawas is started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bot.paths import ROOT


def test_it_is_off_even_where_somebody_switched_it_on(tmp_path: Path) -> None:
    code = (
        "import logging, pathlib, sys\n"
        "from bot.rasa_environment import prepare\n"
        f"prepare(logging.WARNING, pathlib.Path({str(tmp_path)!r}))\n"
        "from rasa import telemetry\n"
        "telemetry._send_event = lambda *_, **__: sys.exit('sent')\n"
        "telemetry.initialize_telemetry()\n"
        "telemetry.track_shell_started('rest')\n"
        "assert not telemetry.is_telemetry_enabled()\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        env={**os.environ, "RASA_TELEMETRY_ENABLED": "true"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
