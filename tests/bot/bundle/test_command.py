from __future__ import annotations

from pathlib import Path

import pytest

from bot import cli, doctor, paths, suite_command
from bot.bundle import command
from bot.bundle import contents as contents_module
from bot.settings import Settings


@pytest.fixture
def small(contents: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents_module, "contents", lambda settings: contents)
    monkeypatch.setattr("bot.readiness.get_ready", lambda settings: None)


def test_it_says_size_time_system_and_how_to_start(
    small: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["bundle", str(tmp_path / "new")]) == 0
    said = capsys.readouterr().out
    assert "berkas" in said
    assert "GB" in said
    assert command.system_name() in said
    assert "sh mawas demo" in said
    assert (tmp_path / "new" / "bundle.json").exists()


def test_a_folder_in_use_is_wrong_use(
    small: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["bundle", str(tmp_path)]) == 2
    assert "sudah berisi" in capsys.readouterr().err


def test_a_bundle_is_copied_and_not_bundled_and_has_no_tests(
    small: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "is_bundle", lambda: True)
    monkeypatch.setattr(suite_command, "is_bundle", lambda: True)
    assert cli.main(["bundle", str(tmp_path / "new")]) == 2
    assert "salin seluruh folder ini" in capsys.readouterr().err
    assert cli.main(["test"]) == 4
    assert "mawas doctor" in capsys.readouterr().err


def test_the_doctor_reads_a_bundle_again(
    bundle: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "ROOT", bundle)
    monkeypatch.setattr("bot.bundle.place.is_bundle", lambda root=bundle: True)
    (row,) = doctor._bundle(settings)
    assert row.advice == ""
    assert "Linux x86_64" in row.state
    (bundle / "knowledge/channels/a.yml").write_text("value: '112'\n")
    (row,) = doctor._bundle(settings)
    assert (row.advice, "1 berkas isi sudah diubah" in row.state) == ("", True)
    (bundle / "packages/small/__init__.py").write_text("print('HI')\n")
    (row,) = doctor._bundle(settings)
    assert "tidak lengkap" in row.advice


def test_a_checkout_has_no_bundle_to_read(settings: Settings) -> None:
    assert not (paths.ROOT / "bundle.json").exists()
    assert list(doctor._bundle(settings)) == []
