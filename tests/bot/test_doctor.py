from __future__ import annotations

import logging
import re
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest

from bot import doctor, training
from bot.diagnosis import Diagnosis
from bot.settings import Settings


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    folder = tmp_path / "home"
    return Settings(folder, f"sqlite:///{folder / 'knowledge.db'}", logging.WARNING)


def _only(monkeypatch: pytest.MonkeyPatch, *diagnoses: Diagnosis) -> None:
    monkeypatch.setattr(doctor, "CHECKS", (lambda settings: iter(diagnoses),))


def test_all_well_is_status_0(
    home: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _only(monkeypatch, Diagnosis("Model", "terbaru"))
    assert doctor.run(home) == 0
    assert capsys.readouterr().out == "✓ Model: terbaru\nSemua baik.\n"


def test_what_is_wrong_comes_with_advice_and_status_4(
    home: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _only(monkeypatch, Diagnosis("A", "rusak", "Perbaiki."), Diagnosis("B", "baik"))
    assert doctor.run(home) == 4
    said = capsys.readouterr().out
    assert said == "✗ A: rusak\n    Saran: Perbaiki.\n✓ B: baik\n1 hal perlu diperbaiki.\n"


def test_a_fresh_machine_is_told_what_to_run_and_nothing_is_written(home: Settings) -> None:
    advice = [row.advice for check in (doctor._store, doctor._model) for row in check(home)]
    assert advice == ["Jalankan ./mawas knowledge build.", "Jalankan ./mawas train."]
    assert not home.home.exists()
    (row,) = doctor._home(home)
    assert row.advice == ""


def test_a_prepared_home_has_nothing_to_mend(settings: Settings) -> None:
    for check in (doctor._python, doctor._packages, doctor._store, doctor._model):
        assert [row.advice for row in check(settings)] == [""]


def test_a_stale_model_names_what_changed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "changed_parts", lambda settings: ["domain", "config.yml"])
    (row,) = doctor._model(settings)
    assert row.state == "tidak terbaru (berubah: domain, config.yml)"
    assert row.advice == "Jalankan ./mawas train."


@pytest.mark.parametrize("url", ["garbage", "nosuch://x", "sqlite:////nonexistent/dir/k.db"])
def test_a_database_that_cannot_be_used_is_a_diagnosis(home: Settings, url: str) -> None:
    (row,) = doctor._store(replace(home, db_url=url))
    assert row.advice


def test_a_package_of_another_version_is_named(
    home: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: "0.1" if name == "spacy" else real(name))
    (row,) = doctor._packages(home)
    assert row.advice.startswith("Versi tidak cocok: spacy. ")


def test_a_package_that_is_missing_is_named(
    home: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    (row,) = doctor._packages(home)
    assert "rasa, rasa-sdk" in row.advice


def test_a_full_disk_is_told(home: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "FREE_BYTES", 10**18)
    (row,) = doctor._home(home)
    assert "Ruang disk" in row.advice


def test_the_records_are_counted(home: Settings) -> None:
    (row,) = doctor._knowledge(home)
    assert "berkas, 0 kesalahan" in row.state
    assert row.advice == ""


def test_the_share_of_contacts_that_were_confirmed_lately_is_told(settings: Settings) -> None:
    (row,) = doctor._contacts(settings)
    assert re.match(r"\d+ dari \d+ dipastikan dalam setahun \(\d+%\); ", row.state)
    assert row.advice == ""


def test_without_a_store_nothing_is_said_of_contacts(home: Settings) -> None:
    assert list(doctor._contacts(home)) == []
    assert not home.home.exists()


def test_health_that_other_computers_see_is_told_and_nothing_to_mend(home: Settings) -> None:
    assert list(doctor._health(home)) == []
    (row,) = doctor._health(replace(home, health_listen="0.0.0.0"))
    assert "0.0.0.0" in row.state
    assert row.advice == ""
