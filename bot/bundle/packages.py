"""Which files of the installed packages travel: those of the lock, without their own tests."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from bot.bundle.interpreter import Pair
from bot.bundle.place import PACKAGES
from bot.errors import MissingError
from bot.program import install_again

# Never imported by Mawas; a test looks at what a conversation and a page have loaded. Names of towns and
# networks behind every phone number of the world are most of phonenumbers.
LEFT_OUT = (
    "*/tests/*", "*/test/*", "*/__pycache__/*", "*.pyc",
    "phonenumbers/geodata/*", "phonenumbers/carrierdata/*", "phonenumbers/tzdata/*",
)  # fmt: skip


def packages(lock: Path) -> Iterator[Pair]:
    """Files of every package that the lock wants on this system.

    Raises:
        MissingError: one is not installed.
    """
    for requirement in requirements(lock):
        try:
            found = metadata.distribution(requirement.name)
        except metadata.PackageNotFoundError as error:
            raise MissingError(
                f"Pustaka {requirement.name} tidak terpasang. Saran: {install_again()}"
            ) from error
        for file in found.files or ():
            # What lies outside are scripts, which name this computer's Python.
            if not file.as_posix().startswith("..") and not left_out(file.as_posix()):
                path = Path(str(found.locate_file(file)))
                if path.is_file():
                    yield path, f"{PACKAGES}/{file.as_posix()}"


def requirements(lock: Path) -> Iterator[Requirement]:
    """What a lock wants on this system, without the hashes."""
    for line in lock.read_text(encoding="utf-8").splitlines():
        if "==" in line and not line.startswith((" ", "#")):
            requirement = Requirement(line.rstrip(" \\"))
            if requirement.marker is None or requirement.marker.evaluate():
                yield requirement


def left_out(path: str) -> bool:
    """Tell whether a file of a package, by its path with slashes, stays at home."""
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in LEFT_OUT)
