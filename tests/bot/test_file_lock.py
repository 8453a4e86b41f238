from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from bot import file_lock
from bot.file_lock import held, try_lock
from bot.paths import ROOT

_HOLD = """
import sys, time
from pathlib import Path
from bot.file_lock import held
with held(Path(sys.argv[1]), lambda: None):
    print("held", flush=True)
    time.sleep(60)
"""


def _never() -> None:
    raise AssertionError


def test_a_lock_that_another_process_has_is_waited_for_until_it_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    told = []
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", _HOLD, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"

        def waits() -> None:
            told.append("waits")
            # However it goes.
            other.kill()

        with held(path, waits):
            assert told == ["waits"]


def test_a_lock_is_free_again_afterwards_and_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with held(path, _never), path.open("a", encoding="utf-8") as file:
        assert not try_lock(file)
    with pytest.raises(ValueError, match="x"), held(path, _never):
        raise ValueError("x")
    with held(path, _never):
        pass


def test_where_files_cannot_be_locked_it_goes_on_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(file_lock, "_lock", refuse)
    with held(tmp_path / "lock", _never):
        pass
