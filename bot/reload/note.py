"""What a running program says of its last load, in MAWAS_HOME, for `mawas doctor`."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.file_lock import try_lock

_PREFIX, _SUFFIX = "loaded-", ".json"


@dataclass(frozen=True)
class Noted:
    """A running program.

    Attributes:
        name: of the program, such as "telegram-0".
        at: when what it answers with was loaded (seconds of the clock); 0 while only the fallback answers.
        error: kind of the error of a later reload that failed; None when the last one worked.
    """

    name: str
    at: float
    error: str | None


class Note:
    """The note of one program; the lock on it tells that the program runs."""

    def __init__(self, home: Path, name: str, has_loaded: bool = True) -> None:
        """What is loaded from now on is as new as now; nothing is written yet.

        Args:
            home: the data folder.
            name: of the program.
            has_loaded: False while only the fallback answers.
        """
        self._path = home / f"{_PREFIX}{name}{_SUFFIX}"
        self._at = time.time() if has_loaded else 0.0
        self._file: IO[str] | None = None

    def write(self, at: float | None = None, error: str | None = None) -> None:
        """Note a load.

        Args:
            at: when it began, for one that worked; None for the first, or one that failed.
            error: kind of the error of one that failed.

        Raises:
            OSError: it cannot be written.
        """
        self._at = at or self._at
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("a+", encoding="utf-8")
            try_lock(self._file)
        self._file.seek(0)
        self._file.truncate()
        self._file.write(json.dumps({"at": self._at, "error": error}))
        self._file.flush()

    def close(self) -> None:
        """The program ends."""
        if self._file:
            self._file.close()


def running(home: Path) -> Iterator[Noted]:
    """The programs of a data folder that run now; what cannot be read is left out."""
    for path in sorted(home.glob(f"{_PREFIX}*{_SUFFIX}")):
        try:
            with path.open("r+", encoding="utf-8") as file:
                if try_lock(file):
                    continue
                row = json.load(file)
            name = path.name.removeprefix(_PREFIX).removesuffix(_SUFFIX)
            yield Noted(name, float(row["at"]), row["error"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
