"""The tables of the knowledge store.

All names begin with `knowledge_`, so that the store can share a database with Rasa's events and
drop only what is its own.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.schema import CreateTable

from knowledge import model
from knowledge.convert import RECORD_CLASSES
from knowledge.kinds import FOLDERS, STORED_KINDS
from knowledge.mapping import nested, scalars

METADATA = sa.MetaData()

_TYPES: dict[Any, Any] = {
    str: sa.Text, int: sa.Integer, float: sa.Float, bool: sa.Boolean, date: sa.Date,
}  # fmt: skip

_REFERS_TO: dict[tuple[str, str], str] = {
    ("countries", "emergency"): "knowledge_channels.id",
    ("provinces", "bp3mi"): "knowledge_channels.id",
    ("missions", "channel"): "knowledge_channels.id",
    ("quiz", "topic"): "knowledge_topics.id",
    ("citations", "value"): "knowledge_sources.id",
}
"""Columns that name a record -> the column they refer to."""


def _column(table: str, name: str, type_: Any, **options: Any) -> sa.Column[Any]:
    target = _REFERS_TO.get((table, name))
    keys = [sa.ForeignKey(target)] if target else []
    return sa.Column(name, _TYPES[type_], *keys, **options)


def _owner(table: str, *more: str) -> list[sa.Column[Any]]:
    """Return the primary key of rows that belong to a record: its kind, its id, and where."""
    names = ("owner_kind", "owner_id", *more)
    columns = [_column(table, name, str, primary_key=True, nullable=False) for name in names]
    return [*columns, _column(table, "position", int, primary_key=True, autoincrement=False)]


def _record_table(kind: str) -> sa.Table:
    name = FOLDERS[kind]
    columns = [
        _column(name, f.name, f.inner, primary_key=f.name == "id", nullable=f.optional)
        for f in scalars(RECORD_CLASSES[kind])
    ]
    columns += [sa.Column(f.name, sa.JSON, nullable=False) for f in nested(RECORD_CLASSES[kind])]
    return sa.Table(f"knowledge_{name}", METADATA, *columns)


def _row_table(name: str, row_class: type[Any]) -> sa.Table:
    columns = [_column(name, f.name, f.inner, nullable=f.optional) for f in scalars(row_class)]
    return sa.Table(f"knowledge_{name}", METADATA, *_owner(name), *columns)


def _list_table(name: str) -> sa.Table:
    return sa.Table(
        f"knowledge_{name}", METADATA, *_owner(name, "field"),
        _column(name, "value", str, nullable=False),
    )  # fmt: skip


META = sa.Table(
    "knowledge_meta", METADATA,
    sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False),
)  # fmt: skip
"""One row: the digest of what the store was built from."""

RECORDS: dict[str, sa.Table] = {kind: _record_table(kind) for kind in STORED_KINDS}
"""Kind of record -> its table (sources, channels, topics, ...)."""

TEXTS = sa.Table(
    "knowledge_texts", METADATA, *_owner("texts", "field"),
    *(_column("texts", name, str) for name in ("heading", "country", "kind", "as_of")),
    _column("texts", "text", str, nullable=False),
)  # fmt: skip
"""Every text that users read: topic answers, crisis steps, red flags, destinations, quiz."""

CITATIONS = _list_table("citations")
"""The sources of a text (`field` is `short`, `longer/1`, ...) or of a wage (`sources`)."""

LINKS, ALIASES, PHRASES, HANDLES, LINES = map(
    _list_table, ("links", "aliases", "phrases", "handles", "lines")
)

LISTS: dict[str, sa.Table] = {
    "related": LINKS, "channels": LINKS, "topics": LINKS, "other_channels": LINKS,
    "aliases": ALIASES, "places": ALIASES, "phrases": PHRASES, "near_misses": PHRASES, "patterns": PHRASES, "unless": PHRASES,
    "handles": HANDLES, "sources": CITATIONS, "try_live": LINES,
}  # fmt: skip
"""Field that is a list of strings -> the table of its items."""

ROWS: dict[type[Any], sa.Table] = {
    model.Contact: _row_table("contacts", model.Contact),
    model.Evidence: _row_table("evidence", model.Evidence),
    model.Mission: _row_table("missions", model.Mission),
    model.District: _row_table("districts", model.District),
    model.WageRow: _row_table("wages", model.WageRow),
    model.Review: _row_table("reviews", model.Review),
    model.Character: _row_table("characters", model.Character),
}
"""Class of a part of a record -> its table."""


def ddl() -> str:
    """Return the text of all tables, so that a change of the schema makes a new store."""
    return "\n".join(str(CreateTable(table)) for table in METADATA.sorted_tables)
