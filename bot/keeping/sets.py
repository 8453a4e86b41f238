"""The sets of tables that are written all the time, and where each is kept. Rasa is not imported for that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.telegram import tables
from bot.channels.telegram.group_settings import GROUPS
from bot.database import engine_of, url_beside
from bot.demo.sessions.tables import METADATA as SESSIONS
from bot.errors import MissingError
from bot.migrations import HEADS, migrate
from bot.settings import Settings

_CONVERSATIONS = sa.MetaData()
# As Rasa's SQLTrackerStore has it (a test compares them): its own module takes seconds to import.
EVENTS = sa.Table(
    "events",
    _CONVERSATIONS,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sender_id", sa.String(255), nullable=False),
    sa.Column("type_name", sa.String(255), nullable=False),
    sa.Column("timestamp", sa.Float),
    sa.Column("intent_name", sa.String(255)),
    sa.Column("action_name", sa.String(255)),
    sa.Column("data", sa.Text),
)


@dataclass(frozen=True)
class TableSet:
    """Tables that belong together.

    Attributes:
        name: of the set.
        file: in MAWAS_HOME, unless a database server has everything.
        metadata: the tables.
    """

    name: str
    file: str
    metadata: sa.MetaData

    @property
    def tables(self) -> list[sa.Table]:
        """The tables, those that others refer to first."""
        return list(self.metadata.sorted_tables)

    def url(self, settings: Settings) -> str:
        """Where they are kept."""
        return url_beside(settings, self.file)

    @property
    def version(self) -> int:
        """Of the schema; a backup of a later one is not taken."""
        return int(HEADS[self.name])

    def make(self, engine: Engine) -> None:
        """Bring the tables to the newest version."""
        migrate(engine, self.name)


CONVERSATIONS = TableSet("conversations", "conversations.db", _CONVERSATIONS)
# The module of groups adds its table to the others.
TELEGRAM = TableSet("telegram", "telegram.db", GROUPS.metadata)
HALL = TableSet("sessions", "sessions.db", SESSIONS)
SETS = (CONVERSATIONS, TELEGRAM, HALL)
WAITING, BUTTONS, SHOWN = tables.WAITING, tables.BUTTONS, tables.SHOWN


def opened(settings: Settings, kept: TableSet) -> Engine | None:
    """An engine for a set; None where nothing was ever kept of it, which stays so.

    Raises:
        MissingError: the database cannot be used.
    """
    url = make_url(kept.url(settings))
    if url.get_backend_name() == "sqlite" and not Path(str(url.database)).exists():
        return None
    try:
        engine = engine_of(kept.url(settings))
        if sa.inspect(engine).has_table(kept.tables[0].name):
            return engine
        engine.dispose()
    except (SQLAlchemyError, OSError, ImportError) as error:
        raise unusable(error) from None
    return None


def unusable(error: BaseException) -> MissingError:
    """What is told where a database cannot be used: only the kind of the error, for its words may quote a password or a message."""
    return MissingError(
        f"Basis data tidak bisa dipakai ({type(error).__name__}). Saran: periksa MAWAS_DB_URL, izin berkas, dan ruang disk."
    )
