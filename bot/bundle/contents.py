"""Everything that goes into a bundle: the program, the Python, the packages, and what was made by training."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.bundle.interpreter import Pair, interpreter
from bot.bundle.packages import packages
from bot.bundle.place import DATA, MADE
from bot.paths import ROOT
from bot.settings import Settings

# The tests stay at home, and so does what only an installation needs.
PROGRAM = (
    "actions", "bot", "docs", "knowledge", "nlu_data", "config.yml", "mawas", "mawas.cmd", "requirements.lock",
    "README.md", "README.id.md", "LICENSE",
)  # fmt: skip


def contents(settings: Settings) -> dict[str, Path]:
    """Path below the bundle's root -> the file to copy.

    Raises:
        MissingError: a package is not installed.
    """
    pairs = [
        *interpreter(),
        *packages(ROOT / "requirements.lock"),
        *below(ROOT, PROGRAM),
        *((file, f"{DATA}/{path}") for file, path in below(settings.home, MADE)),
    ]
    return {path: file for file, path in pairs}


def below(folder: Path, names: tuple[str, ...]) -> Iterator[Pair]:
    """Files of a folder and of folders in it, by name; caches and hidden files stay."""
    for name in names:
        path = folder / name
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            inside = file.relative_to(folder)
            hidden = any(part == "__pycache__" or part.startswith(".") for part in inside.parts)
            if file.is_file() and not hidden:
                yield file, inside.as_posix()
