from __future__ import annotations

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

from bot.errors import MissingError
from bot.keeping.sets import CONVERSATIONS, EVENTS, SETS, TELEGRAM, opened
from tests.bot.keeping.conftest import Place


def _columns(table: sa.Table) -> dict[str, tuple[str, bool, bool]]:
    return {
        column.name: (str(column.type), column.nullable, column.primary_key) for column in table.c
    }


def test_the_table_of_events_is_rasas() -> None:
    assert _columns(EVENTS) == _columns(SQLTrackerStore.SQLEvent.__table__)


def test_every_table_belongs_to_one_set() -> None:
    names = [table.name for kept in SETS for table in kept.tables]
    assert len(names) == len(set(names))
    assert {"events", "telegram_waiting", "telegram_groups", "demo_sessions"} <= set(names)


def test_looking_makes_no_file(place: Place) -> None:
    settings = place("sqlite")
    assert [opened(settings, kept) for kept in SETS] == [None] * len(SETS)
    assert list(settings.home.iterdir()) == []


def test_a_file_without_tables_holds_nothing(place: Place) -> None:
    settings = place("sqlite")
    (settings.home / CONVERSATIONS.file).touch()
    assert opened(settings, CONVERSATIONS) is None


def test_a_file_that_is_no_database_is_told_without_its_words(place: Place) -> None:
    settings = place("sqlite")
    (settings.home / TELEGRAM.file).write_text("rahasia-7351 " * 500)
    with pytest.raises(MissingError, match="Saran:") as error:
        opened(settings, TELEGRAM)
    assert "7351" not in str(error.value)
