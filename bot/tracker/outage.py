"""While a database is away nobody waits for it: a thread asks until it answers."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError

logger = logging.getLogger(__name__)

_ASK_SECONDS = 0.5


class AwayError(SQLAlchemyError):
    """The database is known to be away; it was not asked."""


class Outage:
    """Whether a database is away.

    Somebody in danger must not wait for each of several questions of a turn until the database has not answered it either.
    """

    def __init__(self, engine: Engine) -> None:
        """It is there.

        Args:
            engine: of the database; one in memory is never away.
        """
        self._engine = engine
        self._can_be = bool(engine.url.database)
        self._ended = threading.Event()
        self.is_on = False

    @contextmanager
    def noticed(self) -> Iterator[None]:
        """Around whatever asks the database.

        Raises:
            AwayError: the database is away.
        """
        if self.is_on:
            raise AwayError("database is away")
        try:
            yield
        except SQLAlchemyError as error:
            if self._can_be and not self.is_on and _means_away(error):
                self._begin()
            raise

    def stop(self) -> None:
        """Ask no more."""
        self._ended.set()

    def _begin(self) -> None:
        self.is_on = True
        self._ended.clear()
        threading.Thread(target=self._ask, name="db-outage", daemon=True).start()

    def _ask(self) -> None:
        while not self._ended.wait(_ASK_SECONDS):
            try:
                # SQLite: who writes is waited for here.
                with self._engine.begin() as connection:
                    connection.execute(sa.text("SELECT 1"))
            except SQLAlchemyError:
                continue
            logger.warning("database is back")
            break
        self.is_on = False


def _means_away(error: SQLAlchemyError) -> bool:
    """Not what one conversation alone has."""
    if isinstance(error, (OperationalError, InterfaceError, sa.exc.TimeoutError)):
        return True
    return isinstance(error, DBAPIError) and error.connection_invalidated
