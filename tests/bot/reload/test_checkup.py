from __future__ import annotations

import logging
import os
import time
from pathlib import Path

import pytest

from bot.reload.checkup import diagnoses
from bot.reload.note import Note
from bot.settings import Settings


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "mawas.tar.gz").write_bytes(b"x")
    return Settings(tmp_path, f"sqlite:///{tmp_path / 'knowledge.db'}", logging.WARNING)


def test_nothing_that_runs_is_nothing_to_tell(home: Settings) -> None:
    note = Note(home.home, "telegram-0")
    note.write()
    note.close()
    assert list(diagnoses(home)) == []


def test_a_program_is_up_to_date_until_something_is_made_anew(home: Settings) -> None:
    model = home.models / "mawas.tar.gz"
    os.utime(model, (time.time() - 60, time.time() - 60))
    note = Note(home.home, "telegram-0")
    note.write()
    (first,) = diagnoses(home)
    assert first.about == "Program yang jalan: telegram-0"
    assert first.advice == ""
    os.utime(model, (time.time() + 60, time.time() + 60))
    (second,) = diagnoses(home)
    assert "lebih baru: model." in second.advice
    assert "systemctl reload" in second.advice
    note.close()


def test_a_reload_that_failed_is_told(home: Settings) -> None:
    note = Note(home.home, "telegram-0")
    note.write(error="ConversationError")
    (told,) = diagnoses(home)
    assert "gagal (ConversationError)" in told.state
    assert "Yang lama tetap dipakai" in told.advice
    note.close()
