"""Carries the tables of conversations, of the Telegram channel and of sessions from one version of Mawas to the next.

Each set of tables has its own history (Alembic's, in a folder of its name) and its own table with the version, for each may be in a
database of its own. Histories go forward only: the way back is a backup.

Nothing heavy is imported here: at nearly every start there is nothing to do, and one SELECT tells.
"""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from bot.database import reading

# The newest version of each set of tables.
HEADS: Mapping[str, str] = {"conversations": "0002", "telegram": "0001", "sessions": "0001"}


def migrate(engine: Engine, name: str) -> None:
    """Bring a set of tables to the newest version; of several processes that start at once, one does it.

    Args:
        engine: of `bot.database.engine_of`.
        name: of the set, one of `HEADS`.

    Raises:
        MissingError: the tables are of a newer Mawas.
        sqlalchemy.exc.SQLAlchemyError: the database cannot be used; nothing of it is changed.
    """
    if version_of(engine, name) == HEADS[name]:
        return
    from bot.migrations.upgrade import upgrade

    upgrade(engine, name)


def version_of(engine: Engine, name: str) -> str | None:
    """The version of a set of tables in a database; None where there is none yet, or the database does not answer.

    Args:
        engine: of `bot.database.engine_of`.
        name: of the set, one of `HEADS`.
    """
    query = sa.select(sa.column("version_num")).select_from(sa.table(version_table(name)))
    try:
        with reading(engine).begin() as connection:
            version: str | None = connection.execute(query).scalar()
    except DBAPIError:
        return None
    return version


def version_table(name: str) -> str:
    """The table that holds the version of a set of tables."""
    return f"{name}_version"
