"""The start script inside a bundle, with a fake for its Python."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.test_start_script import WRONG_PYTHON, Project

BUNDLED_PYTHON = """\
#!/bin/sh
[ "$1" = -c ] && exit "${BROKEN-0}"
echo "RUN $*"
echo "PATH $PYTHONPATH"
echo "LIBRARIES $LD_LIBRARY_PATH"
echo "HOME ${PYTHONHOME-none}"
"""


@pytest.fixture
def bundle(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    (project.root / "bundle.json").write_text('{"system": "Linux x86_64", "files": {}}')
    project.add(project.root / "python/bin/python3.10", BUNDLED_PYTHON)
    return project


def test_a_bundle_installs_nothing_and_runs_its_own_python(bundle: Project) -> None:
    bundle.add(bundle.bin / "python3.10", WRONG_PYTHON)
    done = bundle.run("ask", "a b", "*", PYTHONPATH="/mine", LD_LIBRARY_PATH="/l", PYTHONHOME="/h")
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "RUN -s -m bot ask a b *",
        f"PATH {bundle.root}:{bundle.root}/packages",
        f"LIBRARIES {bundle.root}/python/lib:/l",
        "HOME none",
    ]
    assert not bundle.venv.exists()


def test_a_bundle_whose_python_lost_its_mark_as_a_program_starts(bundle: Project) -> None:
    (bundle.root / "python/bin/python3.10").chmod(0o644)
    assert bundle.run().stdout.splitlines()[0] == "RUN -s -m bot chat"


@pytest.mark.parametrize("broken", [True, False], ids=["wrong system", "missing"])
def test_a_bundle_that_cannot_start_says_what_it_was_made_for(
    bundle: Project, broken: bool
) -> None:
    (bundle.bin / "sed").symlink_to(shutil.which("sed") or "sed")
    if not broken:
        (bundle.root / "python/bin/python3.10").unlink()
    done = bundle.run("demo", BROKEN="1")
    assert done.returncode == 4
    assert done.stdout == ""
    assert "Folder ini dibuat untuk: Linux x86_64" in done.stderr
    assert "Saran: salin seluruh folder" in done.stderr
