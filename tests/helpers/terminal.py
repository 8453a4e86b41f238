"""Somebody at a terminal."""

from __future__ import annotations

import io


class Terminal(io.StringIO):
    """Standard input of somebody who types."""

    def isatty(self) -> bool:
        return True
