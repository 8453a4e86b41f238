"""What happens when the program starts inside a bundle, before the command itself."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from bot.bundle import manifest
from bot.bundle.place import DATA, MADE, MANIFEST, is_bundle
from bot.errors import MissingError
from bot.paths import ROOT
from bot.settings import Settings
from knowledge.whole_file import whole

LIBRARIES = "LD_LIBRARY_PATH"
# Holds which copy was found whole: the next start need not look again.
CHECKED = "salinan-diperiksa"
# Files that are named in a message.
NAMED = 3


@contextlib.contextmanager
def others_libraries(root: Path = ROOT) -> Iterator[None]:
    """While a foreign program is started, such as the browser: it must load its own shared libraries, not those of the bundle.

    Processes of our own need them, so the environment is put back.
    """
    given = os.environ.get(LIBRARIES)
    others = [path for path in (given or "").split(os.pathsep) if path and not _inside(path, root)]
    _set(os.pathsep.join(others) or None)
    try:
        yield
    finally:
        _set(given)


def _set(libraries: str | None) -> None:
    os.environ.pop(LIBRARIES, None)
    if libraries is not None:
        os.environ[LIBRARIES] = libraries


def _inside(path: str, folder: Path) -> bool:
    return Path(path).is_relative_to(folder)


def prepare(settings: Settings, root: Path = ROOT) -> None:
    """In a bundle: look once whether the copy is whole, and see that the data folder holds what was trained.

    Raises:
        MissingError: files are missing or cut off.
    """
    if not is_bundle(root):
        return
    settings.home.mkdir(parents=True, exist_ok=True)
    _check_once(settings.home / CHECKED, root)
    if settings.home != root / DATA:
        _fill(settings.home, root / DATA)


def _check_once(mark: Path, root: Path) -> None:
    """A copy of a copy is another one: its folder has another number in another disk."""
    here = (root / MANIFEST).stat()
    name = f"{here.st_dev}:{here.st_ino}:{here.st_size} {root}"
    with contextlib.suppress(OSError):
        if mark.read_text(encoding="utf-8") == name:
            return
    from bot.bar import Bar

    with Bar("Memeriksa salinan") as bar:
        bar.advance("", 0, 1)
        wrong = manifest.missing(manifest.read(root), root)
        bar.advance("", 1, 1)
    if wrong:
        raise MissingError(told(wrong))
    mark.write_text(name, encoding="utf-8")


def told(paths: list[str]) -> str:
    """How a person is told that a copy is not whole."""
    named = ", ".join(paths[:NAMED]) + (", ..." if len(paths) > NAMED else "")
    return f"Salinan Mawas ini tidak lengkap: {len(paths)} berkas hilang atau rusak ({named}). {manifest.AGAIN}"


def _fill(home: Path, data: Path) -> None:
    """Copy what was trained into a data folder elsewhere, unless something is there: readiness makes that fresh."""
    for name in MADE:
        source, target = data / name, home / name
        if source.is_dir() and not target.exists():
            unfinished = home / f".{name}-disalin"
            shutil.rmtree(unfinished, ignore_errors=True)
            shutil.copytree(source, unfinished)
            unfinished.rename(target)
        elif source.is_file() and not target.exists():
            with source.open("rb") as file, whole(target) as out:
                shutil.copyfileobj(file, out)
