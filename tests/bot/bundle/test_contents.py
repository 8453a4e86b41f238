from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.bundle import contents as module
from bot.bundle.contents import contents
from bot.settings import Settings


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    home = tmp_path / "home"
    for path in (
        "knowledge.db", "models/mawas.tar.gz", "models/.training-x/half", "screening/a.npz", "secret", "sessions.db",
        "telegram.db", "kartu/a.png", "matplotlib/fontlist.json",
    ):  # fmt: skip
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(path)
    return Settings(home, f"sqlite:///{home / 'knowledge.db'}", logging.WARNING)


@pytest.fixture
def found(home: Settings, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    monkeypatch.setattr(module, "interpreter", lambda: [(Path("p"), "python/bin/python3.10")])
    monkeypatch.setattr(module, "packages", lambda lock: [(Path("r"), "packages/rasa/x.py")])
    return contents(home)


def test_what_was_trained_travels_and_nothing_personal(found: dict[str, Path]) -> None:
    assert sorted(path for path in found if path.startswith("data/")) == [
        "data/knowledge.db",
        "data/models/mawas.tar.gz",
        "data/screening/a.npz",
    ]


def test_the_program_travels_without_tests_and_caches(found: dict[str, Path]) -> None:
    for path in ("mawas", "mawas.cmd", "bot/cli.py", "knowledge/catalogue.yml", "config.yml"):
        assert found[path].is_file()
    assert not [path for path in found if path.startswith(("tests/", ".")) or ".pyc" in path]
    assert {"python/bin/python3.10", "packages/rasa/x.py"} < set(found)
