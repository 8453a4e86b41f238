from __future__ import annotations

import stat
from pathlib import Path
from unittest.mock import Mock

import sqlalchemy as sa

from bot.database import empty_log, engine_of, url_beside
from bot.settings import Settings


def test_a_store_of_knowledge_in_a_file_is_no_place_for_it(tmp_path: Path) -> None:
    environment = {"MAWAS_HOME": str(tmp_path), "MAWAS_DB_URL": f"sqlite:///{tmp_path / 'k.db'}"}
    settings = Settings.from_environment(environment)
    assert url_beside(settings, "x.db") == f"sqlite:///{tmp_path / 'x.db'}"
    server = {**environment, "MAWAS_DB_URL": "postgresql://mawas@localhost/mawas"}
    assert url_beside(Settings.from_environment(server), "x.db") == server["MAWAS_DB_URL"]


def test_the_folder_is_made_and_the_file_is_for_its_owner(tmp_path: Path) -> None:
    file = tmp_path / "new" / "x.db"
    engine = engine_of(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x INTEGER)")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()}
    engine.dispose()
    assert modes == {0o600}


def test_the_log_can_be_emptied(tmp_path: Path) -> None:
    engine = engine_of(f"sqlite:///{tmp_path / 'x.db'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x INTEGER)")
    log = tmp_path / "x.db-wal"
    assert log.stat().st_size > 0
    with engine.begin() as connection:
        empty_log(connection)
    assert log.stat().st_size == 0
    with engine.begin() as connection:
        assert sa.inspect(connection).get_table_names() == ["t"]
    engine.dispose()


def test_other_databases_have_no_log() -> None:
    connection = Mock(spec=["dialect", "exec_driver_sql"])
    connection.dialect.name = "postgresql"
    assert empty_log(connection)
    connection.exec_driver_sql.assert_not_called()
