"""Locks of the operating system on files: free again when the process is gone, however it went."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_LOOK_SECONDS = 0.5
# Somebody else has it; anything else means that files cannot be locked here.
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


def try_lock(file: IO[str]) -> bool:
    """Try to lock a file; it is unlocked when it is closed. Returns False when somebody else has it."""
    try:
        _lock(file)
    except OSError:
        return False
    return True


@contextmanager
def held(path: Path, waits: Callable[[], None]) -> Iterator[None]:
    """Have a lock, however long that takes. Where files cannot be locked, as on some network disks, it goes on without.

    Args:
        path: of a file for nothing else; it stays.
        waits: called once when somebody else has the lock.
    """
    with path.open("a", encoding="utf-8") as file:
        told = False
        while _is_taken(file):
            if not told:
                waits()
                told = True
            time.sleep(_LOOK_SECONDS)
        yield


def _is_taken(file: IO[str]) -> bool:
    """Whether somebody else has it; it is locked where that can be."""
    try:
        _lock(file)
    except OSError as error:
        return error.errno in _TAKEN
    return False


def _lock(file: IO[str]) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
