"""Opens a database for a program that answers people with it."""

from __future__ import annotations

from sqlalchemy.engine import Engine

from bot.damaged import set_aside_if_damaged
from bot.database import engine_of
from bot.migrations import migrate


def opened(url: str, tables: str, survives_power_loss: bool = True) -> Engine:
    """An engine that gives up soon on a database that is silent; its tables are of the newest version.

    A damaged SQLite file is set aside before.

    Args:
        url: of the database.
        tables: which set of `bot.migrations`.
        survives_power_loss: see `bot.database.engine_of`.

    Raises:
        MissingError: the tables are of a newer Mawas.
        sqlalchemy.exc.SQLAlchemyError: the database cannot be used.
        OSError: the file cannot be made.
    """
    set_aside_if_damaged(url)
    engine = engine_of(url, survives_power_loss, answers_soon=True)
    if engine.dialect.name == "sqlite":
        if engine.url.database:
            migrate(engine, tables)
        return engine
    # One that is silent is told at once. A new version of the tables may take longer.
    engine.connect().close()
    patient = engine_of(url)
    try:
        migrate(patient, tables)
    finally:
        patient.dispose()
    return engine
