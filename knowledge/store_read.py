"""Rows back to records: one kind at a time, in a handful of queries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from knowledge.convert import RECORD_CLASSES, to_record
from knowledge.mapping import FieldLayout, layout
from knowledge.tables import CITATIONS, LISTS, RECORDS, ROWS, TEXTS

Place = tuple[str, str]
"""Id of the owner and name of the field."""


def read_kind(connection: Connection, kind: str) -> dict[str, Any]:
    """Return id -> record of one kind, in order of id."""
    table = RECORDS[kind]
    reader = _KindReader(connection, kind)
    records = {}
    for row in connection.execute(sa.select(table).order_by(table.c.id)).mappings():
        data = reader.data(row["id"], dict(row))
        records[row["id"]] = to_record(RECORD_CLASSES[kind], data)
    return records


class _KindReader:
    """Holds the lists, texts and parts of all records of one kind."""

    def __init__(self, connection: Connection, kind: str) -> None:
        self._connection = connection
        self._kind = kind
        self._fields = [f for f in layout(RECORD_CLASSES[kind]) if f.shape != "scalar"]
        self._lists = self._read_lists()
        self._texts = self._read_texts()
        self._parts = {f.name: self._read_parts(f) for f in self._fields if f.shape == "rows"}

    def data(self, owner: str, columns: dict[str, Any]) -> dict[str, Any]:
        """Return one record as plain data, as it stood in YAML."""
        for field in self._fields:
            place = (owner, field.name)
            if field.shape == "text":
                columns[field.name] = next(iter(self._texts.get(place, [])), None)
            elif field.shape == "texts":
                columns[field.name] = self._texts.get(place, [])
            elif field.shape == "strings":
                columns[field.name] = self._lists.get(place, [])
            elif field.shape == "rows":
                columns[field.name] = self._parts[field.name].get(owner, [])
        return columns

    def _rows(self, table: sa.Table) -> Iterator[Any]:
        query = (
            sa.select(table)
            .where(table.c.owner_kind == self._kind)
            .order_by(table.c.owner_id, table.c.position)
        )
        yield from self._connection.execute(query).mappings()

    def _read_lists(self) -> dict[Place, list[str]]:
        inner = [each for f in self._fields if f.shape == "rows" for each in layout(f.inner)]
        names = {f.name for f in (*self._fields, *inner) if f.shape == "strings"}
        tables = {LISTS[name].name: LISTS[name] for name in names}
        if any(f.shape in ("text", "texts") for f in self._fields):
            tables[CITATIONS.name] = CITATIONS
        lists: dict[Place, list[str]] = {}
        for table in tables.values():
            for row in self._rows(table):
                lists.setdefault((row["owner_id"], row["field"]), []).append(row["value"])
        return lists

    def _read_texts(self) -> dict[Place, list[dict[str, Any]]]:
        texts: dict[Place, list[dict[str, Any]]] = {}
        for row in self._rows(TEXTS):
            owner, field = row["owner_id"], row["field"]
            sources = self._lists.get((owner, f"{field}/{row['position']}"), [])
            texts.setdefault((owner, field), []).append({**row, "sources": sources})
        return texts

    def _read_parts(self, field: FieldLayout) -> dict[str, list[dict[str, Any]]]:
        names = [each.name for each in layout(field.inner) if each.shape == "strings"]
        parts: dict[str, list[dict[str, Any]]] = {}
        for row in self._rows(ROWS[field.inner]):
            owner = row["owner_id"]
            place = f"{field.name}/{row['position']}"
            lists = {name: self._lists.get((owner, f"{place}/{name}"), []) for name in names}
            parts.setdefault(owner, []).append({**row, **lists})
        return parts
