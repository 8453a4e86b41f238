"""Reads the tables of knowledge/screening and knowledge/report: rules that are followed and texts that are shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = "screening"


def table(root: Path, name: str, folder: str = FOLDER) -> dict[str, Any]:
    """The content of one table.

    Args:
        root: the knowledge folder.
        name: file name without `.yml`.
        folder: in which it stands.

    Raises:
        FileNotFoundError: there is none.
        yaml.YAMLError: it is broken; `mawas knowledge check` says where.
    """
    source = (root / folder / f"{name}.yml").read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.load(source, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    return content
