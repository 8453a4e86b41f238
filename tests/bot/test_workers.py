"""Processes that are started, started again when they end, and stopped together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bot.paths import ROOT
from bot.settings import Settings

PARENT = """
import sys
from bot import workers
from bot.settings import Settings
from tests.bot.test_workers import note
workers._RESTART_PAUSE = 0.5
tell = lambda name, **fields: print(name, fields, flush=True)
if __name__ == "__main__":
    sys.exit(workers.Workers(note, tell, Settings.from_environment(), 2, 9000).run())
"""


def note(
    settings: Settings,
    number: int,
    workers: int,
    health_port: int | None,
    loaded: Callable[[bool], None],
) -> None:
    """What a worker does here: it writes who it is, and waits."""
    (settings.home / f"{number}-{os.getpid()}").write_text(f"{workers} {health_port}")
    time.sleep(60)


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_one_that_stands_still_is_not_left_behind(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT.replace("_RESTART_PAUSE = 0.5", "_STOP_SECONDS = 0.5"))
    home = tmp_path / "home"
    home.mkdir()
    environment = {**os.environ, "MAWAS_HOME": str(home), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, str(script)], env=environment) as parent:
        try:
            _until(lambda: len(list(home.iterdir())) == 2)
            (frozen,) = (int(path.name.partition("-")[2]) for path in home.glob("0-*"))
            os.kill(frozen, signal.SIGSTOP)
            parent.terminate()
            assert parent.wait(timeout=30) == 0
            _until(lambda: not Path(f"/proc/{frozen}").exists())
        finally:
            parent.kill()


def test_one_that_ends_is_started_again_and_all_stop_together(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    home = tmp_path / "home"
    home.mkdir()
    environment = {**os.environ, "MAWAS_HOME": str(home), "PYTHONPATH": str(ROOT)}

    def notes(number: int) -> list[Path]:
        return list(home.glob(f"{number}-*"))

    with subprocess.Popen(
        [sys.executable, str(script)], env=environment, stdout=subprocess.PIPE, text=True
    ) as parent:
        try:
            _until(lambda: len(notes(0)) == len(notes(1)) == 1)
            assert [notes(number)[0].read_text() for number in (0, 1)] == ["2 9000", "2 9001"]
            first = int(notes(1)[0].name.partition("-")[2])
            os.kill(first, signal.SIGKILL)
            _until(lambda: len(notes(1)) == 2)
            assert len(notes(0)) == 1
            parent.terminate()
            assert parent.wait(timeout=30) == 0
        finally:
            parent.kill()
        assert parent.stdout is not None
        assert parent.stdout.read().splitlines() == [
            "worker_ended {'worker': 1, 'status': -9}",
        ]
    for path in (*notes(0), *notes(1)):
        assert not Path(f"/proc/{path.name.partition('-')[2]}").exists()
