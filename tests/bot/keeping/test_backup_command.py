from __future__ import annotations

import asyncio
import io
from pathlib import Path

import pytest

from bot.cli import main
from bot.pseudonym import Pseudonyms
from bot.settings import Settings
from tests.bot.keeping.conftest import Place
from tests.bot.keeping.rows import all_rows, converse
from tests.helpers.terminal import Terminal


@pytest.fixture
def home(place: Place, monkeypatch: pytest.MonkeyPatch) -> Settings:
    settings = place("sqlite")
    monkeypatch.setenv("MAWAS_HOME", str(settings.home))
    for name in ("MAWAS_DB_URL", "MAWAS_SECRET"):
        monkeypatch.delenv(name, raising=False)
    Pseudonyms.load(settings)
    asyncio.run(converse(settings, {"x": 0}))
    return settings


def test_back_and_forth(
    home: Settings,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file, before = tmp_path / "c.gz", all_rows(home)
    assert main(["backup", str(file)]) == 0
    said = capsys.readouterr().out
    assert str(file) in said
    assert "kunci penyamaran" in said
    assert main(["restore", "--check", str(file)]) == 0
    assert capsys.readouterr().out.startswith("Cadangan baik: dibuat ")
    asyncio.run(converse(home, {"y": 0}))
    assert main(["restore", str(file)]) == 1
    assert "--replace" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["restore", "--replace", str(file)]) == 2
    monkeypatch.setattr("sys.stdin", Terminal("tidak\n"))
    assert main(["restore", "--replace", str(file)]) == 0
    assert {row[0] for row in all_rows(home)["events"]} == {"x", "y"}
    monkeypatch.setattr("sys.stdin", Terminal("ganti\n"))
    assert main(["restore", "--replace", str(file)]) == 0
    assert all_rows(home) == before


def test_wrong_use_and_missing_files_have_their_status(
    home: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "--keep", "0", str(tmp_path)]) == 2
    assert main(["backup", "--keep", "2", str(tmp_path / "c")]) == 2
    assert main(["backup", str(tmp_path / "tidak" / "ada")]) == 4
    assert main(["restore", str(tmp_path / "c")]) == 3
    assert capsys.readouterr().err.count("Saran:") == 4
