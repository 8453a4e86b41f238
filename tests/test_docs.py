"""The documentation is a test target: what it names exists, what exists is named."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import cli
from bot.errors import MawasError, SettingsError
from bot.paths import ROOT
from bot.rasa_command import _defaults
from bot.settings import RETENTION_DAYS, SETTINGS, Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", "README.id.md", "CONTRIBUTING.md")
ARCHITECTURE = "docs/architecture.md"
TELEGRAM = ROOT / "docs" / "telegram.id.md"
# Tools that people have besides Mawas.
OTHER_TOOLS = ("uv",)


def _subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    return {
        name: command
        for action in parser._actions
        if isinstance(action, argparse._SubParsersAction)
        for name, command in action.choices.items()
    }


COMMANDS = _subcommands(cli._parser())


def _options(command: str) -> set[str]:
    """Options of a command and of its parts."""
    return {
        option
        for parser in (COMMANDS[command], *_subcommands(COMMANDS[command]).values())
        for action in parser._actions
        for option in action.option_strings
        if option.startswith("--") and option != "--help"
    }


def _code(page: str) -> Iterator[str]:
    """Everything in a page that is set as code: lines of blocks, and words in backticks."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for block in re.findall(r"```\w*\n(.*?)```", text, re.DOTALL):
        yield from (line.split("  #")[0].strip() for line in block.splitlines() if line.strip())
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


def _rows(heading: str) -> list[list[str]]:
    """Cells of the table below a heading of README.md."""
    section = README.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in row] for row in rows]


def test_every_command_stands_in_the_readme_with_its_options() -> None:
    described: dict[str, set[str]] = {}
    for row in _rows("Commands"):
        command = row[0].strip("`").split()[1]
        described.setdefault(command, set()).update(re.findall(r"--[\w-]+", row[0]))
    assert described == {command: _options(command) for command in COMMANDS}


def test_everything_that_knowledge_does_stands_in_the_readme() -> None:
    parts = _subcommands(COMMANDS["knowledge"])
    described = {
        row[0].strip("`").split()[2]: set(re.findall(r"--[\w-]+", row[0]))
        for row in _rows("Commands")
        if row[0].startswith("`mawas knowledge")
    }
    assert described == {
        name: {
            option
            for action in part._actions
            for option in action.option_strings
            if option.startswith("--") and option != "--help"
        }
        for name, part in parts.items()
    }


def test_the_rasa_commands_that_are_named_get_our_paths() -> None:
    (row,) = [row for row in _rows("Commands") if row[0].startswith("`mawas rasa")]
    named = [tuple(words.split()) for words in re.findall(r"`([^`]+)`", row[1])]
    known = _defaults(Settings.from_environment({}))
    assert len(named) == 6
    assert [words for words in named if words not in known] == []


def test_every_setting_stands_in_the_readme_and_the_other_way_round() -> None:
    rows = _rows("Settings")
    assert [row[0].strip("`") for row in rows] == [name for name, _, _ in SETTINGS]
    assert all(len(row) == 3 and all(row) for row in rows)
    named = {name for page in PAGES for name in re.findall(r"MAWAS_[A-Z_]+", _read(page))}
    assert named <= {name for name, _, _ in SETTINGS}


def test_every_setting_in_the_code_is_in_the_table() -> None:
    code = "".join(
        file.read_text(encoding="utf-8")
        for folder in ("bot", "actions", "knowledge")
        for file in (ROOT / folder).rglob("*.py")
    )
    assert set(re.findall(r"MAWAS_[A-Z_]+", code)) == {name for name, _, _ in SETTINGS}


def test_defaults_are_the_ones_described() -> None:
    with pytest.raises(SettingsError, match="DEBUG, INFO, WARNING, ERROR"):
        Settings.from_environment({"MAWAS_LOG": "x"})
    (row,) = [row for row in _rows("Settings") if row[0] == "`MAWAS_LOG`"]
    assert row[1] == "`WARNING`"
    assert "DEBUG, INFO, WARNING, ERROR" in row[2]


def test_every_exit_status_is_described() -> None:
    line = next(line for line in README.splitlines() if line.startswith("Exit status:"))
    used = {0} | {error.exit_status for error in (MawasError, *MawasError.__subclasses__())}
    assert {int(number) for number in re.findall(r"\b(\d)\b", line)} == used


