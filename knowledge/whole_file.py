"""Files that are whole or not there: written beside their place, on the disk, then put into it in one step."""

from __future__ import annotations

import csv
import io
import os
import secrets
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

DRAFT, PART = ".mawas-", ".part"
ABANDONED_SECONDS = 24 * 3600.0
"""Age from which a draft belongs to a program that was killed and not to a running one."""


@contextmanager
def whole(path: Path, mode: int = 0o666, is_new: bool = False) -> Iterator[IO[bytes]]:
    """A file that gets its name when all is written; an exception takes it away.

    A program that is killed leaves a hidden draft, which the next file in this folder removes when it is a day old.

    Args:
        path: its name; what stands there is replaced. A device or a pipe is written as it is.
        mode: of a new file, less the umask.
        is_new: nothing may stand there, also not when all is written.

    Raises:
        FileExistsError: something does.
        OSError: it cannot be written.
    """
    if path.exists() and not path.is_file() and not is_new:
        with path.open("wb") as out:
            yield out
        return
    # What a link leads to is replaced, not the link.
    final = path if is_new else path.resolve()
    _drop_abandoned(final.parent)
    draft = final.parent / f"{DRAFT}{secrets.token_hex(4)}{PART}"
    try:
        with open(draft, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if is_new:
            _put_new(draft, final)
        else:
            draft.replace(final)
    finally:
        draft.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes, mode: int = 0o666, is_new: bool = False) -> None:
    """Write a file; see `whole`."""
    with whole(path, mode, is_new) as out:
        out.write(data)


def write_csv(path: Path, rows: Iterable[Sequence[object]]) -> None:
    """Write a table in UTF-8, the first row its head; see `whole`."""
    table = io.StringIO(newline="")
    csv.writer(table).writerows(rows)
    write_whole(path, table.getvalue().encode())


def _put_new(draft: Path, final: Path) -> None:
    try:
        os.link(draft, final)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links, as on most sticks.
        if os.path.lexists(final):
            raise FileExistsError(final) from None
        draft.replace(final)


def _drop_abandoned(folder: Path) -> None:
    for left in folder.glob(f"{DRAFT}*{PART}"):
        if time.time() - left.stat().st_mtime > ABANDONED_SECONDS:
            left.unlink(missing_ok=True)
