"""The command line: exit statuses, words, and how little it imports."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import cli, doctor, readiness
from bot.errors import MissingError
from bot.paths import ROOT
from bot.settings import Settings

HEAVY = ("tensorflow", "spacy", "rasa.core", "rasa.nlu", "sklearn")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAWAS_HOME", str(tmp_path / "home"))


def _doctor_does(monkeypatch: pytest.MonkeyPatch, result: int | BaseException) -> None:
    def run(settings: Settings) -> int:
        if isinstance(result, BaseException):
            raise result
        return result

    monkeypatch.setattr(doctor, "run", run)


def test_all_tests_run_on_all_cores_and_some_as_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[list[str]] = []
    made: list[Settings] = []
    monkeypatch.setattr(pytest, "main", lambda words: asked.append(words) or 5)
    monkeypatch.setattr(readiness, "get_ready", made.append)
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    assert cli.main(["test", "tests/actions", "-x"]) == 5
    assert asked.pop()[2:] == ["tests/actions", "-x"]
    assert made == []
    assert cli.main(["test"]) == 5
    assert asked.pop()[2:] == [str(ROOT / "tests"), "-n", "4", "--dist", "loadfile"]
    assert len(made) == 1


@pytest.mark.parametrize("status", [0, 4])
def test_the_commands_own_status_is_passed_on(monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    _doctor_does(monkeypatch, status)
    assert cli.main(["doctor"]) == status


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (
            MissingError("Model belum ada. Saran: latih."),
            4,
            "mawas: Model belum ada. Saran: latih.",
        ),
        (KeyboardInterrupt(), 130, "Dihentikan."),
        (PermissionError(13, "Permission denied", "/x"), 4, "periksa ruang disk, izin folder"),
    ],
)
def test_what_goes_wrong_is_one_readable_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    status: int,
    words: str,
) -> None:
    _doctor_does(monkeypatch, error)
    assert cli.main(["doctor"]) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "words",
    [[], ["nosuch"], ["chat", "--nosuch"], ["knowledge"], ["knowledge", "burn"], ["ask", "x"]],
)
def test_wrong_use_is_status_2_and_says_where_help_is(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "pemakaian:" in said
    assert "mawas --help" in said


@pytest.mark.parametrize("command", [["doctor"], ["rasa", "train"], ["test"]])
def test_a_wrong_setting_is_status_2(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAWAS_LOG", "loud")
    assert cli.main(command) == 2
    assert "MAWAS_LOG=LOUD" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["chat", "-h"], ["knowledge", "--help"]])
def test_help_is_indonesian(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("pemakaian: mawas")
    assert "tampilkan bantuan ini" in said
    for english in ("usage", "options", "positional", "show this"):
        assert english not in said


def test_options_reach_the_channels(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[str, dict[str, bool]]] = []
    from bot.channels import lines, shell
    from bot.in_terminal import Answers

    monkeypatch.setattr("bot.in_terminal.answers", lambda *_, **__: Answers(None))
    for name, channel in (("lines", lines), ("shell", shell)):
        monkeypatch.setattr(
            channel, "run", lambda _, name=name, **options: called.append((name, options)) or 0
        )
    assert cli.main(["ask", "--json", "--dialogues"]) == 0
    assert cli.main(["ask"]) == 0
    assert cli.main(["chat", "--debug"]) == 0
    assert called == [
        ("lines", {"as_json": True, "dialogues": True}),
        ("lines", {"as_json": False, "dialogues": False}),
        ("shell", {"debug": True, "cards": Settings.from_environment().cards, "is_whole": True}),
    ]


def test_options_reach_the_evaluation(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[object, ...]] = []
    from bot import conversation
    from bot.evaluation import explain, run

    monkeypatch.setattr(cli, "_ready", lambda settings: None)
    monkeypatch.setattr(conversation.Conversation, "load", lambda settings: None)
    for command in (explain, run):
        monkeypatch.setattr(
            command, "run", lambda _, *words, **options: called.append((*words, options)) or 0
        )
    assert cli.main(["eval"]) == 0
    assert cli.main(["eval", "--out", "x", "--final", "--write", "--json", "--flyers"]) == 0
    assert cli.main(["explain", "apa kabar", "--json"]) == 0
    assert called == [
        (None, {"out": None, "final": False, "write": False, "as_json": False, "flyers": False}),
        (None, {"out": Path("x"), "final": True, "write": True, "as_json": True, "flyers": True}),
        (None, "apa kabar", {"as_json": True}),
    ]


@pytest.mark.parametrize(
    ("trained", "said"), [(True, "selesai dilatih"), (False, "Tidak ada yang berubah")]
)
def test_train_says_what_it_did(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], trained: bool, said: str
) -> None:
    forced: list[bool] = []

    def train_model(settings: Settings, force: bool) -> bool:
        forced.append(force)
        return trained

    def build_screening(settings: Settings, force: bool) -> bool:
        forced.append(force)
        return trained

    monkeypatch.setattr(readiness, "train_model", train_model)
    monkeypatch.setattr(readiness, "build_screening", build_screening)
    assert cli.main(["train", "--force"]) == 0
    assert forced == [True, True]
    told = capsys.readouterr().out
    assert (said in told, "Pemeriksa tawaran selesai dilatih." in told) == (True, trained)


def _imported_by(*words: str) -> tuple[int, set[str]]:
    """Exit status of a command in a process of its own, and the modules that it imported."""
    code = (
        "import sys\nfrom bot.cli import main\n"
        "try:\n    status = main(sys.argv[1:])\nexcept SystemExit as ended:\n    status = ended.code\n"
        "print('\\nMODULES', status, *sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    status, *modules = done.stdout.rpartition("MODULES ")[2].split()
    return int(status), set(modules)


@pytest.mark.parametrize(
    ("words", "status"),
    [(("--help",), 0), (("knowledge", "check"), 0), (("doctor",), 4), (("nosuch",), 2)],
)
def test_help_and_checks_import_nothing_heavy(words: tuple[str, ...], status: int) -> None:
    if words[0] == "knowledge":
        # The first check proves the patterns and remembers it.
        assert cli.main(list(words)) == status
    got, modules = _imported_by(*words)
    assert got == status
    heavy = {name for name in modules if any(name == h or name.startswith(f"{h}.") for h in HEAVY)}
    assert heavy == set()


def _run(words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHON": sys.executable, **environment},
    )


def test_a_reader_that_goes_away_is_no_error() -> None:
    done = _run('{ "$PYTHON" -m bot doctor; echo "status $?" >&2; } | true')
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1] in ("status 0", "status 4")


def test_output_is_utf8_whatever_the_locale() -> None:
    done = _run('"$PYTHON" -m bot doctor', PYTHONIOENCODING="ascii")
    assert done.returncode == 4
    assert "✓ Python" in done.stdout


def test_a_home_that_cannot_be_made_is_told() -> None:
    done = _run('"$PYTHON" -m bot knowledge build', MAWAS_HOME="/dev/null/x")
    assert done.returncode == 4
    assert done.stderr.startswith("mawas: ")
    assert "Traceback" not in done.stderr


def test_a_database_url_that_cannot_be_read_is_told() -> None:
    done = _run('"$PYTHON" -m bot knowledge build', MAWAS_DB_URL="garbage")
    assert done.returncode == 2
    assert "MAWAS_DB_URL" in done.stderr
    assert "Traceback" not in done.stderr
