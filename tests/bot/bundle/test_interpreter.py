from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from bot.bundle import interpreter as module
from bot.bundle.interpreter import interpreter, libraries

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the layout of Linux and macOS")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    library = tmp_path / "lib" / "python3.10"
    for path in (
        "os.py", "json/decoder.py", "lib-dynload/_ssl.so", "test/test_os.py", "unittest/test/testmock/x.py",
        "tkinter/ttk.py", "lib-dynload/_tkinter.so", "site-packages/rasa/__init__.py", "json/__pycache__/decoder.pyc",
        "config-3.10-x/libpython3.10.a", "unittest/mock.py",
    ):  # fmt: skip
        (library / path).parent.mkdir(parents=True, exist_ok=True)
        (library / path).write_text(path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3.10-real").write_text("program")
    (tmp_path / "bin" / "python3.10").symlink_to("python3.10-real")
    return tmp_path


@POSIX
def test_the_standard_library_travels_without_tests_and_other_peoples_packages(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "libraries", lambda binaries: [])
    monkeypatch.setattr(
        module.sysconfig, "get_path", lambda name: f"{sys.base_prefix}/lib/python3.10"
    )
    found = {path: file for file, path in interpreter(base)}
    assert sorted(found) == [
        "python/bin/python3.10",
        "python/lib/python3.10/json/decoder.py",
        "python/lib/python3.10/lib-dynload/_ssl.so",
        "python/lib/python3.10/os.py",
        "python/lib/python3.10/unittest/mock.py",
    ]
    assert not found["python/bin/python3.10"].is_symlink()


def test_on_windows_programs_and_libraries_stand_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in ("python.exe", "python310.dll", "DLLs/_ssl.pyd", "Lib/os.py", "Lib/test/a.py"):
        (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / path).write_text(path)
    monkeypatch.setattr(module, "WINDOWS", True)
    assert sorted(path for _, path in interpreter(tmp_path)) == [
        "python/DLLs/_ssl.pyd",
        "python/Lib/os.py",
        "python/python.exe",
        "python/python310.dll",
    ]


@POSIX
def test_the_real_one_brings_what_it_needs() -> None:
    paths = {path for _, path in interpreter()}
    library = next(path for path in paths if path.endswith("/os.py")).removesuffix("os.py")
    assert {
        f"{library}{name}" for name in ("ssl.py", "sqlite3/__init__.py", "encodings/utf_8.py")
    } < paths
    assert not [path for path in paths if "/site-packages/" in path or "/test/" in path]


@pytest.mark.skipif(not shutil.which("ldd"), reason="no ldd")
def test_libraries_of_the_system_stay() -> None:
    names = [path.name for path in libraries([Path(shutil.which("bash") or "bash")])]
    assert not [name for name in names if name.startswith(("libc.", "ld-linux", "libstdc++"))]
