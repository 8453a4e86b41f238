"""The records of this repository behind the store's own methods, without a database."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from knowledge.kinds import FOLDERS
from knowledge.load import load
from knowledge.model import Knowledge
from knowledge.store import Store


@lru_cache(maxsize=1)
def _knowledge() -> Knowledge:
    return load().knowledge


class RealStore(Store):
    """Answers as a built store would."""

    def __init__(self) -> None:
        super().__init__("sqlite://")

    def _kind(self, kind: str) -> dict[str, Any]:
        found: dict[str, Any] = getattr(_knowledge(), FOLDERS[kind])
        return found
