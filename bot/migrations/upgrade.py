"""Runs Alembic on a set of tables. Imported only when there is something to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.engine import Engine

from bot.database import hold
from bot.errors import MissingError
from bot.migrations import version_table


def scripts(name: str) -> ScriptDirectory:
    """The history of a set of tables."""
    folder = str(Path(__file__).with_name(name))
    return ScriptDirectory(folder, version_locations=[folder])


def upgrade(engine: Engine, name: str, to: str = "head") -> None:
    """Run what is missing, in one transaction that nobody else can begin meanwhile.

    Args:
        engine: of `bot.database.engine_of`.
        name: of the set of tables.
        to: version.

    Raises:
        MissingError: the tables are of a newer Mawas.
        sqlalchemy.exc.SQLAlchemyError: the database cannot be used; nothing of it is changed.
    """
    history = scripts(name)

    def steps(version: Any, _: Any) -> Any:
        return history._upgrade_revs(to, version)

    # SQLite's transactions exclude each other (`engine_of`).
    with engine.begin() as connection:
        hold(connection, [version_table(name)])
        with EnvironmentContext(Config(), history, fn=steps) as environment:
            environment.configure(connection=connection, version_table=version_table(name))
            try:
                environment.run_migrations()
            except CommandError:
                raise MissingError(
                    "Basis data dipakai Mawas yang lebih baru. Saran: perbarui Mawas, atau pakai basis data lain."
                ) from None
