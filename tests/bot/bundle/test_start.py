from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

import pytest

from bot.bundle import manifest
from bot.bundle.start import others_libraries, prepare
from bot.errors import MissingError
from bot.settings import Settings


def _settings(home: Path) -> Settings:
    return Settings(home, f"sqlite:///{home / 'knowledge.db'}", logging.WARNING)


def test_outside_a_bundle_nothing_happens(tmp_path: Path) -> None:
    prepare(_settings(tmp_path / "home"), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_whole_copy_is_looked_at_once(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(_settings(bundle / "data"), bundle)
    looked: list[Path] = []
    monkeypatch.setattr(manifest, "missing", lambda made, root: looked.append(root) or [])
    prepare(_settings(bundle / "data"), bundle)
    assert looked == []


def test_a_copy_that_is_not_whole_is_told_every_time_with_what_to_do(bundle: Path) -> None:
    for path in ("packages/small/__init__.py", "mawas", "bot/cli.py", "data/knowledge.db"):
        (bundle / path).unlink()
    for _ in range(2):
        with pytest.raises(MissingError, match=r"4 berkas hilang.*, \.\.\.\).*salin lagi"):
            prepare(_settings(bundle / "data"), bundle)


def test_a_copy_of_a_checked_copy_is_looked_at_again(bundle: Path, tmp_path: Path) -> None:
    prepare(_settings(bundle / "data"), bundle)
    shutil.copytree(bundle, tmp_path / "laptop")
    (tmp_path / "laptop/packages/small/__init__.py").unlink()
    with pytest.raises(MissingError):
        prepare(_settings(tmp_path / "laptop/data"), tmp_path / "laptop")


def test_another_data_folder_gets_what_was_trained(bundle: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    prepare(_settings(home), bundle)
    assert (home / "models/mawas.tar.gz").read_text() == "model"
    assert (home / "screening/screening.json").exists()
    assert (home / "knowledge.db").read_text() == "store"
    assert not [path for path in home.iterdir() if path.name.startswith(".")]


def test_what_a_data_folder_holds_already_stays(bundle: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "models").mkdir(parents=True)
    (home / "models/mawas.tar.gz").write_text("mine")
    prepare(_settings(home), bundle)
    assert (home / "models/mawas.tar.gz").read_text() == "mine"
    assert not (home / "models/mawas.json").exists()


@pytest.mark.parametrize(
    ("given", "seen"), [(None, None), ("{0}/python/lib", None), ("{0}/python/lib:/mine", "/mine")]
)
def test_a_browser_gets_none_of_our_libraries(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, given: str | None, seen: str | None
) -> None:
    monkeypatch.delenv("LD_LIBRARY_PATH", raising=False)
    if given:
        monkeypatch.setenv("LD_LIBRARY_PATH", given.format(bundle))

    def browser() -> None:
        assert os.environ.get("LD_LIBRARY_PATH") == seen
        raise OSError("no browser")

    with pytest.raises(OSError, match="no browser"), others_libraries(bundle):
        browser()
    assert os.environ.get("LD_LIBRARY_PATH") == (given.format(bundle) if given else None)
