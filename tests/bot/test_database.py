from __future__ import annotations

import stat
import threading
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot import database
from bot.database import empty_log, engine_of, hold, reading, url_beside
from bot.settings import Settings
from tests.helpers.postgresql import postgresql


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


def test_who_empties_the_log_while_another_reads_gives_up_and_says_so(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    engine, other = engine_of(url), engine_of(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x INTEGER)")
    with reading(other).begin() as backup:
        backup.exec_driver_sql("SELECT * FROM t").close()
        with engine.begin() as connection:
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")
        with engine.begin() as connection:
            assert not empty_log(connection)
            # Who writes afterwards is as patient as before.
            timeout = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
        assert timeout == database._BUSY_SECONDS * 1000
    with engine.begin() as connection:
        assert empty_log(connection)
    engine.dispose()
    other.dispose()


def test_other_databases_have_no_log() -> None:
    connection = Mock(spec=["dialect", "exec_driver_sql"])
    connection.dialect.name = "postgresql"
    assert empty_log(connection)
    connection.exec_driver_sql.assert_not_called()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgresql() as url:
        yield url


def test_a_connection_that_was_lost_while_idle_is_made_anew(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_ALIVE_SECONDS", 0.0)
    engine, other = engine_of(server), engine_of(server)
    with engine.begin() as connection:
        pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
    with other.begin() as connection:
        connection.exec_driver_sql(f"SELECT pg_terminate_backend({pid}, 5000)").close()
    with engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT pg_backend_pid()").scalar() != pid
    engine.dispose()
    other.dispose()


def test_a_query_that_only_reads_leaves_no_transaction_open(server: str) -> None:
    engine, other = engine_of(server), engine_of(server)
    state = "SELECT state FROM pg_stat_activity WHERE pid = "
    with reading(engine).begin() as connection, other.begin() as watching:
        pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
        assert watching.exec_driver_sql(f"{state}{pid}").scalar() == "idle"
    with engine.begin() as connection, other.begin() as watching:
        # Those that write have one as before.
        assert connection.exec_driver_sql("SELECT pg_backend_pid()").scalar() == pid
        assert watching.exec_driver_sql(f"{state}{pid}").scalar() == "idle in transaction"
    engine.dispose()
    other.dispose()


def test_who_holds_several_names_waits_for_nobody_who_holds_them_too(server: str) -> None:
    names = [f"nama-{number}" for number in range(20)]
    done: list[int] = []

    def hold_all(engine: Engine, turned: list[str]) -> None:
        for number in range(30):
            with engine.begin() as connection:
                hold(connection, turned)
            done.append(number)

    engines = [engine_of(server) for _ in range(3)]
    orders = (names, names[::-1], names[10:] + names[:10])
    threads = [
        threading.Thread(target=hold_all, args=pair) for pair in zip(engines, orders, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 90
    for engine in engines:
        engine.dispose()
