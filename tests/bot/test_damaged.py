"""A damaged SQLite file: set aside with all that is in it, told, and gone on without."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.channels.telegram.database import Database
from bot.damaged import delete_set_aside, set_aside, set_aside_if_damaged
from bot.demo.sessions.store import SessionStore
from bot.errors import MawasError
from bot.keeping.checkup import diagnoses
from bot.opening import opened
from bot.settings import Settings

Damage = Callable[[Path], None]


def _cut_off(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2 + 100])


def _pages(file: Path) -> None:
    """Garbage in the middle, the head whole."""
    content = bytearray(file.read_bytes())
    content[4096 : len(content) - 4096] = b"\xa5" * (len(content) - 2 * 4096)
    file.write_bytes(bytes(content))


def _garbage(file: Path) -> None:
    file.write_bytes(b"no database at all\n" * 1000)


DAMAGES = [_cut_off, _pages, _garbage]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with something in it."""
    path = tmp_path / "conversations.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE pesan (isi TEXT)")
        rows = [(f"pesan {number} " * 20,) for number in range(500)]
        connection.executemany("INSERT INTO pesan VALUES (?)", rows)
    return path


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_set_aside_as_it_was(
    file: Path, damage: Damage, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(file)
    content = file.read_bytes()
    set_aside_if_damaged(f"sqlite:///{file}")
    assert not file.exists()
    (aside,) = set_aside(file.parent)
    assert aside.read_bytes() == content
    told = capsys.readouterr().err
    assert aside.name in told
    assert "tidak ada yang dihapus" in told
    assert "Saran:" in told


def test_a_whole_an_empty_and_no_file_are_left_alone(file: Path, tmp_path: Path) -> None:
    content = file.read_bytes()
    empty = tmp_path / "empty.db"
    empty.touch()
    for url in (f"sqlite:///{file}", f"sqlite:///{empty}", f"sqlite:///{tmp_path}/no.db"):
        set_aside_if_damaged(url)
    set_aside_if_damaged("sqlite://")
    assert file.read_bytes() == content
    assert list(set_aside(tmp_path)) == []
    assert not (tmp_path / "no.db").exists()


def test_a_file_that_is_locked_is_not_damaged(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        set_aside_if_damaged(f"sqlite:///{file}")
    assert list(set_aside(file.parent)) == []


@pytest.mark.parametrize("damage", [*DAMAGES, lambda file: file.write_bytes(b"")])
def test_every_door_goes_on_with_an_empty_database(tmp_path: Path, damage: Damage) -> None:
    settings = Settings(tmp_path, f"sqlite:///{tmp_path / 'knowledge.db'}", 30)
    names = {
        "conversations.db": lambda url: opened(url, "conversations").dispose(),
        "telegram.db": _written,
        "sessions.db": lambda url: SessionStore(settings).close(),
    }
    for name, open_ in names.items():
        url = f"sqlite:///{tmp_path / name}"
        open_(url)
        assert (tmp_path / name).stat().st_size
        damage(tmp_path / name)
        open_(url)
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)


def _written(url: str) -> None:
    database = Database(url)
    asyncio.run(database.run(lambda connection: connection.execute(sa.text("SELECT 1")).scalar()))
    database.close()


def test_doctor_names_what_was_set_aside_until_it_is_gone(file: Path) -> None:
    settings = Settings(file.parent, f"sqlite:///{file.parent / 'knowledge.db'}", 30)
    _garbage(file)
    set_aside_if_damaged(f"sqlite:///{file}")
    (aside,) = set_aside(file.parent)
    (told,) = [each for each in diagnoses(settings) if "rusak" in each.about]
    assert aside.name in told.state
    assert "restore" in told.advice
    aside.unlink()
    assert not [each for each in diagnoses(settings) if "rusak" in each.about]


@pytest.mark.parametrize("damage", [_pages, _garbage])
def test_a_damaged_knowledge_store_is_built_anew(
    tmp_path: Path, damage: Damage, capsys: pytest.CaptureFixture[str]
) -> None:
    from bot.readiness import build_store
    from knowledge.store import Store

    settings = Settings(tmp_path, f"sqlite:///{tmp_path / 'knowledge.db'}", 30)
    try:
        build_store(settings)
        damage(tmp_path / "knowledge.db")
        build_store(settings)
    except MawasError as error:
        pytest.fail(str(error))
    store = Store(settings.db_url).keep()
    assert store.channel("kemlu_pwni_hotline") is not None
    assert len(store.topics()) > 50


def test_what_was_set_aside_is_forgotten_as_late_as_its_last_message(file: Path) -> None:
    file.write_bytes(b"damaged" * 1000)
    set_aside_if_damaged(f"sqlite:///{file}")
    (aside,) = set_aside(file.parent)
    assert delete_set_aside(file.parent, aside.stat().st_mtime - 1) == 0
    assert aside.exists()
    assert delete_set_aside(file.parent, aside.stat().st_mtime + 1) == 1
    assert list(file.parent.glob(f"{file.name}*")) == []
