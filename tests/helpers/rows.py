"""Entries of files of data, for the tests of the data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml


def rows(folder: Path) -> Iterator[dict[str, Any]]:
    """Every entry of the files of a folder."""
    for file in sorted(folder.glob("*.yml")):
        yield from yaml.safe_load(file.read_text(encoding="utf-8"))
