"""The file of the fallback: whole or not there, and never needed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from bot.fallback import file
from bot.fallback.facts import Facts
from bot.fallback.file import NAME, facts_in, is_current, renew
from bot.fallback.start import fallback_answers
from bot.settings import Settings


@pytest.fixture
def home(tmp_path: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the file; the records are not read again for it."""
    monkeypatch.setattr(file, "facts_of_records", lambda: facts)
    assert renew(tmp_path) is True
    return tmp_path


def _without_records(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Facts:
        raise OSError

    monkeypatch.setattr(file, "facts_of_records", refuse)


def test_what_is_written_is_read_as_it_was(
    home: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_records(monkeypatch)
    assert facts_in(home) == facts
    assert [path.name for path in home.iterdir()] == [NAME]


def test_it_is_written_again_only_when_something_changed(home: Path) -> None:
    assert is_current(home)
    assert renew(home) is False
    head, _, body = (home / NAME).read_bytes().partition(b"\n")
    other = {**json.loads(head), "made_of": {}}
    (home / NAME).write_bytes(json.dumps(other).encode() + b"\n" + body)
    assert not is_current(home)
    assert renew(home) is True


@pytest.mark.parametrize("damage", ["empty", "half", "garbage", "number", "other format", "gone"])
def test_a_damaged_file_is_passed_over_for_the_records(
    home: Path, facts: Facts, damage: str
) -> None:
    path = home / NAME
    whole = path.read_bytes()
    head, _, body = whole.partition(b"\n")
    contents = {
        "empty": b"",
        "half": whole[: len(whole) // 2],
        "garbage": bytes(range(256)) * 50,
        # One digit of one number.
        "number": whole.replace(b"+85512813282", b"+85512813283"),
        "other format": json.dumps({**json.loads(head), "format": 99}).encode() + b"\n" + body,
    }
    if damage == "gone":
        path.unlink()
    else:
        assert contents[damage] != whole
        path.write_bytes(contents[damage])
    assert facts_in(home) is facts


def test_a_damaged_file_and_no_records_say_so_without_a_number(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / NAME).write_bytes(b"{")
    _without_records(monkeypatch)
    with pytest.raises(LookupError):
        facts_in(home)
    answers = fallback_answers(Settings(home, "sqlite://", 30))
    assert "jangan menunggu saya" in answers.answer("tolong", "").bubbles[0]


def test_what_a_killed_writer_left_goes_in_the_end(home: Path) -> None:
    old, new = home / f".{NAME}-old", home / f".{NAME}-new"
    for left in (old, new):
        left.write_text("half")
    os.utime(old, (0, 0))
    (home / NAME).unlink()
    assert renew(home)
    assert not old.exists()
    # Of a writer that runs beside this one.
    assert new.exists()


def test_a_write_that_fails_leaves_the_file_that_was_there(
    home: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (home / NAME).read_bytes()
    monkeypatch.setattr(file, "_MADE_OF", {})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        renew(home)
    assert (home / NAME).read_bytes() == before
    assert [path.name for path in home.iterdir()] == [NAME]
