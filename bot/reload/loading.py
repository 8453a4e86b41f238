"""Loads what a server answers with, and what loads it anew."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation import Conversation
from bot.locks import locks_of
from bot.reload.current import Current
from bot.reload.note import Note
from bot.reload.reloader import Reloader
from bot.settings import Settings
from bot.warming import SAMPLE


def load(
    settings: Settings, name: str, loaded: Callable[[bool], None]
) -> tuple[Current[Conversation], Reloader[Conversation]]:
    """A conversation that is kept in a database, and what loads it anew at SIGHUP.

    Args:
        settings: where everything is.
        name: of the program, for `mawas doctor`.
        loaded: called after each reload with whether it worked.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: the database of conversations cannot be used.
        MissingError: there is no model.
        ConversationError: the model cannot be read.
    """
    note = Note(settings.home, name)
    # One for all: connections to Redis, and the order of what waits.
    locks = locks_of(settings)

    def fresh() -> Conversation:
        return Conversation.load(settings, keeps=True, locks=locks)

    current = Current(fresh())
    return current, Reloader(current, fresh, SAMPLE, note, loaded)
