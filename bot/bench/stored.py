"""Fills a SQLite table of conversations: copies of one that was had, under other names."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

NAME = "tersimpan-"
# Rasa's table; plain Rasa and Mawas have the same.
_COUNT = "SELECT count(DISTINCT sender_id) FROM events WHERE sender_id LIKE ?"
_COPY = """
WITH RECURSIVE copies(number) AS (SELECT ? UNION ALL SELECT number + 1 FROM copies WHERE number < ?)
INSERT INTO events (sender_id, type_name, timestamp, intent_name, action_name, data)
SELECT ? || copies.number, type_name, timestamp, intent_name, action_name, data
FROM copies, (SELECT * FROM events WHERE sender_id = ? ORDER BY id)
"""


def multiply(file: Path, sender: str, count: int) -> int:
    """Make copies of a conversation until there are so many, and tell how many were made.

    Args:
        file: of the database, which nobody writes now.
        sender: whose conversation is copied.
        count: how many copies there shall be; those of an earlier call count.

    Raises:
        sqlite3.Error: this is no table of Rasa's.
    """
    with closing(sqlite3.connect(file)) as connection, connection:
        there = int(connection.execute(_COUNT, (f"{NAME}%",)).fetchone()[0])
        if there < count:
            connection.execute(_COPY, (there + 1, count, NAME, sender))
        return max(count - there, 0)
