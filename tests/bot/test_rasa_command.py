from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from bot import rasa_command
from bot.errors import MissingError
from bot.paths import CONFIG, DOMAIN, TRAINING_DATA
from bot.rasa_command import with_our_paths
from bot.settings import Settings

HOME = Path("/home/mawas")
SETTINGS = Settings(HOME, "sqlite://", logging.WARNING)
DATA = ["--data", *(str(path) for path in TRAINING_DATA)]
MODEL = ["--model", str(HOME / "models" / "mawas.tar.gz")]


def _options(words: list[str]) -> dict[str, list[str]]:
    """Options and their values."""
    found: dict[str, list[str]] = {}
    for word in words:
        if word.startswith("-"):
            found[word] = []
        elif found:
            found[list(found)[-1]].append(word)
    return found


def test_validate_reads_our_data_without_the_domain_among_it() -> None:
    words = with_our_paths(SETTINGS, ["data", "validate"])
    assert words == ["data", "validate", *DATA, "--domain", str(DOMAIN), "--config", str(CONFIG)]


def test_train_writes_into_the_data_folder() -> None:
    options = _options(with_our_paths(SETTINGS, ["train"]))
    assert options["--out"] == [str(HOME / "rasa-models")]
    assert options["--data"] == DATA[1:]


@pytest.mark.parametrize("words", [["test"], ["test", "nlu"]])
def test_test_reads_the_held_out_sentences(words: list[str]) -> None:
    options = _options(with_our_paths(SETTINGS, words))
    assert options["--nlu"] == [str(rasa_command.HELD_OUT)]
    assert options["--model"] == MODEL[1:]
    assert options["--out"] == [str(HOME / "rasa-results")]


@pytest.mark.parametrize("words", [["shell"], ["shell", "nlu"], ["run"], ["run", "--enable-api"]])
def test_what_talks_gets_our_model(words: list[str]) -> None:
    assert with_our_paths(SETTINGS, words) == [*words, *MODEL]


def test_subcommands_get_no_option_that_they_do_not_know() -> None:
    assert with_our_paths(SETTINGS, ["run", "actions"]) == ["run", "actions"]
    assert "--nlu" not in with_our_paths(SETTINGS, ["test", "core"])
    assert "--data" not in with_our_paths(SETTINGS, ["train", "nlu"])
    assert "--data" not in with_our_paths(SETTINGS, ["interactive", "core"])


@pytest.mark.parametrize("own", [["--model", "x"], ["--model=x"], ["-m", "x"], ["-mx"]])
def test_what_the_person_named_is_left_alone(own: list[str]) -> None:
    assert with_our_paths(SETTINGS, ["shell", *own]) == ["shell", *own]


def test_short_options_are_not_taken_for_long_ones() -> None:
    words = with_our_paths(SETTINGS, ["run", "--debug", "-vv"])
    assert words == ["run", "--debug", "-vv", *MODEL]
    options = _options(with_our_paths(SETTINGS, ["train", "--debug-plots"]))
    assert options["--domain"] == [str(DOMAIN)]
    assert "--domain" not in with_our_paths(SETTINGS, ["train", "-d", "other"])


@pytest.mark.parametrize(
    "words", [[], ["--help"], ["train", "--help"], ["shell", "-h"], ["--version"], ["x"], ["init"]]
)
def test_other_words_go_to_rasa_as_they_are(words: list[str]) -> None:
    assert with_our_paths(SETTINGS, words) == words


def test_the_words_given_are_not_changed() -> None:
    words = ["train"]
    with_our_paths(SETTINGS, words)
    assert words == ["train"]


@pytest.mark.parametrize("command", ["shell", "run", "test", "interactive"])
def test_what_needs_a_model_says_that_there_is_none(command: str, tmp_path: Path) -> None:
    settings = Settings(tmp_path, "sqlite://", logging.WARNING)
    with pytest.raises(MissingError, match="mawas train"):
        rasa_command.run(settings, [command])


@pytest.fixture
def rasa_main(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Rasa's command line, which only notes what it was called with."""
    import rasa.__main__

    called: list[list[str]] = []
    monkeypatch.setattr(sys, "argv", ["mawas"])
    monkeypatch.setattr(rasa.__main__, "main", lambda: called.append(list(sys.argv)))
    monkeypatch.setattr(
        rasa_command, "_use_in_process_actions", lambda settings: called.append(["actions"])
    )
    return called


@pytest.mark.parametrize(
    "words", [["shell", "--model", "x"], ["run", "-m", "x"], ["interactive", "--model=x"]]
)
def test_actions_run_in_process_with_another_model_too(
    rasa_main: list[list[str]], words: list[str]
) -> None:
    assert rasa_command.run(SETTINGS, words) == 0
    assert rasa_main[0] == ["actions"]
    assert rasa_main[1][: len(words) + 1] == ["rasa", *words]


@pytest.mark.parametrize(
    "words", [["train"], ["data", "validate"], ["run", "actions"], ["shell", "-h"]]
)
def test_other_commands_need_neither_model_nor_actions(
    rasa_main: list[list[str]], words: list[str]
) -> None:
    assert rasa_command.run(SETTINGS, words) == 0
    assert [call[0] for call in rasa_main] == ["rasa"]


@pytest.mark.parametrize(("code", "status"), [(None, 0), (0, 0), (1, 1), (2, 2), ("message", 1)])
def test_rasas_exit_status_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, code: object, status: int
) -> None:
    import rasa.__main__

    def end() -> None:
        raise SystemExit(code)

    monkeypatch.setattr(sys, "argv", ["mawas"])
    monkeypatch.setattr(rasa.__main__, "main", end)
    assert rasa_command.run(SETTINGS, ["train"]) == status
