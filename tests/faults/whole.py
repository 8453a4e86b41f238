"""Whether a file under its final name is whole."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from PIL import Image


def is_whole(file: Path, rows: int | None = None) -> bool:
    """Whether a file can be read to its end, by its ending.

    Args:
        file: PNG, PDF, CSV or JSON.
        rows: that a table has; None where that is not known.
    """
    data = file.read_bytes()
    if file.suffix == ".png":
        return _is_picture(data)
    if file.suffix == ".pdf":
        return data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF")
    if file.suffix == ".csv":
        table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        return data.endswith(b"\n") and (rows is None or len(table) == rows)
    if file.suffix == ".json":
        return _is_json(data)
    raise ValueError(file.suffix)


def rows_of(file: Path) -> int | None:
    """How many rows a table has; None for other files."""
    if file.suffix != ".csv":
        return None
    return len(list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline=""))))


def _is_picture(data: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.load()
    except (OSError, SyntaxError):
        return False
    return True


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except ValueError:
        return False
    return True
