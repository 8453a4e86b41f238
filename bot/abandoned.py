"""Folders that programs leave behind when they are killed."""

from __future__ import annotations

import contextlib
import shutil
import time
from pathlib import Path

# Seconds after which a folder that was not finished belongs to nobody any more.
ABANDONED_AFTER = 3600


def drop_abandoned(parent: Path, names: str) -> None:
    """Remove what killed programs left behind, not what one running beside this works in.

    Args:
        parent: where it lies.
        names: of the folders, as a pattern.
    """
    for folder in parent.glob(names):
        with contextlib.suppress(FileNotFoundError):
            if time.time() - folder.stat().st_mtime > ABANDONED_AFTER:
                shutil.rmtree(folder, ignore_errors=True)
