"""The records of this repository behind the store's own methods, in a database in memory."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from knowledge.load import load
from knowledge.store import Store
from knowledge.store_write import write


class RealStore(Store):
    """Answers as a built store would; written when the first question comes."""

    def __init__(self) -> None:
        super().__init__("sqlite://")

    def connect(self) -> Connection:
        if not self._is_built:
            write(self._engine, load().knowledge, "in memory", None)
            self._is_built = True
        return self._engine.connect()
