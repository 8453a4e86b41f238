"""A laptop whose battery falls out: the program is killed between or inside acts, and the session goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from bot.demo.sessions.store import SessionStore
from bot.paths import ROOT
from bot.settings import Settings
from tests.helpers.hall_worker import ITEM


def _killed_after(home: Path, which: str, acts: int) -> tuple[str, int]:
    """Let a program go on with a session for some acts, then kill it in the middle of the next.

    Returns:
        Id of the session, and how many hands were counted in the last act that it said was on the disk.
    """
    worker = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "tests.helpers.hall_worker", which],
        cwd=ROOT,
        env={**os.environ, "MAWAS_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    try:
        id_ = worker.stdout.readline().split()[1]
        for _ in range(acts):
            done = int(worker.stdout.readline().split()[1])
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    # It was told to stop at no particular place: what it still said counts as said.
    rest = [
        line.split()[1]
        for line in worker.stdout.read().splitlines(keepends=True)
        if line.endswith("\n")
    ]
    return id_, int(rest[-1]) if rest else done


def test_a_kill_loses_at_most_the_last_key_press(hall: Settings, home: Path) -> None:
    which, expected = "begin", 0
    for acts in (1, 2, 5, 13, 40):
        id_, said = _killed_after(home, which, acts)
        store = SessionStore(hall)
        (offered,) = store.running()
        state, notebook = store.resume(id_)
        store.close()
        assert offered["id"] == id_
        kept = notebook.counts(f"kuis/{ITEM}")["tipu"]
        # What was said to be on the disk is there; the press in hand may be too.
        assert kept in (said, said + 1)
        assert said >= expected + acts
        # Where it stood and what was counted belong to the same act.
        assert state["dump"]["ballots"]["hands"][ITEM]["tipu"] == kept
        which, expected = id_, kept


def test_what_is_committed_survives_without_closing(hall: Settings, home: Path) -> None:
    id_, _ = _killed_after(home, "begin", 3)
    # The log of the killed program was never folded into the file: it must be read all the same.
    assert (home / "sessions.db-wal").stat().st_size > 0
    store = SessionStore(hall)
    session = store.session(id_)
    store.close()
    assert session is not None
    assert [each.title for each in session.shown] == ["Coba"]
