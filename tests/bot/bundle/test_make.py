from __future__ import annotations

import importlib.util
import os
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from bot.bundle import make as making
from bot.bundle.make import UNFINISHED, make
from bot.bundle.manifest import changed, missing, read
from bot.errors import MissingError, SettingsError
from tests.bot.bundle.conftest import FILES, SYSTEM, TODAY


def _make(folder: Path, contents: dict[str, Path]) -> list[tuple[str, int, int]]:
    told: list[tuple[str, int, int]] = []
    make(folder, contents, SYSTEM, TODAY, lambda *step: told.append(step))
    return told


def test_every_file_is_there_and_in_the_manifest(bundle: Path) -> None:
    made = read(bundle)
    assert {path: (bundle / path).read_text() for path in FILES} == FILES
    assert set(FILES) < set(made.files)
    assert (made.system, made.made_on) == (SYSTEM, "2026-11-28")
    assert made.size == sum((bundle / path).stat().st_size for path in made.files)
    assert missing(made, bundle) == []
    assert list(changed(made, bundle, lambda *step: None)) == []


def test_programs_stay_programs_and_links_become_files(
    tmp_path: Path, contents: dict[str, Path]
) -> None:
    link = tmp_path / "link"
    link.symlink_to(contents["mawas"])
    _make(tmp_path / "new", {**contents, "mawas": link})
    assert os.access(tmp_path / "new/mawas", os.X_OK)
    assert not os.access(tmp_path / "new/bot/cli.py", os.X_OK)
    assert not (tmp_path / "new/mawas").is_symlink()


def test_modules_are_compiled_so_that_times_of_a_stick_do_not_matter(bundle: Path) -> None:
    def flags(path: str) -> int:
        compiled = importlib.util.cache_from_source(str(bundle / path))
        return int.from_bytes(Path(compiled).read_bytes()[4:8], "little")

    never_compared, contents_compared = 0b01, 0b11
    assert flags("packages/small/__init__.py") == never_compared
    assert flags("bot/cli.py") == contents_compared
    # What is no Python is copied all the same.
    cache = importlib.util.cache_from_source(str(bundle / "packages/small/template.py"))
    assert not Path(cache).exists()
    text = b"".join(file.read_bytes() for file in bundle.rglob("*.pyc"))
    assert str(bundle.parent).encode() not in text


def test_progress_is_told_to_the_end(tmp_path: Path, contents: dict[str, Path]) -> None:
    told = _make(tmp_path / "new", contents)
    assert [done for _, done, _ in told] == list(range(len(FILES) + 1))
    assert {total for _, _, total in told} == {len(FILES)}


def test_a_folder_in_use_is_left_alone(tmp_path: Path, contents: dict[str, Path]) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_text("mine")
    with pytest.raises(SettingsError, match="sudah berisi"):
        _make(tmp_path / "photos", contents)
    assert [file.name for file in (tmp_path / "photos").iterdir()] == ["a.jpg"]


def test_an_empty_folder_will_do(tmp_path: Path, contents: dict[str, Path]) -> None:
    (tmp_path / "new").mkdir()
    _make(tmp_path / "new", contents)
    assert (tmp_path / "new" / "mawas").exists()


@pytest.mark.parametrize("error", [OSError("no space left"), KeyboardInterrupt()])
def test_an_interrupted_run_leaves_nothing(
    tmp_path: Path, contents: dict[str, Path], error: BaseException
) -> None:
    def stop(step: str, done: int, total: int) -> None:
        if done == 4:
            raise error

    folder = tmp_path / "stick" / "mawas"
    with pytest.raises(type(error)):
        make(folder, contents, SYSTEM, TODAY, stop)
    assert list(folder.parent.iterdir()) == []


def test_what_a_killed_run_left_is_replaced(tmp_path: Path, contents: dict[str, Path]) -> None:
    left = tmp_path / f"new{UNFINISHED}"
    left.mkdir()
    (left / "old").write_text("half")
    _make(tmp_path / "new", contents)
    assert not left.exists()
    assert not (tmp_path / "new" / "old").exists()


def test_a_full_stick_is_noticed_before_anything_is_written(
    tmp_path: Path, contents: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(9, 0, 9))
    with pytest.raises(MissingError, match=r"Perlu 0\.0 GB"):
        _make(tmp_path / "new", contents)
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / f"new{UNFINISHED}").exists()


def test_small_files_are_counted_in_whole_blocks(
    tmp_path: Path, contents: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Ten files with something in them, three of them modules: thirteen blocks of a stick.
    usage = namedtuple("usage", "total used free")
    monkeypatch.delattr(os, "statvfs", raising=False)
    needed = 13 * making.USUAL_BLOCK
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(0, 0, needed - 1))
    with pytest.raises(MissingError):
        _make(tmp_path / "new", contents)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(0, 0, needed))
    _make(tmp_path / "new", contents)
