"""`mawas knowledge ...`: its words on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import cli


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAWAS_HOME", str(tmp_path / "home"))


def test_options_reach_the_trial(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[object, ...]] = []
    from bot import knowledge_try, rasa_environment

    monkeypatch.setattr(rasa_environment, "prepare", lambda *_: None)
    monkeypatch.setattr(
        knowledge_try, "run", lambda _, *words, **options: called.append((*words, options)) or 0
    )
    assert cli.main(["knowledge", "try", "gaji besar"]) == 0
    assert cli.main(["knowledge", "try", "--flag", "uang_fit", "--file", "-"]) == 0
    assert called == [
        ("gaji besar", {"flag": None, "file": None}),
        (None, {"flag": "uang_fit", "file": "-"}),
    ]


def test_export_writes_into_the_folder(tmp_path: Path) -> None:
    assert cli.main(["knowledge", "export", str(tmp_path / "keluar")]) == 0
    assert list((tmp_path / "keluar").rglob("*.csv"))


@pytest.mark.parametrize(
    "words", [["check", "--flag", "x"], ["try", "--nosuch"], ["build", "x"], ["try", "a", "b"]]
)
def test_words_of_another_part_are_wrong_use(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["knowledge", *words])
    assert ended.value.code == 2
    assert "mawas --help" in capsys.readouterr().err


@pytest.mark.parametrize("part", ["check", "try", "confirm", "build", "export"])
def test_help_of_each_part_is_indonesian(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["knowledge", part, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(f"pemakaian: mawas knowledge {part}")
    for english in ("usage", "options", "positional", "show this"):
        assert english not in said
