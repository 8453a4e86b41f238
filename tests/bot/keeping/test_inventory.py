"""The inventory names every column that there is, and none that there is not."""

from __future__ import annotations

import fnmatch
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot import shared_locks
from bot.database import engine_of
from bot.keeping.inventory import FORMS, KINDS, LANGUAGES, REDIS, TABLE, WHOSE, Entry, entries
from bot.keeping.inventory_page import PAGES, page
from bot.keeping.sets import SETS
from bot.migrations import version_table
from bot.paths import KNOWLEDGE, ROOT
from bot.settings import Settings
from knowledge.build import build
from tests.bot.keeping.conftest import Place

ENTRIES = entries()
TABLES = {entry.name: entry for entry in ENTRIES if entry.kind == TABLE}
VERSION = {"version_num"}


def _told(names: list[str]) -> dict[str, set[str]]:
    return {name: set(TABLES[name].columns) for name in names}


def _columns(engine: Engine) -> dict[str, set[str]]:
    """Columns of every table in a database, those of the knowledge store apart."""
    look = sa.inspect(engine)
    return {
        name: {row["name"] for row in look.get_columns(name)} for name in look.get_table_names()
    }


def test_every_column_of_the_program_is_told_and_no_other() -> None:
    there = {table.name: {c.name for c in table.c} for kept in SETS for table in kept.tables}
    versions = {version_table(kept.name): VERSION for kept in SETS}
    own = [name for name, entry in TABLES.items() if entry.set != "knowledge"]
    assert _told(own) == {**there, **versions}


@pytest.mark.parametrize("kept", SETS, ids=lambda kept: kept.name)
def test_every_set_tells_where_its_tables_are(kept: object) -> None:
    names = {table.name for table in kept.tables} | {version_table(kept.name)}  # type: ignore[attr-defined]
    assert {name for name, entry in TABLES.items() if entry.set == kept.name} == names  # type: ignore[attr-defined]


def _migrated(settings: Settings) -> dict[str, set[str]]:
    """Columns of databases as migrations leave them, the store of knowledge among them."""
    build(KNOWLEDGE, settings.db_url)
    found: dict[str, set[str]] = {}
    for url in {settings.db_url, *(kept.url(settings) for kept in SETS)}:
        engine = engine_of(url)
        for kept in SETS:
            if kept.url(settings) == url:
                kept.make(engine)
        found.update(_columns(engine))
        engine.dispose()
    return found


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_every_column_of_a_migrated_database_is_told_and_no_other(kind: str, place: Place) -> None:
    there = _migrated(place(kind))
    (knowledge,) = (name for name, entry in TABLES.items() if entry.set == "knowledge")
    store = {name for name in there if fnmatch.fnmatch(name, knowledge)}
    assert store
    own = [name for name in TABLES if name != knowledge]
    assert _told(own) == {name: columns for name, columns in there.items() if name not in store}


def test_a_column_that_nobody_told_of_is_noticed(place: Place) -> None:
    settings = place("sqlite")
    _migrated(settings)
    engine = engine_of(SETS[0].url(settings))
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE events ADD COLUMN phone TEXT")
    assert _columns(engine)["events"] - set(TABLES["events"].columns) == {"phone"}
    engine.dispose()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.kind}-{entry.name}")
def test_an_entry_says_all_in_known_words(entry: Entry) -> None:
    assert entry.kind in KINDS
    assert entry.whose in WHOSE
    for text in (entry.what, entry.why, entry.kept, entry.deleted):
        assert set(text) == set(LANGUAGES)
        assert all(text[language].strip() for language in LANGUAGES)
    for column in entry.columns.values():
        assert column.whose in WHOSE
        assert column.form in FORMS
        assert column.what
    kinds = {column.whose for column in entry.columns.values()} - {"nobody"}
    # A table with something of a user is a user's.
    assert "user" not in kinds or entry.whose in ("user", "operator")
    if entry.by:
        assert (ROOT / entry.by).is_file()


def test_a_chat_id_stands_in_the_clear_in_one_column_only() -> None:
    clear = [
        (name, column)
        for name, entry in TABLES.items()
        for column, told in entry.columns.items()
        if told.form in ("id", "text")
    ]
    assert clear == [("telegram_waiting", each) for each in ("chat", "body", "replies")]


def test_no_entry_is_there_twice() -> None:
    named = [(entry.kind, entry.name) for entry in ENTRIES]
    assert len(named) == len(set(named))


def test_keys_of_redis_begin_as_told() -> None:
    assert [e.name for e in ENTRIES if e.kind == REDIS] == [shared_locks._PREFIX]


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_are_made_from_the_inventory(name: str) -> None:
    text = Path(ROOT / name).read_text(encoding="utf-8")
    assert text.count("<!-- inventory: ") == text.count("<!-- /inventory -->") > 0
    # Stale? Run: python -m bot.keeping.inventory_page
    assert page(text, PAGES[name]) == text
