from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.errors import MissingError
from bot.pseudonym import SECRET_FILE, Pseudonyms
from bot.settings import Settings


def _settings(home: Path, **more: str) -> Settings:
    return Settings.from_environment({"MAWAS_HOME": str(home), **more})


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    home = tmp_path / "new"
    first = Pseudonyms.load(_settings(home)).of("telegram", 5)
    assert stat.S_IMODE((home / SECRET_FILE).stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir()] == [SECRET_FILE]
    assert Pseudonyms.load(_settings(home)).of("telegram", 5) == first


def test_a_pseudonym_depends_on_all_ids_the_purpose_and_the_key(tmp_path: Path) -> None:
    one, other = Pseudonyms("a" * 32), Pseudonyms("b" * 32)
    names = {
        one.of("telegram", 5),
        one.of("telegram", 6),
        one.of("telegram", 5, 6),
        one.of("telegram", 56),
        one.of("watch", 5),
        other.of("telegram", 5),
    }
    assert len(names) == 6
    assert all(len(name) == 32 and name != "5" for name in names)


def test_a_key_that_was_set_leaves_no_file(tmp_path: Path) -> None:
    settings = _settings(tmp_path, MAWAS_SECRET="x" * 16)
    assert Pseudonyms.load(settings).of("a", 1) == Pseudonyms("x" * 16).of("a", 1)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_key_is_never_used(tmp_path: Path) -> None:
    (tmp_path / SECRET_FILE).write_text("\n")
    with pytest.raises(MissingError, match="kosong"):
        Pseudonyms.load(_settings(tmp_path))


def test_a_key_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / SECRET_FILE).mkdir()
    with pytest.raises(MissingError, match="izin folder"):
        Pseudonyms.load(_settings(tmp_path))
