from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

import pytest

from bot.bundle.packages import left_out, packages, requirements
from bot.errors import MissingError
from bot.messages import Incoming
from bot.paths import ROOT

LOCK = """\
packaging==23.2 \\
    --hash=sha256:aa
# comment
nobody==1 ; sys_platform == 'no such system' \\
    --hash=sha256:bb
"""


def test_a_lock_is_read_for_this_system_only(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text(LOCK)
    assert [found.name for found in requirements(lock)] == ["packaging"]
    paths = [path for _, path in packages(lock)]
    assert "packages/packaging/requirements.py" in paths
    assert any(path.endswith(".dist-info/METADATA") for path in paths)
    assert all(path.startswith("packages/packaging") and ".pyc" not in path for path in paths)


def test_a_package_that_is_not_installed_is_named(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("no-such-package==1\n")
    with pytest.raises(MissingError, match="no-such-package tidak terpasang"):
        list(packages(lock))


@pytest.mark.parametrize(
    ("path", "stays"),
    [
        ("numpy/tests/test_a.py", True),
        ("scipy/io/tests/data/a.mat", True),
        ("phonenumbers/geodata/data0.py", True),
        ("phonenumbers/shortdata/region_ID.py", False),
        ("numpy/testing/__init__.py", False),
        ("tests.py", False),
    ],
)
def test_own_tests_of_packages_stay_at_home(path: str, stays: bool) -> None:
    assert left_out(path) is stays


def test_nothing_that_stays_at_home_is_ever_imported(conversation, loop) -> None:
    offer = "Lowongan admin Kamboja gaji 15 juta visa turis, hubungi 0812-0000-0000"
    loop.run_until_complete(conversation.reply(Incoming(sender="bundle", text=offer)))
    places = {
        str(Path(str(metadata.distribution(found.name).locate_file(""))))
        for found in requirements(ROOT / "requirements.lock")
    }
    loaded = [
        Path(file).relative_to(place).as_posix()
        for module in list(sys.modules.values())
        if (file := getattr(module, "__file__", None))
        for place in places
        if Path(file).is_relative_to(place)
    ]
    assert len(loaded) > 1000
    assert [path for path in loaded if left_out(path) and not path.endswith(".pyc")] == []
