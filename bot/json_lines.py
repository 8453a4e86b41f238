"""JSON as one line for every reader."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def json_line(row: Mapping[str, Any]) -> str:
    """One object on one line: JSON leaves three characters as they are that many programs take for line ends."""
    line = json.dumps(row, ensure_ascii=False)
    for char in "\x85\u2028\u2029":
        line = line.replace(char, f"\\u{ord(char):04x}")
    return line
