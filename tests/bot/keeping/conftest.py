"""Data folders as a bot leaves them, on SQLite and on PostgreSQL."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.settings import Settings
from tests.helpers.postgresql import postgresql

Place = Callable[[str], Settings]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """URL of a PostgreSQL."""
    with postgresql() as url:
        yield url


@pytest.fixture
def place(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Place]:
    """Makes settings of a data folder: `place("sqlite")` or `place("postgresql")`, each empty and of its own."""
    made: list[tuple[str, str]] = []

    def make(kind: str) -> Settings:
        home = tmp_path / f"{kind}{len(list(tmp_path.iterdir()))}"
        home.mkdir()
        url = f"sqlite:///{home / 'knowledge.db'}"
        if kind == "postgresql":
            server = request.getfixturevalue("server")
            name = f"mawas{len(made)}"
            _command(server, f"CREATE DATABASE {name}")
            made.append((server, name))
            url = server.replace("/postgres?", f"/{name}?")
        return Settings(home, url, logging.WARNING)

    yield make
    for server, name in made:
        _command(server, f"DROP DATABASE {name} WITH (FORCE)")


def _command(server: str, words: str) -> None:
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT", future=True)
    with engine.connect() as connection:
        connection.exec_driver_sql(words)
    engine.dispose()
