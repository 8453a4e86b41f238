"""The start script with fakes for Python and uv: nothing is installed, nothing is fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.paths import ROOT

TOOLS = ("sh", "cmp", "dirname", "readlink", "mkdir", "cp", "cat", "chmod", "env")

# Answers the version question, and "installs": a python that tells what it was called with, and the stamp.
PYTHON = """\
#!/bin/sh
[ "$1" = -c ] && exit 0
echo "INSTALL $0 $*" >&2
case $1 in */bot/install.py) ;; *) exit 9 ;; esac
if [ -n "${INSTALL_FAILS-}" ]; then exit "$INSTALL_FAILS"; fi
mkdir -p "$2/bin"
printf '#!/bin/sh\\necho "RUN $*"\\necho "PATH $PYTHONPATH"\\nexit "${RUN_STATUS-0}"\\n' > "$2/bin/python"
chmod +x "$2/bin/python"
cp "$3" "$2/installed-${3##*/}"
"""
WRONG_PYTHON = "#!/bin/sh\nexit 1\n"


class Project:
    """A copy of the script beside locks of its own, and a PATH with nothing but what it needs."""

    def __init__(self, root: Path) -> None:
        self.root = root / "folder with spaces & more"
        self.root.mkdir()
        shutil.copy2(ROOT / "mawas", self.root / "mawas")
        for lock in ("requirements.lock", "requirements-dev.lock"):
            (self.root / lock).write_text(f"{lock}\n")
        self.bin = root / "bin"
        self.bin.mkdir()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool) or tool)
        self.home = root / "home"
        self.home.mkdir()

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def add(self, path: Path, script: str) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script)
        path.chmod(0o755)
        return path

    def run(
        self,
        *words: str,
        script: Path | str | None = None,
        cwd: Path | None = None,
        **environment: str,
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [script or self.root / "mawas", *words],
            capture_output=True,
            text=True,
            check=False,
            cwd=cwd or self.root,
            env={"PATH": str(self.bin), "HOME": str(self.home), **environment},
        )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def installed(project: Project) -> Project:
    project.add(project.bin / "python3.10", PYTHON)
    assert project.run("doctor").returncode == 0
    return project


def _installs(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [line for line in done.stderr.splitlines() if line.startswith("INSTALL ")]


def test_python_on_the_path_comes_first(project: Project) -> None:
    python = project.add(project.bin / "python3.10", PYTHON)
    project.add(project.home / ".pyenv/versions/3.10.9/bin/python3.10", PYTHON)
    done = project.run("doctor")
    assert done.returncode == 0
    (install,) = _installs(done)
    lock = project.root / "requirements.lock"
    assert install == f"INSTALL {python} {project.root}/bot/install.py {project.venv} {lock}"


@pytest.mark.parametrize("name", ["python3", "python"])
def test_a_python_of_another_name_will_do(project: Project, name: str) -> None:
    python = project.add(project.bin / name, PYTHON)
    assert _installs(project.run("doctor"))[0].startswith(f"INSTALL {python} ")


def test_then_pyenvs_versions_are_looked_at(project: Project) -> None:
    project.add(project.bin / "python3.10", WRONG_PYTHON)
    python = project.add(project.home / ".pyenv/versions/3.10.9/bin/python3.10", PYTHON)
    assert _installs(project.run("doctor"))[0].startswith(f"INSTALL {python} ")


def test_pyenv_may_stand_elsewhere(project: Project, tmp_path: Path) -> None:
    python = project.add(tmp_path / "py env/versions/3.10.1/bin/python3.10", PYTHON)
    done = project.run("doctor", PYENV_ROOT=str(tmp_path / "py env"))
    assert _installs(done)[0].startswith(f"INSTALL {python} ")


def test_then_uv_is_asked(project: Project, tmp_path: Path) -> None:
    python = project.add(tmp_path / "uv" / "python3.10", PYTHON)
    project.add(
        project.bin / "uv", f'#!/bin/sh\n[ "$*" = "python find 3.10" ] && echo "{python}"\n'
    )
    assert _installs(project.run("doctor"))[0].startswith(f"INSTALL {python} ")


def test_uv_may_fetch_one(project: Project, tmp_path: Path) -> None:
    python = project.add(tmp_path / "uv" / "python3.10", PYTHON)
    mark = tmp_path / "fetched"
    project.add(
        project.bin / "uv",
        f'#!/bin/sh\ncase "$*" in *install*) : > "{mark}" ;; *find*) [ -e "{mark}" ] && echo "{python}" ;; esac\n',
    )
    assert _installs(project.run("doctor"))[0].startswith(f"INSTALL {python} ")


@pytest.mark.parametrize("uv", [None, "#!/bin/sh\nexit 1\n"])
def test_without_any_python_it_says_what_is_missing(project: Project, uv: str | None) -> None:
    if uv:
        project.add(project.bin / "uv", uv)
    done = project.run("chat")
    assert done.returncode == 4
    assert done.stdout == ""
    assert "Python 3.10 tidak ditemukan" in done.stderr
    assert "Saran: pasang Python 3.10" in done.stderr
    assert not project.venv.exists()


def test_the_words_are_passed_on_as_they_are(installed: Project) -> None:
    done = installed.run("ask", "--json", "a b", "$HOME", "*")
    assert done.stdout.splitlines()[0] == "RUN -m bot ask --json a b $HOME *"


def test_without_a_word_it_chats(installed: Project) -> None:
    assert installed.run().stdout.splitlines()[0] == "RUN -m bot chat"


def test_it_searches_nothing_and_is_quiet_when_nothing_changed(installed: Project) -> None:
    (installed.bin / "python3.10").unlink()
    done = installed.run("doctor")
    assert done.returncode == 0
    assert done.stderr == ""


def test_a_changed_lock_installs_again(installed: Project) -> None:
    (installed.root / "requirements.lock").write_text("new\n")
    assert len(_installs(installed.run("doctor"))) == 1
    assert _installs(installed.run("doctor")) == []


def test_a_python_that_is_gone_installs_again(installed: Project) -> None:
    python = installed.venv / "bin" / "python"
    python.unlink()
    python.symlink_to(installed.root / "no such python")
    assert len(_installs(installed.run("doctor"))) == 1


def test_tests_have_a_lock_of_their_own(installed: Project) -> None:
    done = installed.run("test", "-k", "x")
    (install,) = _installs(done)
    assert install.endswith("/requirements-dev.lock")
    assert done.stdout.splitlines()[0] == "RUN -m bot test -k x"
    assert _installs(installed.run("test")) == []
    assert _installs(installed.run("chat")) == []


def test_a_failed_installation_ends_with_its_status_and_starts_over(project: Project) -> None:
    project.add(project.bin / "python3.10", PYTHON)
    for status in ("4", "130"):
        done = project.run("doctor", INSTALL_FAILS=status)
        assert done.returncode == int(status)
        assert done.stdout == ""
    assert len(_installs(project.run("doctor"))) == 1


@pytest.mark.parametrize("status", ["0", "1", "2", "4"])
def test_the_commands_status_is_the_scripts(installed: Project, status: str) -> None:
    assert installed.run("doctor", RUN_STATUS=status).returncode == int(status)


def test_it_works_through_symlinks_and_from_another_folder(
    installed: Project, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "else where"
    elsewhere.mkdir()
    absolute = elsewhere / "absolute"
    absolute.symlink_to(installed.root / "mawas")
    relative = elsewhere / "relative"
    relative.symlink_to(os.path.relpath(installed.root / "mawas", elsewhere))
    chained = tmp_path / "chained"
    chained.symlink_to(Path("else where") / "relative")
    for script in (absolute, relative, chained, Path("else where/relative")):
        done = installed.run("doctor", script=script, cwd=tmp_path)
        assert done.returncode == 0
        assert done.stdout.splitlines()[1] == f"PATH {installed.root}"


def test_a_python_path_of_the_user_is_kept(installed: Project) -> None:
    done = installed.run("doctor", PYTHONPATH="/mine")
    assert done.stdout.splitlines()[1] == f"PATH {installed.root}:/mine"


def test_cdpath_of_the_user_does_no_harm(installed: Project, tmp_path: Path) -> None:
    done = installed.run("doctor", cwd=installed.root, script="./mawas", CDPATH=str(tmp_path))
    assert done.stdout.splitlines()[1] == f"PATH {installed.root}"


def test_the_script_can_be_executed_and_is_posix() -> None:
    script = ROOT / "mawas"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").startswith("#!/bin/sh\n")
    checker = shutil.which("dash") or "sh"
    subprocess.run([checker, "-n", script], check=True)
