"""A picture dropped into the terminal arrives as its path: quoted, with escaped blanks, or as a file address."""

from __future__ import annotations

import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

from actions.pictures.formats import MOST_BYTES, is_picture

_LONGEST_PATH = 4096


def dropped_picture(line: str) -> bytes | None:
    """The bytes of the picture whose path was typed; None for any other line.

    Args:
        line: what was typed.
    """
    if not line.strip() or len(line) > _LONGEST_PATH:
        return None
    for name in _names(line.strip()):
        try:
            with Path(name).expanduser().open("rb") as file:
                # One byte more than is allowed: reading a picture tells what is too large.
                data = file.read(MOST_BYTES + 1)
        except (OSError, ValueError, RuntimeError):
            continue
        if is_picture(data):
            return data
    return None


def _names(line: str) -> list[str]:
    """What the line may mean as a path: as it is, without quotes and escapes, from an address."""
    names = [line]
    try:
        words = shlex.split(line)
    except ValueError:
        # A quote without its partner.
        words = []
    if len(words) == 1:
        names.append(words[0])
        if words[0].startswith("file://"):
            names.append(unquote(urlsplit(words[0]).path))
    return names
