from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.demo.sessions.store import SessionStore
from bot.paths import KNOWLEDGE
from bot.settings import Settings
from knowledge.build import build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built store of the real knowledge."""
    file = tmp_path_factory.mktemp("built") / "knowledge.db"
    build(KNOWLEDGE, f"sqlite:///{file}")
    return file


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    """A data folder with the knowledge and nothing else."""
    folder = tmp_path / "home"
    folder.mkdir()
    shutil.copy(built, folder / "knowledge.db")
    return folder


@pytest.fixture
def hall(home: Path) -> Settings:
    return Settings.from_environment({"MAWAS_HOME": str(home)})


@pytest.fixture
def sessions(hall: Settings) -> Iterator[SessionStore]:
    store = SessionStore(hall)
    yield store
    store.close()
