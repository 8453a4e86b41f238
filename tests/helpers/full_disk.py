"""A small disk of its own that a test fills: real "no space left on device"."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

_FILL = "penuh.bin"
_CHUNK = b"\0" * 4096


class Disk:
    """The disk.

    Attributes:
        folder: where it is.
    """

    def __init__(self, folder: Path) -> None:
        """Nothing is on it."""
        self.folder = folder

    def fill(self, left: int = 0) -> None:
        """Leave so many bytes free."""
        with (self.folder / _FILL).open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(_CHUNK):
                pass
        if left:
            os.truncate(self.folder / _FILL, (self.folder / _FILL).stat().st_size - left)

    def empty(self) -> None:
        """Give the room back."""
        (self.folder / _FILL).unlink()

    @property
    def files(self) -> list[str]:
        """What else lies on it."""
        return sorted(path.name for path in self.folder.iterdir() if path.name != _FILL)


@contextlib.contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Disk]:
    """Mount a disk in memory; the test is skipped where that is not allowed."""
    folder.mkdir()
    mount = shutil.which("mount")
    done = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder],
        capture_output=True,
        check=False,
    )
    if not done or done.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
