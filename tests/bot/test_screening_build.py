"""What screens offers is made again when something changed, and an interrupted run leaves the old one."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

import pytest

from bot import screening_build
from bot.settings import Settings

OLD = "lama"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, db_url="sqlite://", log_level=logging.WARNING)


@pytest.fixture
def made(settings: Settings) -> Settings:
    settings.screening.mkdir()
    fingerprint = dict.fromkeys(screening_build.PARTS, OLD)
    (settings.screening / screening_build.FINGERPRINT_NAME).write_text(json.dumps(fingerprint))
    return settings


def writes(knowledge: Path, data: Path, folder: Path, progress: object) -> None:
    folder.mkdir(parents=True)
    (folder / "lexicon.json").write_text("{}")


def test_everything_changed_where_nothing_is(settings: Settings) -> None:
    assert screening_build.changed_parts(settings) == list(screening_build.PARTS)


def test_every_part_has_files() -> None:
    for paths in screening_build.PARTS.values():
        assert all(path.exists() for path in paths)


def test_what_is_made_is_up_to_date(made: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actions.screening.build.build", writes)
    assert screening_build.changed_parts(made) == list(screening_build.PARTS)
    screening_build.build(made, lambda *_: None)
    assert screening_build.changed_parts(made) == []
    assert (made.screening / "lexicon.json").exists()


def test_an_interrupted_run_leaves_the_old(made: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("actions.screening.build.build", interrupted)
    with pytest.raises(KeyboardInterrupt):
        screening_build.build(made, lambda *_: None)
    fingerprint = json.loads((made.screening / screening_build.FINGERPRINT_NAME).read_text())
    assert set(fingerprint.values()) == {OLD}
    assert list(made.home.glob(".screening-*")) == []


def test_killed_between_old_and_new_nothing_looks_up_to_date(
    made: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At any step in which the folder changes there is the old one whole, the new one whole, or none."""
    seen: list[set[str]] = []
    rename = Path.rename

    def watched(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        folder = made.screening
        seen.append({file.name for file in folder.iterdir()} if folder.exists() else set())
        return moved

    monkeypatch.setattr("actions.screening.build.build", writes)
    monkeypatch.setattr(Path, "rename", watched)
    screening_build.build(made, lambda *_: None)
    assert seen == [set(), {"lexicon.json", screening_build.FINGERPRINT_NAME}]


def test_what_a_killed_run_left_is_removed_by_a_later_one(
    made: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.screening.build.build", writes)
    old, young = made.home / ".screening-old", made.home / ".screening-young"
    for left in (old, young):
        left.mkdir()
    os.utime(old, (1, 1))
    screening_build.build(made, lambda *_: None)
    assert not old.exists()
    assert young.exists()
