"""The data folder is for its owner alone: what is found looser is closed, and `mawas doctor` tells of what stays open."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.bundle.place import is_bundle
from bot.diagnosis import Diagnosis
from bot.settings import Settings

# What holds something of people (bot/keeping/inventory.yml; a test compares). The rest is made from this repository.
PEOPLE = (
    "secret*",
    "conversations.db*",
    "telegram.db*",
    "sessions.db*",
    "kartu",
    "kartu/*",
    "mawas-*.jsonl.gz",
    "cadangan",
    "cadangan/*",
    ".mawas-*.part",
    "*.rusak-*",
)
_FOLDER = 0o700
# Paths that are told by name.
_NAMED = 3
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def close(home: Path) -> None:
    """Make the data folder if it is not there, and shut others out of it and of what holds something of people.

    What cannot be changed stays as it is: whoever needs it tells why. A folder that others use too, as the system's for files of
    a moment or the person's own, keeps its mode; the files in it do not.
    """
    with contextlib.suppress(OSError):
        home.parent.mkdir(parents=True, exist_ok=True)
        home.mkdir(mode=_FOLDER, exist_ok=True)
    for path in list(open_to_others(home)):
        with contextlib.suppress(OSError):
            # What its owner may not write stays so.
            path.chmod(stat.S_IMODE(path.stat().st_mode) & ~_OTHERS)


def open_to_others(home: Path) -> Iterator[Path]:
    """What others on this computer may read and should not; nothing where the system has no such modes."""
    if sys.platform == "win32":
        return
    if _is_own(home):
        yield from _open([home])
    for pattern in PEOPLE:
        yield from _open(sorted(home.glob(pattern)))


def diagnoses(settings: Settings) -> Iterator[Diagnosis]:
    """What `mawas doctor` says of it; nothing is changed."""
    about = "Izin folder data"
    loose = list(open_to_others(settings.home))
    if not settings.home.exists():
        return
    if not loose:
        yield Diagnosis(about, "hanya pemiliknya bisa membaca")
        return
    named = ", ".join(str(path) for path in loose[:_NAMED]) + (", ..." if loose[_NAMED:] else "")
    yield Diagnosis(
        about,
        f"{len(loose)} bisa dibaca orang lain di komputer ini: {named}",
        "Jalankan perintah mawas yang lain, misalnya ./mawas stats, sebagai pemilik folder itu; izinnya dirapatkan sendiri.",
    )


def _open(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        with contextlib.suppress(OSError):
            found = path.lstat()
            # Through a link something of somebody else could be changed.
            if not stat.S_ISLNK(found.st_mode) and found.st_mode & _OTHERS:
                yield path


def _is_own(home: Path) -> bool:
    """Whether a folder is for Mawas alone."""
    try:
        found = home.stat()
    except OSError:
        return False
    is_shared = found.st_mode & stat.S_ISVTX or home.resolve() in (Path.home(), Path("/"))
    # Others read what is trained out of the folder on a stick.
    return found.st_uid == os.geteuid() and not is_shared and not is_bundle()
