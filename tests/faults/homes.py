"""Data folders for programs that are killed: what was trained is shared, everything else is their own."""

from __future__ import annotations

import shutil
from pathlib import Path


def home_at(trained: Path, home: Path, *own: str) -> Path:
    """A data folder with model, screener and store.

    Args:
        trained: a data folder in which they were made.
        home: made here.
        own: of "models" and "screening", which are copied instead of shared.
    """
    home.mkdir(parents=True)
    for name in ("models", "screening"):
        if name in own:
            shutil.copytree(trained / name, home / name)
        else:
            (home / name).symlink_to(trained / name)
    shutil.copyfile(trained / "knowledge.db", home / "knowledge.db")
    return home