def _read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def _paths(page: str) -> Iterator[str]:
    """Paths in backticks and in links, below the root; those with a placeholder are left out."""
    for words in _code(page):
        for word in words.split():
            if "://" in word:
                continue
            is_path = "/" in word or re.fullmatch(r"[\w.-]+\.(md|yml|toml|lock|cmd)", word)
            if is_path and not re.search(r"[<>*|{}\[\]]|^mawas\b|^-", word):
                yield word.removeprefix("./").rstrip("/")
    for target in re.findall(r"\]\(([^)#]+)(?:#[\w-]+)?\)", _read(page)):
        if "://" not in target:
            yield (Path(page).parent / target).as_posix()


@pytest.mark.parametrize("page", [*PAGES, ARCHITECTURE])
def test_every_path_that_a_page_names_exists(page: str) -> None:
    paths = set(_paths(page))
    assert len(paths) > 3
    missing = [path for path in sorted(paths) if not (ROOT / path).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_inside_a_page_has_a_heading(page: str) -> None:
    for target, anchor in re.findall(r"\]\(([^)#]*)#([\w-]+)\)", _read(page)):
        headings = re.findall(r"^#+ (.+)$", _read(target or page), re.MULTILINE)
        slugs = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]
        assert anchor in slugs


@pytest.mark.parametrize("page", [*PAGES, ARCHITECTURE])
def test_every_command_that_a_page_names_exists(page: str) -> None:
    commands = [
        words.split()
        for words in _code(page)
        if re.match(r"(\./)?mawas |\.venv/bin/", words) or words.split()[0] in OTHER_TOOLS
    ]
    assert commands
    for tool, *words in commands:
        if tool.endswith("mawas"):
            assert words[0] in COMMANDS, words
            if words[0] not in ("rasa", "test"):
                named = {re.sub(r"[\[\]]", "", word) for word in words if "--" in word}
                assert named <= _options(words[0]), words
        elif tool.startswith(".venv/bin/"):
            assert (ROOT / tool).exists(), tool


def test_words_for_pytest_name_tests() -> None:
    for page in PAGES:
        for words in _code(page):
            found = re.match(r"\./mawas test (\S+)", words)
            if found:
                assert (ROOT / found[1]).exists()


def test_pre_commit_has_something_to_run() -> None:
    assert "pre-commit" in _read("CONTRIBUTING.md")
    assert (ROOT / ".pre-commit-config.yaml").exists()


def test_documents_beside_the_pages_name_existing_files() -> None:
    for file in [*(ROOT / "docs").glob("*.md"), ROOT / "CHANGELOG.md"]:
        for target in re.findall(r"\]\(([^)#:]+)\)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name}: {target}"


def test_the_windows_script_installs_like_the_other() -> None:
    text = Path(ROOT / "mawas.cmd").read_text(encoding="utf-8")
    for words in (
        "requirements.lock",
        "requirements-dev.lock",
        "bot\\install.py",
        "-m bot",
        "bundle.json",
    ):
        assert words in text


def test_the_guide_to_telegram_names_what_is_there() -> None:
    from bot.channels.telegram import buttons, commands, words
    from bot.channels.telegram.command import MISSING
    from bot.channels.telegram.connect import REFUSED

    text = TELEGRAM.read_text(encoding="utf-8")
    assert set(re.findall(r"MAWAS_[A-Z_]+", text)) <= {name for name, _, _ in SETTINGS}
    assert set(re.findall(r"--[a-z][a-z-]+", text)) <= _options("telegram")
    for said in ("belum ada token bot Telegram", "Telegram menolak token ini"):
        assert said in text
        assert said in MISSING + REFUSED
    for title in (words.NEXT, words.TRY_SAMPLE):
        assert f"**{title}**" in text
    own = {name for name, _ in commands.COMMANDS} | {"pantau"}
    of_botfather = {"newbot", "revoke", "token", "deletebot", "setprivacy"}
    of_botfather |= {"setuserpic", "setdescription", "setabouttext"}
    named = set(re.findall(r"`/([a-z]+)(?:@\w+)?(?: nyala| mati)?`", text))
    assert named <= own | of_botfather
    assert {"cek", "darurat", "privasi", "hapus"} <= named
    privacy = commands.privacy(RETENTION_DAYS).text
    days = {f"{RETENTION_DAYS} hari": RETENTION_DAYS, "30 hari": buttons.KEPT_SECONDS / 86400}
    for said, count in days.items():
        assert said in text
        assert said in privacy
        assert count == int(said.split()[0])
