"""Installation with a fake pip: a small script in the place of the environment's interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot import install

BASE = "rasa==3.6.21 \\\n    --hash=sha256:aa\nspacy==3.8.0 \\\n    --hash=sha256:bb\n"
DEV = BASE + "pytest==8.0.0 \\\n    --hash=sha256:cc\n"

PIP_OK = """\
echo "Collecting rasa==3.6.21"
echo "Requirement already satisfied: spacy"
echo "Installing collected packages: rasa, spacy"
"""
PIP_FAILS = """\
for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do echo "line $number"; done
echo "ERROR: no network" >&2
exit 1
"""


class Project:
    """A folder with locks and an environment whose interpreter is a script of ours."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.venv = root / "project with spaces" / ".venv"
        self.venv.parent.mkdir()
        self.base = self.venv.parent / "requirements.lock"
        self.dev = self.venv.parent / "requirements-dev.lock"
        self.base.write_text(BASE)
        self.dev.write_text(DEV)
        self.pip = PIP_OK
        self.made = 0
        monkeypatch.setattr(install.venv, "create", self._create)

    def _create(self, environment: Path, with_pip: bool) -> None:
        assert with_pip
        assert not environment.exists()
        self.made += 1
        (environment / "bin").mkdir(parents=True)
        self.set_pip(self.pip)

    def set_pip(self, script: str) -> None:
        self.pip = script
        python = self.venv / "bin" / "python"
        if python.parent.exists():
            python.write_text(f'#!/bin/sh\necho "$@" >> "{self.venv.parent}/calls"\n{script}')
            python.chmod(0o755)

    @property
    def calls(self) -> list[str]:
        file = self.venv.parent / "calls"
        return file.read_text().splitlines() if file.exists() else []

    def stamps(self) -> list[str]:
        return sorted(file.name for file in self.venv.glob("installed-*"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    return Project(tmp_path, monkeypatch)


def test_a_first_installation_makes_the_environment_and_stamps_it(project: Project) -> None:
    assert install.install(project.venv, project.base) == 0
    assert project.made == 1
    assert project.stamps() == ["installed-requirements.lock"]
    assert (project.venv / "installed-requirements.lock").read_text() == BASE


def test_pip_is_held_to_the_lock(project: Project) -> None:
    install.install(project.venv, project.base)
    (call,) = project.calls
    assert call.startswith("-m pip install ")
    assert "--no-deps --require-hashes" in call
    assert call.endswith(f"-r {project.base}")


def test_the_development_lock_only_adds(project: Project) -> None:
    install.install(project.venv, project.base)
    kept = project.venv / "kept"
    kept.write_text("")
    assert install.install(project.venv, project.dev) == 0
    assert project.made == 1
    assert kept.exists()
    assert project.stamps() == ["installed-requirements-dev.lock", "installed-requirements.lock"]


def test_the_development_lock_first_installs_everything(project: Project) -> None:
    assert install.install(project.venv, project.dev) == 0
    assert project.made == 1
    assert project.stamps() == ["installed-requirements-dev.lock", "installed-requirements.lock"]


@pytest.mark.parametrize("name", ["base", "dev"])
def test_a_changed_base_lock_starts_over(project: Project, name: str) -> None:
    install.install(project.venv, project.base)
    project.base.write_text(BASE.replace("3.8.0", "3.8.1"))
    kept = project.venv / "kept"
    kept.write_text("")
    assert install.install(project.venv, getattr(project, name)) == 0
    assert project.made == 2
    assert not kept.exists()


def test_an_environment_whose_python_is_gone_starts_over(project: Project) -> None:
    install.install(project.venv, project.base)
    (project.venv / "bin" / "python").unlink()
    assert install.install(project.venv, project.dev) == 0
    assert project.made == 2


def test_an_interrupted_installation_starts_over(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(install, "_pip", interrupt)
        with pytest.raises(KeyboardInterrupt):
            install.install(project.venv, project.base)
    assert project.stamps() == []
    (project.venv / "half-installed").write_text("")
    assert install.install(project.venv, project.base) == 0
    assert project.made == 2
    assert not (project.venv / "half-installed").exists()


def test_a_failure_shows_the_end_of_pips_output_and_what_to_do(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.pip = PIP_FAILS
    assert install.install(project.venv, project.base) == 4
    said = capsys.readouterr()
    assert said.out == ""
    assert "ERROR: no network" in said.err
    assert "line 20" in said.err
    assert "line 5\n" not in said.err
    assert "pemasangan pustaka gagal" in said.err
    assert "Saran: periksa sambungan internet" in said.err
    assert project.stamps() == []


def test_an_update_without_a_network_leaves_the_old_environment(project: Project) -> None:
    install.install(project.venv, project.base)
    (project.venv / "kept").write_text("")
    project.base.write_text(BASE.replace("3.8.0", "3.8.1"))
    project.pip = PIP_FAILS
    assert install.install(project.venv, project.base) == 4
    assert (project.venv / "kept").exists()
    assert project.stamps() == ["installed-requirements.lock"]


def test_a_failed_development_installation_leaves_the_base_usable(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    install.install(project.venv, project.base)
    project.set_pip(PIP_FAILS)
    assert install.install(project.venv, project.dev) == 4
    assert project.stamps() == ["installed-requirements.lock"]


def test_pips_output_need_not_be_utf8(project: Project) -> None:
    project.pip = "printf '\\377\\376 Collecting\\n'\n" + PIP_OK
    assert install.install(project.venv, project.base) == 0


def test_elsewhere_than_on_a_terminal_only_the_end_is_told(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    install.install(project.venv, project.base)
    said = capsys.readouterr().err
    assert said.splitlines() == [f"Memasang Mawas 100% |{'#' * install.BAR_WIDTH}| pustaka siap"]


def test_an_error_of_the_system_is_one_readable_line_and_status_4(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "requirements.lock").write_text(BASE)
    done = subprocess.run(
        [
            sys.executable,
            install.__file__,
            tmp_path / "file" / ".venv",
            tmp_path / "requirements.lock",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 4
    assert "Saran: periksa ruang disk dan izin folder" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_in_bot_hides_a_module_of_the_standard_library() -> None:
    """`python bot/install.py` puts bot/ first on the path."""
    names = {file.stem for file in Path(install.__file__).parent.iterdir()}
    assert names & set(sys.stdlib_module_names) == set()
