"""What is kept of an evening is what the operator wants, and no longer than it is needed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.demo.sessions.store import SessionStore
from bot.settings import Settings
from tests.bot.demo.sessions.made import ABOUT, act

SECRET = "rahasia yang dihapus"


def test_an_operator_may_keep_no_questions(home: Path) -> None:
    settings = Settings.from_environment({"MAWAS_HOME": str(home), "MAWAS_QUESTIONS": "tidak"})
    sessions = SessionStore(settings)
    id_ = sessions.begin(ABOUT)
    _, notebook = sessions.resume(id_)
    notebook.unanswered(SECRET)
    notebook.count("kuis/q01", {"tipu": 20})
    sessions.append(id_, act(notebook))  # type: ignore[arg-type]
    kept = sessions.session(id_)
    assert kept is not None
    assert (kept.questions, kept.counts) == ({}, {"kuis/q01": {"tipu": 20}})
    sessions.close()


@pytest.mark.parametrize(("days_ago", "is_there"), [(6, True), (8, False)])
def test_the_wall_of_an_evening_that_was_never_ended_is_erased_at_the_next_start(
    days_ago: float, is_there: bool, hall: Settings, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessions = SessionStore(hall)
    id_ = sessions.begin(ABOUT)
    _, notebook = sessions.resume(id_)
    notebook.count("kuis/q01", {"tipu": 20})
    sessions.append(id_, act(notebook, words=SECRET))  # type: ignore[arg-type]
    sessions.close()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + days_ago * 24 * 3600)
    again = SessionStore(hall)
    state, notebook = again.resume(id_)
    again.close()
    assert (state is not None) is is_there
    assert notebook.counts("kuis/q01") == {"tipu": 20}
    files = b"".join(path.read_bytes() for path in home.iterdir())
    assert (SECRET.encode() in files) is is_there
