from __future__ import annotations

import asyncio
import io

import pytest

from bot.cli import main
from bot.settings import Settings
from tests.bot.keeping.conftest import Place
from tests.bot.keeping.rows import all_rows, converse, hold
from tests.helpers.terminal import Terminal


@pytest.fixture
def home(place: Place, monkeypatch: pytest.MonkeyPatch) -> Settings:
    settings = place("sqlite")
    monkeypatch.setenv("MAWAS_HOME", str(settings.home))
    for name in ("MAWAS_DB_URL", "MAWAS_RETENTION_DAYS"):
        monkeypatch.delenv(name, raising=False)
    asyncio.run(converse(settings, {"lama": 8, "baru": 2}))
    hold(settings, 8)
    return settings


def _left(settings: Settings) -> set[str]:
    return {row[0] for row in all_rows(settings)["events"]}


def test_without_options_it_is_the_retention(
    home: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["forget"]) == 0
    assert _left(home) == {"baru"}
    assert capsys.readouterr().out == (
        "Percakapan yang dihapus: 1.\nCatatan Telegram yang dihapus: 0 tombol, 1 pesan di layar.\n"
        "Pesan yang belum dijawab dan dihapus: 1.\n"
    )


def test_the_retention_is_the_one_that_was_set(
    home: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAWAS_RETENTION_DAYS", "1")
    assert main(["forget"]) == 0
    assert _left(home) == set()


def test_an_age_may_be_hours(home: Settings) -> None:
    assert main(["forget", "--older-than", "30h"]) == 0
    assert _left(home) == set()


@pytest.mark.parametrize("age", ["0d", "7", "x", "-7d", "7w", "1d2h"])
def test_an_age_that_is_none_is_told(
    home: Settings, age: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["forget", f"--older-than={age}"]) == 2
    assert "7d" in capsys.readouterr().err
    assert _left(home) == {"lama", "baru"}


def test_all_is_asked_back_on_a_terminal(
    home: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for words, left in (("tidak\n", 2), ("", 2), ("hapus\n", 0)):
        monkeypatch.setattr("sys.stdin", Terminal(words))
        assert main(["forget", "--all"]) == 0
        assert len(_left(home)) == left
    said = capsys.readouterr().out
    assert said.count("Tidak ada yang dihapus.") == 2
    assert "Pesan yang belum dijawab dan dihapus: 1." in said


def test_all_without_a_terminal_wants_a_word(
    home: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("hapus\n"))
    assert main(["forget", "--all"]) == 2
    assert "--yes" in capsys.readouterr().err
    assert len(_left(home)) == 2
    assert main(["forget", "--all", "--yes"]) == 0
    assert _left(home) == set()


def test_a_database_that_is_away_is_told_without_its_password(
    home: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAWAS_DB_URL", "postgresql://mawas:rahasia-7351@127.0.0.1:1/mawas")
    assert main(["forget"]) == 4
    said = capsys.readouterr().err
    assert "Saran:" in said
    assert "7351" not in said
