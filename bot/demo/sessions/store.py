"""Keeps sessions: after every act what was noted is on the disk, so that a killed program loses at most the last key press."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.damaged import set_aside_if_damaged
from bot.database import empty_log, engine_of, url_beside
from bot.demo.keeping import Act
from bot.demo.part import Json, PartError
from bot.demo.sessions import about as about_session
from bot.demo.sessions.model import Session, SessionNotebook
from bot.demo.sessions.rows import (
    as_text,
    erase_states,
    keep_counts,
    keep_questions,
    keep_shown,
    read_sessions,
)
from bot.demo.sessions.tables import COUNTS, QUESTIONS, SESSIONS, SHOWN
from bot.migrations import migrate
from bot.settings import Settings, remembered_seconds
from knowledge.store import Store

FILE = "sessions.db"
_UNWRITTEN = "Belum tersimpan. Saran: periksa ruang disk, lalu tekan lagi. Acara boleh diteruskan."
_UNKNOWN = "Pertemuan ini tidak ada lagi. Saran: mulai pertemuan baru."


def sessions_url(settings: Settings) -> str:
    """Where sessions are kept (see `url_beside`)."""
    return url_beside(settings, FILE)


class SessionStore:
    """Sessions in a database. The methods block; they may be called from any thread.

    All raise `PartError` where the database cannot be used; nothing of that call is kept then.
    """

    def __init__(self, settings: Settings) -> None:
        """Open the database and bring the tables to the newest version.

        Raises:
            PartError: the database cannot be used.
        """
        # Texts that were erased may still stand in the log of the database.
        self._is_untidy = False
        self._keeps_questions = settings.keeps_questions
        with _told():
            set_aside_if_damaged(sessions_url(settings))
            self._engine = engine_of(sessions_url(settings))
            migrate(self._engine, "sessions")
            self._erase_old(settings)
        self._knowledge = Store(settings.db_url)

    def close(self) -> None:
        """Close all connections."""
        if self._is_untidy:
            self._empty_log(waits=True)
        self._engine.dispose()
        self._knowledge.close()

    @property
    def knowledge(self) -> Store:
        """The knowledge store, for names of places."""
        return self._knowledge

    def begin(self, about: Json) -> str:
        """Begin a session; see `about.checked` for what may be given. Returns its id."""
        checked = about_session.checked(about, self._knowledge)
        id_, now = secrets.token_hex(6), time.time()
        row = {**vars(checked), "id": id_, "began": now, "used": now, "acts": 0}
        with self._writing() as connection:
            connection.execute(SESSIONS.insert().values(**row))
        return id_

    def append(self, session_id: str, act: Act) -> None:
        """Keep the state and the notes after an act: on the disk when this returns."""
        with self._writing() as connection:
            changed = connection.execute(
                SESSIONS.update()
                .where(SESSIONS.c.id == session_id, SESSIONS.c.ended.is_(None))
                .values(state=as_text(act.state), acts=SESSIONS.c.acts + 1, used=time.time())
            )
            if not changed.rowcount:
                raise PartError(_UNKNOWN)
            keep_counts(connection, session_id, act.notebook.get("counts") or {})
            keep_questions(connection, session_id, act.notebook.get("questions") or ())
            keep_shown(connection, session_id, act.state)

    def resume(self, session_id: str) -> tuple[Any, SessionNotebook]:
        """The state after the last act (None before the first), and the notebook as it was then.

        Raises:
            PartError: there is no such session, or it has ended.
        """
        session = self.session(session_id)
        if session is None or session.ended is not None:
            raise PartError(_UNKNOWN)
        with self._writing() as connection:
            query = sa.select(SESSIONS.c.state).where(SESSIONS.c.id == session_id)
            state = connection.execute(query).scalar()
        return (json.loads(state) if state else None), self._notebook(session)

    def about(self, session_id: str) -> Json:
        """What `begin` was given, checked, with "province_name"."""
        session = self.session(session_id)
        if session is None:
            raise PartError(_UNKNOWN)
        return about_session.as_json(session.about, self._knowledge)

    def change(self, session_id: str, about: Json) -> Json:
        """Put right what `begin` was given; what is left out stays. Returns it as `about` does."""
        checked = about_session.checked({**self.about(session_id), **about}, self._knowledge)
        with self._writing() as connection:
            connection.execute(
                SESSIONS.update().where(SESSIONS.c.id == session_id).values(**vars(checked))
            )
        return about_session.as_json(checked, self._knowledge)

    def running(self) -> list[Json]:
        """Sessions that have not ended, the last used first: what `about` gives, with "id" and "used" (ISO 8601, local time)."""
        found = self._read(SESSIONS.c.ended.is_(None))
        return [
            {
                **about_session.as_json(each.about, self._knowledge),
                "id": each.id,
                "used": _local(each.used),
            }
            for each in sorted(found, key=lambda each: each.used, reverse=True)
        ]

    def end(self, session_id: str) -> None:
        """End a session; where it stood is erased, what was counted stays."""
        with self._writing() as connection:
            connection.execute(
                SESSIONS.update()
                .where(SESSIONS.c.id == session_id, SESSIONS.c.ended.is_(None))
                .values(ended=time.time(), state=None)
            )
        self._empty_log(waits=True)

    def session(self, session_id: str) -> Session | None:
        """All that is kept of a session."""
        return next(iter(self._read(SESSIONS.c.id == session_id)), None)

    def sessions(self) -> list[Session]:
        """All sessions, the oldest first."""
        return self._read(sa.true())

    def drop_question(self, session_id: str, number: int) -> None:
        """Erase a question; it does not come back with the next act."""
        with self._writing() as connection:
            connection.execute(
                QUESTIONS.update()
                .where(QUESTIONS.c.session == session_id, QUESTIONS.c.number == number)
                .values(text=None)
            )
        self._empty_log(waits=True)

    def delete(self, session_id: str) -> None:
        """Delete a session and all that was counted in it."""
        with self._writing() as connection:
            for table in (COUNTS, QUESTIONS, SHOWN):
                connection.execute(table.delete().where(table.c.session == session_id))
            connection.execute(SESSIONS.delete().where(SESSIONS.c.id == session_id))
        self._empty_log(waits=True)

    def _read(self, where: Any) -> list[Session]:
        with self._writing() as connection:
            return read_sessions(connection, where)

    def _notebook(self, session: Session) -> SessionNotebook:
        questions = [session.questions[number] for number in sorted(session.questions)]
        noted = {"counts": session.counts, "questions": questions}
        return SessionNotebook(session.about.people, noted, self._keeps_questions)

    def _erase_old(self, settings: Settings) -> None:
        """An evening that was never ended is not kept for ever; one that goes on tomorrow is."""
        before = time.time() - remembered_seconds(max(settings.retention_days, 1))
        with self._engine.begin() as connection:
            erased = erase_states(connection, before)
        if erased:
            self._empty_log(waits=True)

    def _empty_log(self, waits: bool) -> None:
        """What was asked for is done: that somebody reads just now is no reason to say that it failed."""
        try:
            with self._engine.begin() as connection:
                self._is_untidy = not empty_log(connection, waits)
        except SQLAlchemyError:
            self._is_untidy = True

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _told(), self._engine.begin() as connection:
            yield connection
        if self._is_untidy:
            # A key press must not wait for a reader.
            self._empty_log(waits=False)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise PartError(_UNWRITTEN) from error


def _local(seconds: float) -> str:
    return (
        datetime.fromtimestamp(seconds, tz=timezone.utc).astimezone().isoformat(timespec="seconds")
    )
