"""The wheel: everything is inside, and what pip made of it answers from a foreign folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from bot.bundle.contents import PROGRAM
from bot.bundle.place import MADE
from bot.paths import ROOT
from bot.settings import Settings
from bot.version import VERSION

# Goes elsewhere in the wheel, as the start of the package.
START = "bot/wheel_start.py"


def _run(*command: str | Path, cwd: Path, **options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "HOME": str(cwd), **options},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment of its own with pip: what builds wheels wants a newer `packaging` than Rasa allows."""
    folder = tmp_path_factory.mktemp("tools")
    venv.create(folder, with_pip=True)
    return folder / "bin" / "python"


@pytest.fixture(scope="module")
def wheel(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built by the backend that pyproject.toml names."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (named,) = re.findall(r'^requires = \["([^"]+)"\]$', text, re.MULTILINE)
    # With the environment of whoever tests, where pip finds its settings.
    command = [str(tools), "-m", "pip", "install", "-q", "--retries", "0", named]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip(f"{named}, which builds the wheel, cannot be had here: no network?")
    out = tmp_path_factory.mktemp("dist")
    built = _run(tools, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (file,) = out.iterdir()
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `mawas` command of an environment that has the wheel and sees the packages of this one."""
    folder = tmp_path_factory.mktemp("environment")
    library = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    command = _install(tools, wheel, folder)
    (library / "packages.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return command


def _install(tools: Path, wheel: Path, folder: Path) -> Path:
    """Make an environment of the wheel alone; returns its `mawas` command."""
    venv.create(folder)
    pip = (tools, "-m", "pip", "--python", folder / "bin" / "python")
    done = _run(*pip, "install", "-q", "--no-deps", "--no-index", "--no-compile", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "bin" / "mawas"


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """An empty folder to start from."""
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_the_wheel_is_named_by_the_version(wheel: Path) -> None:
    assert wheel.name == f"mawas-{VERSION}-py3-none-any.whl"


def test_the_wheel_holds_what_git_tracks_and_nothing_else(wheel: Path) -> None:
    git = _run("git", "ls-files", "-co", "--exclude-standard", *PROGRAM, cwd=ROOT)
    if git.returncode:
        pytest.skip("no checkout of git: nothing tells what belongs to the project")
    tracked = {name for name in git.stdout.splitlines() if (ROOT / name).is_file()}
    assert len(tracked) > 1500
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
        wanted = {f"mawas/{name}" for name in tracked - {START}} | {"mawas/__init__.py"}
        assert inside == wanted
        assert archive.read("mawas/__init__.py") == (ROOT / START).read_bytes()
        for name in ("requirements.lock", "config.yml", "knowledge/catalogue.yml"):
            assert archive.read(f"mawas/{name}") == (ROOT / name).read_bytes()


def test_the_wheel_asks_for_what_the_project_asks_for(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read(f"mawas-{VERSION}.dist-info/METADATA").decode()
    assert "Requires-Python: <3.11,>=3.10" in text
    assert {"rasa==3.6.21", "rasa-sdk==3.6.2"} <= set(re.findall(r"Requires-Dist: (\S+)", text))


def test_what_pip_installed_answers_from_a_foreign_folder(
    installed: Path, foreign: Path, settings: Settings, tmp_path: Path
) -> None:
    """With what the checkout trained: the same files have the same fingerprint, so nothing is trained again."""
    home = tmp_path / "home"
    home.mkdir()
    for name in MADE:
        made = settings.home / name
        (shutil.copytree if made.is_dir() else shutil.copyfile)(made, home / name)
    done = subprocess.run(
        [installed, "ask"],
        input="nomor kp2mi berapa\n",
        cwd=foreign,
        env={"PATH": os.environ["PATH"], "MAWAS_HOME": str(home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    call_centre = (ROOT / "knowledge/channels/kp2mi_call_center.yml").read_text(encoding="utf-8")
    number = re.search(r'value: "([^"]+)"', call_centre)
    assert number
    assert number[1] in done.stdout
    assert list(foreign.iterdir()) == []


def test_what_pip_installed_says_which_version_it_is(installed: Path, foreign: Path) -> None:
    done = _run(installed, "--version", cwd=foreign)
    assert (done.returncode, done.stdout) == (0, f"mawas {VERSION}\n")


def test_what_pip_installed_has_no_tests_and_says_so_in_its_own_words(
    installed: Path, foreign: Path
) -> None:
    done = _run(installed, "test", cwd=foreign)
    assert done.returncode == 4
    assert "Uji tidak ikut" in done.stderr
    assert "jalankan mawas doctor" in done.stderr


def test_without_its_packages_it_says_which_command_brings_them(
    wheel: Path, tools: Path, tmp_path: Path, foreign: Path
) -> None:
    done = _run(_install(tools, wheel, tmp_path / "bare"), "chat", cwd=foreign)
    assert done.returncode == 4
    assert "rasa" in done.stderr
    named = re.search(r'--require-hashes -r "([^"]+)"', done.stderr)
    assert named
    assert Path(named[1]).read_bytes() == (ROOT / "requirements.lock").read_bytes()


def test_the_changelog_begins_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## (\S+)", text, re.MULTILINE)
    assert next(name for name in sections if name != "Unreleased") == VERSION
