"""Writes a bundle: beside its place first, with the manifest last, then renamed. Half a bundle never stands there."""

from __future__ import annotations

import contextlib
import math
import os
import py_compile
import shutil
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.bundle.manifest import FIXED, Manifest, Progress, digest_of
from bot.errors import MissingError, SettingsError

UNFINISHED = ".belum-selesai"
# A file takes whole blocks of a stick, in bytes; 30,000 small files take much more than their contents.
USUAL_BLOCK = 32768


@dataclass(frozen=True)
class Made:
    """What was written: number of files, and bytes."""

    files: int
    size: int


def make(
    folder: Path, contents: Mapping[str, Path], system: str, today: date, progress: Progress
) -> Made:
    """Write a bundle.

    Args:
        folder: where it will stand; must not be there yet, or be empty.
        contents: path below it -> the file to copy.
        system: what it runs on, in words.
        today: the day that is written into the manifest.
        progress: called with a step, files done and files in all.

    Raises:
        SettingsError: the folder is in use.
        MissingError: there is not enough room.
        OSError: the disk failed; nothing is left behind.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SettingsError(f"{folder} sudah berisi. Saran: pilih nama folder yang baru.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    _check_room(folder.parent, contents)
    unfinished = folder.with_name(folder.name + UNFINISHED)
    with _removed(unfinished):
        files: dict[str, tuple[int, str]] = {}
        for done, (path, source) in enumerate(contents.items()):
            progress("menyalin", done, len(contents))
            for written in _put(source, unfinished, path):
                content = (unfinished / written).read_bytes()
                files[written] = len(content), digest_of(content)
        progress("menulis ke stik", len(contents), len(contents))
        manifest = Manifest(system, today.isoformat(), files)
        manifest.write(unfinished)
        if hasattr(os, "sync"):
            # A stick that is pulled out now must hold everything.
            os.sync()
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
    return Made(len(files), manifest.size)


def _check_room(parent: Path, contents: Mapping[str, Path]) -> None:
    block = os.statvfs(parent).f_frsize if hasattr(os, "statvfs") else USUAL_BLOCK
    needed = sum(
        # A module is followed by a compiled one of about its size.
        (2 if path.endswith(".py") else 1) * math.ceil(file.stat().st_size / block) * block
        for path, file in contents.items()
    )
    free = shutil.disk_usage(parent).free
    if free < needed:
        raise MissingError(
            f"Perlu {needed / 1e9:.1f} GB di {parent}, yang kosong {free / 1e9:.1f} GB. Saran: kosongkan, atau pakai stik lain."
        )


@contextlib.contextmanager
def _removed(unfinished: Path) -> Iterator[None]:
    """What an interrupted run left is removed before and after."""
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        yield
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _put(source: Path, root: Path, path: str) -> Iterator[str]:
    """Copy one file, and compile it when it is a module; yields the paths that were written.

    Links are followed: sticks know none.
    """
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    if source.stat().st_mode & stat.S_IXUSR:
        # Sticks may refuse it; the start script does it again.
        with contextlib.suppress(OSError):
            target.chmod(0o755)
    yield path
    if target.suffix == ".py":
        # A stick rounds times of files, which would make every module stale at every start. So nothing is compared
        # for what nobody edits, and contents are for the rest.
        mode = (
            py_compile.PycInvalidationMode.UNCHECKED_HASH
            if path.startswith(FIXED)
            else py_compile.PycInvalidationMode.CHECKED_HASH
        )
        # Packages carry templates that are no Python 3: those are never imported.
        with contextlib.suppress(py_compile.PyCompileError, ValueError):
            compiled = py_compile.compile(
                str(target), dfile=path, doraise=True, invalidation_mode=mode
            )
            yield Path(str(compiled)).relative_to(root).as_posix()
