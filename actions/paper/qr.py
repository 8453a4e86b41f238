"""QR codes of the bot's address as runs of squares; segno makes them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

QUIET = 4
"""Empty squares that a reader needs on each side."""

_TELEGRAM = "t.me"
_SESSION = re.compile(r"[A-Za-z0-9_-]{1,59}")


def start_link(link: str, session: str | None = None) -> str:
    """The address that opens the bot where it tells people from a poster what to do.

    Args:
        link: address of the bot.
        session: code of a session; its visitors can be counted.

    Raises:
        ValueError: the code has other signs than letters, digits, - and _.
    """
    if session is not None and not _SESSION.fullmatch(session):
        raise ValueError(session)
    parts = urlsplit(link)
    # Only Telegram takes a word along; an address that has one keeps it.
    if parts.hostname != _TELEGRAM or parts.query:
        return link
    return f"{link}?start={f'sesi_{session}' if session else 'cek'}"


def typed_link(link: str) -> str:
    """The address as people type it."""
    parts = urlsplit(link)
    return f"{parts.netloc}{parts.path.rstrip('/')}"


def runs_of(link: str) -> tuple[int, list[tuple[int, int, int]]]:
    """The code of an address: squares on a side, and its black runs as row, first column and length.

    It can be read with a quarter of it lost: posters hang in the rain.
    """
    import segno

    matrix = segno.make_qr(link, error="q", boost_error=False).matrix
    runs = []
    for row, squares in enumerate(matrix):
        start = None
        for column, black in enumerate([*squares, 0]):
            if black and start is None:
                start = column
            elif not black and start is not None:
                runs.append((row, start, column - start))
                start = None
    return len(matrix), runs
