"""A bundle of a few small files, made as the real one is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.bundle.make import make

SYSTEM = "Linux x86_64 glibc 2.36 Python 3.10.13"
TODAY = date(2026, 11, 28)
FILES = {
    "python/bin/python3.10": "#!/bin/sh\n",
    "packages/small/__init__.py": "print('hi')\n",
    "packages/small/template.py": "this is {no} Python\n",
    "packages/small/empty.txt": "",
    "bot/cli.py": "x = 1\n",
    "knowledge/channels/a.yml": "value: '110'\n",
    "mawas": "#!/bin/sh\n",
    "data/knowledge.db": "store",
    "data/models/mawas.tar.gz": "model",
    "data/models/mawas.json": "{}",
    "data/screening/screening.json": "{}",
}


@pytest.fixture
def contents(tmp_path: Path) -> dict[str, Path]:
    """Path in the bundle -> a file elsewhere, whose name tells nothing."""
    source = tmp_path / "source"
    source.mkdir()
    found = {}
    for number, (path, text) in enumerate(FILES.items()):
        found[path] = source / str(number)
        found[path].write_text(text)
        if text.startswith("#!"):
            found[path].chmod(0o755)
    return found


@pytest.fixture
def bundle(tmp_path: Path, contents: dict[str, Path]) -> Path:
    """Folder of a finished bundle."""
    folder = tmp_path / "stick" / "mawas"
    make(folder, contents, SYSTEM, TODAY, lambda step, done, total: None)
    return folder
