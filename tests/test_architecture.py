"""What may import what, how long files are, and what the locks hold."""

from __future__ import annotations

import ast
import fnmatch
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.paths import ROOT

# One way only; each may import itself and those before it.
LAYERS = ("knowledge", "actions", "bot", "tests")
IMPORTS_RASA = (
    "bot/agent.py",
    "bot/conversation.py",
    "bot/inspectable.py",
    "bot/turns.py",
    "bot/evaluation/latency.py",
    "bot/training.py",
    "bot/logs.py",
    "bot/action_endpoint.py",
    "bot/rasa_command.py",
    "bot/nlu/",
    "bot/tracker/",
    "bot/fast/",
    "bot/collector.py",
    "bot/bench/plain/worker.py",
    "bot/reload/replaceable.py",
)
IMPORTS_SPACY = ("actions/danger/", "actions/language/", "actions/screening/", "bot/nlu/")
IMPORTS_TELEGRAM = ("bot/channels/telegram/",)
# The last changes what other programs see of it.
READS_ENVIRONMENT = (
    *("bot/settings.py", "bot/rasa_environment.py", "bot/bundle/start.py"),
    # Hands it on to the processes that it measures.
    "bot/bench/processes.py",
)
MOST_LINES = 250
MOST_BYTES = 1024 * 1024

SOURCES = sorted(file for layer in LAYERS for file in (ROOT / layer).rglob("*.py"))
PROGRAM = [file for file in SOURCES if not file.is_relative_to(ROOT / "tests")]


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _imports(file: Path) -> Iterator[str]:
    """Every module that a file names in an import, inside functions too."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(file)}: relative import"
            yield node.module or ""


def _importers(package: str) -> list[str]:
    return [
        _name(file)
        for file in PROGRAM
        if any(name.split(".")[0] == package for name in _imports(file))
    ]


def _outside(files: list[str], allowed: tuple[str, ...]) -> list[str]:
    return [file for file in files if not file.startswith(allowed)]


def test_there_is_something_to_check() -> None:
    assert {file.relative_to(ROOT).parts[0] for file in SOURCES} == set(LAYERS)


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_go_one_way(layer: str) -> None:
    later = LAYERS[LAYERS.index(layer) + 1 :]
    wrong = [
        f"{_name(file)} imports {name}"
        for file in SOURCES
        if file.is_relative_to(ROOT / layer)
        for name in _imports(file)
        if name.split(".")[0] in later
    ]
    assert wrong == []


def test_only_a_few_modules_know_rasa() -> None:
    assert _outside(_importers("rasa"), IMPORTS_RASA) == []


def test_only_the_parts_that_read_texts_know_spacy() -> None:
    assert _outside(_importers("spacy"), IMPORTS_SPACY) == []


def test_only_its_channel_knows_telegram() -> None:
    assert _outside(_importers("telegram"), IMPORTS_TELEGRAM) == []


def test_knowledge_knows_nothing_of_rasa() -> None:
    assert (
        _outside(
            _importers("rasa_sdk"),
            (*("actions/", "bot/action_endpoint.py", "bot/bench/plain/action_server.py"),),
        )
        == []
    )


def test_only_the_settings_read_the_environment() -> None:
    readers = [
        _name(file)
        for file in PROGRAM
        if re.search(r"\bos\.(environ|getenv)\b", file.read_text(encoding="utf-8"))
    ]
    assert _outside(readers, READS_ENVIRONMENT) == []


def test_no_file_is_too_long() -> None:
    lengths = {_name(file): len(file.read_text(encoding="utf-8").splitlines()) for file in SOURCES}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_every_module_imports_with_an_empty_environment(tmp_path: Path) -> None:
    modules = [
        _name(file).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for file in PROGRAM
    ]
    code = (
        "import importlib, sys\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from bot.without_tensorflow import install\n"
        "install()\n"
        f"for name in {modules!r}:\n    importlib.import_module(name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        env={},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert list(tmp_path.iterdir()) == []


def _tracked() -> Iterator[Path]:
    """Files that git would hold: all but what .gitignore names."""
    patterns = [
        line.rstrip("/")
        for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]

    def walk(folder: Path) -> Iterator[Path]:
        for path in sorted(folder.iterdir()):
            if path.name == ".git" or any(fnmatch.fnmatch(path.name, p) for p in patterns):
                continue
            if path.is_dir() and not path.is_symlink():
                yield from walk(path)
            else:
                yield path

    return walk(ROOT)


def test_no_tracked_file_is_large() -> None:
    large = [_name(file) for file in _tracked() if file.stat().st_size > MOST_BYTES]
    assert large == []


def test_nothing_secret_or_local_is_tracked() -> None:
    wrong = (".env", "*.pem", "*.key", "*.db", "*.tar.gz", "credentials.yml", "endpoints.yml")
    assert [
        _name(file) for file in _tracked() if any(fnmatch.fnmatch(file.name, p) for p in wrong)
    ] == []


BASE, DEV = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"


def _locked(lock: Path) -> dict[str, set[str]]:
    """Each package of a lock with its version -> its hashes; markers are left out."""
    packages: dict[str, set[str]] = {}
    for line in lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        if line.strip() and not line.startswith("#"):
            requirement, *hashes = line.split("--hash=")
            packages[requirement.split(";")[0].strip()] = {digest.strip() for digest in hashes}
    return packages


@pytest.mark.parametrize("lock", [BASE, DEV], ids=lambda lock: lock.name)
def test_a_lock_pins_everything_by_hash_and_names_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    for requirement, hashes in _locked(lock).items():
        assert re.match(r"[a-z0-9][\w.\-]*==\S+", requirement), requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in hashes)


def test_the_development_lock_only_adds() -> None:
    base, dev = _locked(BASE), _locked(DEV)
    assert {name: dev.get(name) for name in base} == base
    assert len(dev) > len(base)


@pytest.mark.parametrize("lock", [BASE, DEV], ids=lambda lock: lock.name)
@pytest.mark.parametrize("package", ["tensorflow", "keras", "opencv-python", "torch", "sympy"])
def test_what_mawas_leaves_out_is_in_no_lock(lock: Path, package: str) -> None:
    names = {re.split(r"[=\[ ]", name)[0] for name in _locked(lock)}
    # The build without windows is what reads pictures on a server.
    names.discard("opencv-python-headless")
    assert [name for name in names if name == package or name.startswith(f"{package}-")] == []
