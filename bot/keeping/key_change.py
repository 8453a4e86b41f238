"""A restore changes rows and the key of pseudonyms, which lie in different places: killed between the two, it is finished later."""

from __future__ import annotations

import time
from pathlib import Path

import sqlalchemy as sa

from bot.keeping.sets import CONVERSATIONS, EVENTS, opened
from bot.keeping.target import Target
from bot.pseudonym import RESTORED, SECRET_FILE, Pseudonyms, draft_of
from bot.settings import Settings
from knowledge.whole_file import write_whole

# Sender of a row that says which key the other rows belong to, until the key is in its place.
_MARK = "mawas-restore"


def mark_of(key: str | None) -> str | None:
    """Tells keys apart without showing them; None for no key."""
    return Pseudonyms(key).of("backup") if key else None


def begin(home: Path, key: str) -> Path:
    """Write the new key beside the one that is used. Returns the draft."""
    home.mkdir(parents=True, exist_ok=True)
    return draft_of(home, key, RESTORED)


def note(place: Target, key: str) -> None:
    """Say in the transaction of the rows which key they belong to."""
    row = {
        "sender_id": _MARK,
        "type_name": _MARK,
        "timestamp": time.time(),
        "data": mark_of(key),
    }
    place.run(CONVERSATIONS, EVENTS.insert(), [row])


def finish(settings: Settings) -> None:
    """Put the key in its place whose rows are there. Nothing happens where none waits, or where its rows never came.

    Raises:
        MissingError: the database cannot be used.
        sqlalchemy.exc.SQLAlchemyError: the same, later.
        OSError: the key cannot be written.
    """
    draft = settings.home / f"{SECRET_FILE}.{RESTORED}"
    if not draft.exists():
        return
    engine = opened(settings, CONVERSATIONS)
    if engine is None:
        return
    key = draft.read_text(encoding="ascii")
    marked = EVENTS.c.sender_id == _MARK
    try:
        with engine.begin() as connection:
            query = sa.select(EVENTS.c.id).where(marked, EVENTS.c.data == mark_of(key))
            if connection.execute(query).first() is None:
                return
            write_whole(settings.home / SECRET_FILE, key.encode(), 0o600)
            connection.execute(EVENTS.delete().where(marked))
        # Last: as long as it is there, all of this is done again.
        draft.unlink()
    finally:
        engine.dispose()
