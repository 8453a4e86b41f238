"""Which files of the running Python travel with a bundle, so that the other laptop needs none."""

from __future__ import annotations

import fnmatch
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.bundle.place import PYTHON

# For windows, for development, for installing, and other people's packages: nothing that Mawas imports.
LEFT_OUT = (
    "test", "tests", "idlelib", "tkinter", "turtledemo", "ensurepip", "config-*", "site-packages",
    "dist-packages", "__pycache__", "_tkinter*", "_test*", "*.a",
)  # fmt: skip
# Part of every system, and bound to its kernel, its loader or its graphics: never taken along.
OF_THE_SYSTEM = (
    "linux-vdso.*", "linux-gate.*", "ld-linux*", "libc.so*", "libm.so*", "libpthread.so*", "libdl.so*",
    "librt.so*", "libutil.so*", "libresolv.so*", "libstdc++.so*", "libgcc_s.so*",
)  # fmt: skip
WINDOWS = sys.platform == "win32"

# (file, path below the bundle's root)
Pair = tuple[Path, str]


def interpreter(prefix: Path | None = None) -> Iterator[Pair]:
    """Files of the Python that the environment was made from.

    Args:
        prefix: its folder; by default that of the running one, which may come from the system, pyenv, uv or python.org.
    """
    base = prefix or Path(sys.base_prefix)
    if WINDOWS:
        # Everything stands in one folder: python.exe, its libraries, DLLs and Lib.
        for file in [*base.glob("*.exe"), *base.glob("*.dll")]:
            yield file, f"{PYTHON}/{file.name}"
        for folder in (base / "DLLs", base / "Lib"):
            yield from _below(folder, base)
        return
    library = Path(sysconfig.get_path("stdlib")).relative_to(sys.base_prefix)
    program = base / "bin" / f"python3.{sys.version_info.minor}"
    yield program.resolve(), f"{PYTHON}/bin/{program.name}"
    own = list(_below(base / library, base))
    yield from own
    if sys.platform == "linux":
        binaries = [program, *(file for file, _ in own if file.suffix == ".so")]
        for file in libraries(binaries):
            yield file, f"{PYTHON}/lib/{file.name}"


def _below(folder: Path, base: Path) -> Iterator[Pair]:
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder)
        if file.is_file() and not any(_left_out(part) for part in inside.parts):
            yield file, f"{PYTHON}/{file.relative_to(base).as_posix()}"


def _left_out(name: str) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for pattern in LEFT_OUT)


def libraries(binaries: Iterable[Path]) -> list[Path]:
    """Shared libraries that the binaries load and that another laptop may not have (OpenSSL, SQLite, libffi).

    Named by the name that the loader looks for, which is often a link.
    """
    told = subprocess.run(  # noqa: S603 - ldd of files of our own interpreter
        ["ldd", *map(str, binaries)],  # noqa: S607 - belongs to every system with glibc
        capture_output=True,
        text=True,
        check=False,
    )
    found = {Path(path) for path in re.findall(r"=> (/\S+) \(", told.stdout)}
    return sorted(
        path
        for path in found
        if not any(fnmatch.fnmatch(path.name, system) for system in OF_THE_SYSTEM)
    )
