"""Reads the tables of knowledge/screening: rules that screening follows and texts that it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = "screening"


def table(root: Path, name: str) -> dict[str, Any]:
    """The content of one table.

    Args:
        root: the knowledge folder.
        name: file name without `.yml`.

    Raises:
        FileNotFoundError: there is none.
        yaml.YAMLError: it is broken; `mawas knowledge check` says where.
    """
    source = (root / FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.load(source, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    return content
