from __future__ import annotations

import io
import logging
from pathlib import Path

import pytest
from sqlalchemy.exc import ArgumentError

from bot import readiness, screening_build, training
from bot.errors import MawasError, MissingError
from bot.file_lock import try_lock
from bot.settings import Settings
from knowledge.findings import KnowledgeError


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    folder = tmp_path / "home"
    return Settings(folder, f"sqlite:///{folder / 'knowledge.db'}", logging.WARNING)


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was trained, instead of training."""
    calls: list[str] = []

    def train(settings: Settings, progress: training.Progress) -> None:
        progress("membaca kalimat latih", 0, 2)
        progress("selesai", 2, 2)
        calls.append("trained")

    monkeypatch.setattr(training, "train", train)
    return calls


def _changed(monkeypatch: pytest.MonkeyPatch, *parts: str) -> None:
    monkeypatch.setattr(training, "changed_parts", lambda settings: list(parts))


def test_nothing_is_trained_when_nothing_changed(
    home: Settings,
    trained: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _changed(monkeypatch)
    assert readiness.train_model(home) is False
    assert trained == []
    assert capsys.readouterr() == ("", "")


def test_force_trains_all_the_same(
    home: Settings, trained: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _changed(monkeypatch)
    assert readiness.train_model(home, force=True) is True
    assert trained == ["trained"]


def test_what_changed_is_said(
    home: Settings, trained: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _changed(monkeypatch, "kalimat latih", "domain")
    out = io.StringIO()
    assert readiness.train_model(home, out=out) is True
    assert out.getvalue() == "Berubah: kalimat latih, domain. Melatih ulang.\n"


def test_a_first_training_does_not_list_everything_as_changed(
    home: Settings, trained: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _changed(monkeypatch, *training.PARTS)
    out = io.StringIO()
    assert readiness.train_model(home, out=out) is True
    assert out.getvalue() == ""


def test_what_another_program_makes_meanwhile_is_not_made_again(
    home: Settings,
    trained: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    parts = [list(training.PARTS), []]
    built: list[str] = []
    monkeypatch.setattr(training, "changed_parts", lambda settings: parts[0])
    monkeypatch.setattr(screening_build, "changed_parts", lambda settings: parts[0])
    monkeypatch.setattr(screening_build, "build", lambda settings, progress: built.append("made"))

    def sleep(seconds: float) -> None:
        """The other one is done."""
        del parts[0]
        other.close()

    monkeypatch.setattr("bot.file_lock.time.sleep", sleep)
    home.home.mkdir()
    for make in (readiness.train_model, readiness.build_screening):
        parts[:] = [list(training.PARTS), []]
        with (home.home / readiness.LOCK_NAME).open("a", encoding="utf-8") as other:
            assert try_lock(other)
            assert make(home) is False
            assert capsys.readouterr().err == f"{readiness.WAITING}\n"
    assert trained == built == []


def test_nothing_is_locked_when_nothing_has_to_be_made(
    home: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    _changed(monkeypatch)
    monkeypatch.setattr(screening_build, "changed_parts", lambda settings: [])
    monkeypatch.setattr("knowledge.build.is_current", lambda root, url: True)
    monkeypatch.setattr("bot.fallback.file.renew", lambda home: False)
    readiness.get_ready(home)
    assert not home.home.exists()


def test_progress_goes_to_standard_error_as_one_line_where_no_terminal_is(
    home: Settings,
    trained: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _changed(monkeypatch, *training.PARTS)
    readiness.train_model(home)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("Melatih model ...") == 1


def test_records_with_errors_are_told_with_what_to_do(
    home: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise KnowledgeError("3 kesalahan")

    monkeypatch.setattr("knowledge.build.build", refuse)
    with pytest.raises(MawasError, match=r"3 kesalahan\nSaran: jalankan \./mawas knowledge check"):
        readiness.build_store(home)


def test_a_database_that_cannot_be_used_is_told_without_its_url(
    home: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise ArgumentError("Could not parse 'postgresql:/mawas:kata-sandi@x'")

    monkeypatch.setattr("knowledge.build.build", refuse)
    with pytest.raises(MissingError, match="periksa MAWAS_DB_URL") as error:
        readiness.build_store(home)
    assert "kata-sandi" not in str(error.value)
    assert error.value.exit_status == 4


def test_get_ready_builds_the_store_before_it_trains(
    home: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    monkeypatch.setattr(readiness, "build_store", lambda settings: order.append("store"))
    monkeypatch.setattr(readiness, "build_screening", lambda settings: order.append("screening"))
    monkeypatch.setattr(readiness, "train_model", lambda settings: order.append("model"))
    readiness.get_ready(home)
    assert order == ["store", "screening", "model"]


def test_the_store_is_built_into_a_home_that_did_not_exist(
    home: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    from knowledge.store import Store

    readiness.build_store(home)
    assert Store(home.db_url).channel("kemlu_pwni_hotline") is not None
    capsys.readouterr()
    readiness.build_store(home)
    assert capsys.readouterr() == ("", "")
