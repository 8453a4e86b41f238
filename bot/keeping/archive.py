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
# A row holds a message or the state of an evening, never so much; a small file can unpack into a line without an end.
_LONGEST_LINE = 32 * 1024 * 1024
# What reading lines ends with that this program never wrote; whatever is wrong, the advice is the same.
_WRONG = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
_LARGEST_NUMBER = 2**63 - 1


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
    except _WRONG:
        raise damaged(path) from None


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
    raise damaged(path)


@contextmanager
def tables(path: Path) -> Iterator[Iterator[Table]]:
    """The tables of an archive that was checked, one after the other.

    Raises:
        UnreadableError: a row is none that this program wrote, or the file changed meanwhile.
    """
    with _lines(path) as lines:
        next(lines)
        yield _tables(path, lines)


def _tables(path: Path, lines: Iterator[bytes]) -> Iterator[Table]:
    following: list[bytes] = []
    columns: list[str] = []

    def rows() -> Iterator[list[Any]]:
        for line in lines:
            if not line.startswith(b"["):
                following.append(line)
                return
            try:
                yield _row(json.loads(line), columns)
            except _WRONG:
                raise damaged(path) from None

    # The header was read, so this is the first table.
    following.extend(line for line in (next(lines, b""),) if line)
    while following:
        value = json.loads(following.pop())
        if "sha256" in value:
            return
        columns = value.get("columns")
        if not isinstance(columns, list) or not all(isinstance(name, str) for name in columns):
            raise damaged(path)
        yield Table(value["table"], columns, rows())


def _row(row: list[Any], columns: Sequence[str]) -> list[Any]:
    """A row as it was read, if it is one that a database takes."""
    if len(row) != len(columns):
        raise ValueError
    for value in row:
        if isinstance(value, str):
            # Halves of letters are in no database.
            value.encode()
        elif value is not None and not isinstance(value, int | float):
            raise TypeError
        elif isinstance(value, int) and abs(value) > _LARGEST_NUMBER:
            raise ValueError
    return row


@contextmanager
def _lines(path: Path) -> Iterator[Iterator[bytes]]:
    try:
        with gzip.open(path, "rb") as file:
            yield _bounded(path, file)
    except FileNotFoundError:
        raise UnreadableError(f"{path} tidak ada. Saran: periksa nama berkasnya.") from None
    except (OSError, EOFError, zlib.error):
        raise damaged(path) from None


def _bounded(path: Path, file: gzip.GzipFile) -> Iterator[bytes]:
    while line := file.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise damaged(path)
        yield line


def _header(path: Path, line: bytes) -> Header:
    value = json.loads(line)
    if not isinstance(value, dict) or value.get("kind") != _KIND:
        raise damaged(path)
    if value["format"] > FORMAT:
        raise newer(path)
    made, versions, secret, mark = (value[name] for name in ("made", "versions", "secret", "mark"))
    if not (
        isinstance(made, str)
        and isinstance(mark, str | None)
        and all(isinstance(version, int) for version in versions.values())
        # It is written into the file of the key.
        and (secret is None or (secret.isascii() and secret.isprintable() and secret.strip()))
    ):
        raise damaged(path)
    return Header(made, versions, secret, mark)


def newer(path: Path) -> UnreadableError:
    """What is told of an archive that a later Mawas wrote."""
    return UnreadableError(
        f"{path} dibuat oleh Mawas yang lebih baru. Saran: perbarui Mawas, lalu ulangi."
    )


def damaged(path: Path) -> UnreadableError:
    """What is told of a file that this program did not write, or not so."""
    return UnreadableError(
        f"{path} bukan cadangan Mawas, atau rusak. Saran: pakai cadangan lain; tidak ada yang diubah."
    )
