"""The file of a backup: gzip over one JSON value a line, so that it is written and read as a stream and outlives this program.

First a header, then for each table its name and columns and an array for each row, last how many rows there were and the SHA-256 of all
lines before. What was cut short has no last line; what was changed has another digest.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from bot.errors import UnreadableError

FORMAT = 1
_KIND = "mawas-cadangan"
_LEVEL = 6


@dataclass(frozen=True)
class Header:
    """What a backup says of itself.

    Attributes:
        made: when, ISO 8601.
        versions: schema of each set of tables.
        secret: key of pseudonyms where Mawas made it; None where the operator keeps it, or there is none.
        mark: the same for the same key, and not back: tells whether another key would find nobody again.
    """

    made: str
    versions: Mapping[str, int]
    secret: str | None
    mark: str | None

    def __repr__(self) -> str:
        """Without the secret."""
        return f"Header({self.made}, {dict(self.versions)})"


@dataclass(frozen=True)
class Table:
    """Rows of a table that follow.

    Attributes:
        name: of the table.
        columns: in the order of the values.
        rows: read once, before the next table is asked for.
    """

    name: str
    columns: Sequence[str]
    rows: Iterator[list[Any]]


class Writer:
    """Writes an archive; what is missing at its end makes it no archive."""

    def __init__(self, file: IO[bytes], header: Header) -> None:
        """Begin with the header."""
        self._gzip = gzip.GzipFile(fileobj=file, mode="wb", compresslevel=_LEVEL)
        self._digest = hashlib.sha256()
        self.rows: Counter[str] = Counter()
        self._line({"kind": _KIND, "format": FORMAT, **asdict(header)})

    def table(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Write a table."""
        self._line({"table": name, "columns": list(columns)})
        count = 0
        for row in rows:
            self._line(list(row))
            count += 1
        self.rows[name] = count

    def finish(self) -> None:
        """Write how many rows there were, and the digest."""
        self._line({"rows": dict(self.rows), "sha256": self._digest.hexdigest()})
        self._gzip.close()

    def _line(self, value: Any) -> None:
        line = json.dumps(value, separators=(",", ":")).encode() + b"\n"
        self._digest.update(line)
        self._gzip.write(line)


def check(path: Path) -> tuple[Header, dict[str, int]]:
    """Read an archive to its end.

    Returns:
        Its header, and how many rows each table has.

    Raises:
        UnreadableError: it is no archive, damaged, cut short, or of a later Mawas.
    """
    try:
        with _lines(path) as lines:
            return _checked(path, lines)
    except (ValueError, KeyError, TypeError):
        # JSON and what it holds: whatever is wrong with it, the advice is the same.
        raise _damaged(path) from None


def _checked(path: Path, lines: Iterator[bytes]) -> tuple[Header, dict[str, int]]:
    digest, rows, name = hashlib.sha256(), Counter[str](), ""
    first = next(lines, b"")
    header = _header(path, first)
    digest.update(first)
    for line in lines:
        if line.startswith(b"["):
            rows[name] += 1
        else:
            value = json.loads(line)
            if "sha256" in value:
                right = value["sha256"] == digest.hexdigest() and value["rows"] == rows
                if right and not next(lines, b""):
                    return header, dict(rows)
                break
            name = value["table"]
            rows[name] = 0
        digest.update(line)
    raise _damaged(path)


@contextmanager
def tables(path: Path) -> Iterator[Iterator[Table]]:
    """The tables of an archive that was checked, one after the other.

    Raises:
        UnreadableError: it changed meanwhile.
    """
    with _lines(path) as lines:
        next(lines)
        yield _tables(lines)


def _tables(lines: Iterator[bytes]) -> Iterator[Table]:
    following: list[bytes] = []

    def rows() -> Iterator[list[Any]]:
        for line in lines:
            if not line.startswith(b"["):
                following.append(line)
                return
            yield json.loads(line)

    # The header was read, so this is the first table.
    following.extend(line for line in (next(lines, b""),) if line)
    while following:
        value = json.loads(following.pop())
        if "sha256" in value:
            return
        yield Table(value["table"], value["columns"], rows())


@contextmanager
def _lines(path: Path) -> Iterator[Iterator[bytes]]:
    try:
        with gzip.open(path, "rb") as file:
            yield iter(file)
    except FileNotFoundError:
        raise UnreadableError(f"{path} tidak ada. Saran: periksa nama berkasnya.") from None
    except (OSError, EOFError, zlib.error):
        raise _damaged(path) from None


def _header(path: Path, line: bytes) -> Header:
    value = json.loads(line)
    if not isinstance(value, dict) or value.get("kind") != _KIND:
        raise _damaged(path)
    if value["format"] > FORMAT:
        raise newer(path)
    names = ("made", "versions", "secret", "mark")
    return Header(**{name: value[name] for name in names})


def newer(path: Path) -> UnreadableError:
    """What is told of an archive that a later Mawas wrote."""
    return UnreadableError(
        f"{path} dibuat oleh Mawas yang lebih baru. Saran: perbarui Mawas, lalu ulangi."
    )


def _damaged(path: Path) -> UnreadableError:
    return UnreadableError(
        f"{path} bukan cadangan Mawas, atau rusak. Saran: pakai cadangan lain; tidak ada yang diubah."
    )
