from __future__ import annotations

from pathlib import Path

import pytest

from bot import cli


def _run(
    monkeypatch: pytest.MonkeyPatch, home: Path, *words: str, **environment: str
) -> tuple[int, Path]:
    for name in ("MAWAS_TELEGRAM_TOKEN", "MAWAS_WEBHOOK_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"MAWAS_HOME": str(home), **environment}.items():
        monkeypatch.setenv(name, value)
    return cli.main(["telegram", *words]), home


def test_without_a_token_three_lines_say_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, home = _run(monkeypatch, tmp_path)
    lines = capsys.readouterr().err.splitlines()
    assert (status, len(lines)) == (4, 3)
    assert "@BotFather" in lines[1]
    assert "MAWAS_TELEGRAM_TOKEN=" in lines[2]
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--workers", "0"), "--workers 0"),
        (("--workers", "17"), "--workers 17"),
        (("--workers", "2"), "MAWAS_WEBHOOK_URL"),
        (("--health-port", "0"), "--health-port 0"),
        (("--health-port", "65535"), "--health-port 65535"),
    ],
)
def test_options_that_cannot_be_are_refused_before_anything_is_loaded(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    named: str,
) -> None:
    status, home = _run(monkeypatch, tmp_path, *words, MAWAS_TELEGRAM_TOKEN="1:a")
    assert status == 2
    assert named in capsys.readouterr().err
    assert list(home.iterdir()) == []
