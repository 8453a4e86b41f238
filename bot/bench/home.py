"""A data folder for the measurements alone: with the model and knowledge of the real one, and conversations of its own."""

from __future__ import annotations

import contextlib
import dataclasses
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.bench.processes import environment
from bot.paths import ROOT
from bot.settings import Settings

MAWAS = (sys.executable, "-m", "bot")
_COPIED = ("models", "screening", "knowledge.db")


@contextlib.contextmanager
def own_home(settings: Settings) -> Iterator[Settings]:
    """Settings with a folder that is there until the end; a database server of the real settings is never touched."""
    with tempfile.TemporaryDirectory(prefix="mawas-bench-") as name:
        home = Path(name)
        for part in _COPIED:
            source = settings.home / part
            if source.is_dir():
                shutil.copytree(source, home / part)
            elif source.exists():
                shutil.copy2(source, home / part)
        # What of the program is written beside the package in a temporary folder, such as fonts' caches, is made by the first run.
        yield dataclasses.replace(
            settings, home=home, db_url=f"sqlite:///{home / 'knowledge.db'}", secret=None
        )


def for_mawas(settings: Settings) -> dict[str, str]:
    """The environment of a process of Mawas that uses this folder, and nothing else that a user has set: no server of theirs."""
    theirs = {name: value for name, value in environment().items() if not name.startswith("MAWAS_")}
    return dict(
        theirs,
        MAWAS_HOME=str(settings.home),
        MAWAS_DB_URL=settings.db_url,
        MAWAS_LOG="WARNING",
        PYTHONPATH=str(ROOT),
        NO_COLOR="1",
    )
