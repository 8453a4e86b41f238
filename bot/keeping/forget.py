"""Deletes conversations, and what the Telegram channel holds of them, beside a running bot or without one."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.telegram import buttons, shown
from bot.channels.telegram.inbox import REMEMBERED_SECONDS
from bot.channels.telegram.share import is_running
from bot.damaged import delete_set_aside
from bot.database import empty_log, hold, reading
from bot.demo.sessions.rows import erase_states
from bot.keeping.idle import batches, deletion, idle_senders
from bot.keeping.sets import (
    BUTTONS,
    CONVERSATIONS,
    EVENTS,
    HALL,
    SHOWN,
    TELEGRAM,
    WAITING,
    opened,
    unusable,
)
from bot.settings import Settings

# The log is emptied when nobody is reading for a moment.
_TRIES, _PAUSE_SECONDS = 20, 0.3


@dataclass(frozen=True)
class Forgotten:
    """What was deleted.

    Attributes:
        conversations: how many.
        buttons: rows that say what a button stands for.
        shown: numbers of messages on screens.
        waiting: messages that nobody had answered yet.
        halls: sessions in halls of which what stood on the wall was erased; their counts stay.
        left: messages that a running bot is about to answer; they go with their answer.
        damaged: files that had been set aside because they were damaged.
        is_clean: no deleted text is left in a log of SQLite: somebody may have been reading just then.
    """

    conversations: int = 0
    buttons: int = 0
    shown: int = 0
    waiting: int = 0
    left: int = 0
    halls: int = 0
    damaged: int = 0
    is_clean: bool = True


def forget(settings: Settings, seconds: float | None, is_retention: bool = False) -> Forgotten:
    """Delete the conversations that nobody has gone on with for so long.

    A running bot notices: it compares what it has in memory with what is stored before each turn.

    Args:
        settings: say where everything is.
        seconds: None for all conversations.
        is_retention: what the running bot does every minute: buttons and numbers of messages keep the time of their own.

    Raises:
        MissingError: a database cannot be used.
    """
    before = math.inf if seconds is None else time.time() - seconds
    # Telegram itself gives up after a day, so an answer after two helps nobody any more; a shorter retention must not take a cry for
    # help that came while the bot was away, nor an evening that goes on tomorrow.
    late = min(before, time.time() - REMEMBERED_SECONDS) if is_retention else before
    try:
        count, clean = _conversations(settings, before)
        rows, left, clean_too = _telegram(settings, before, late, is_retention)
        halls, clean_walls = _halls(settings, late)
    except SQLAlchemyError as error:
        raise unusable(error) from None
    damaged = delete_set_aside(settings.home, late)
    return Forgotten(count, *rows, left, halls, damaged, clean and clean_too and clean_walls)


def _conversations(settings: Settings, before: float) -> tuple[int, bool]:
    engine = opened(settings, CONVERSATIONS)
    if engine is None:
        return 0, True
    with reading(engine).begin() as connection:
        senders = connection.execute(idle_senders(EVENTS, before)).scalars().all()
    count = 0
    for batch in batches(senders):
        with engine.begin() as connection:
            hold(connection, batch)
            still = sa.select(sa.func.count(sa.distinct(EVENTS.c.sender_id)))
            there = still.where(EVENTS.c.sender_id.in_(batch))
            count += connection.execute(there).scalar_one()
            connection.execute(deletion(EVENTS, batch, before))
            count -= connection.execute(there).scalar_one()
    return count, _closed(engine)


def _telegram(
    settings: Settings, before: float, late: float, is_retention: bool
) -> tuple[tuple[int, int, int], int, bool]:
    """Rows that were deleted of buttons, screens and inbox; messages that are left; whether the log is clean."""
    engine = opened(settings, TELEGRAM)
    if engine is None:
        return (0, 0, 0), 0, True
    now = time.time()
    ages = {BUTTONS: now - buttons.KEPT_SECONDS, SHOWN: now - shown.KEPT_SECONDS}
    if not is_retention:
        ages = {table: max(before, age) for table, age in ages.items()}
    unanswered, left, waiting = WAITING.c.received < late, 0, 0
    with engine.begin() as connection:
        deleted = [
            _count(connection.execute(sa.delete(table).where(table.c.at < age)))
            for table, age in ages.items()
        ]
        if is_running(settings.home):
            there = sa.select(sa.func.count()).select_from(WAITING).where(unanswered)
            left = connection.execute(there).scalar_one()
        else:
            waiting = _count(connection.execute(sa.delete(WAITING).where(unanswered)))
    return (deleted[0], deleted[1], waiting), left, _closed(engine)


def _halls(settings: Settings, before: float) -> tuple[int, bool]:
    """Sessions of which what stood on the wall was erased, with which nobody went on; whether the log is clean."""
    engine = opened(settings, HALL)
    if engine is None:
        return 0, True
    with engine.begin() as connection:
        count = erase_states(connection, before)
    return count, _closed(engine)


def _closed(engine: Engine) -> bool:
    """Take deleted texts out of the log and close. False when others were reading all the time."""
    try:
        for _ in range(_TRIES):
            with engine.begin() as connection:
                if empty_log(connection):
                    return True
            # A bot that runs beside this writes meanwhile.
            time.sleep(_PAUSE_SECONDS)
    finally:
        engine.dispose()
    return False


def _count(result: Any) -> int:
    return int(result.rowcount)
