"""Records to rows, and rows into a database in one transaction."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from knowledge.kinds import FOLDERS, STORED_KINDS
from knowledge.mapping import FieldLayout, layout
from knowledge.model import Knowledge
from knowledge.tables import CITATIONS, LISTS, META, METADATA, RECORDS, ROWS, TEXTS

Row = tuple[sa.Table, dict[str, Any]]
Progress = Callable[[int, int], None]
"""Called with the number of records done and the number of all records."""

DIGEST_KEY = "digest"
_NO_PROGRESS: Progress = lambda done, total: None  # noqa: E731


def write(engine: Engine, knowledge: Knowledge, digest: str, progress: Progress | None) -> None:
    """Replace the tables of the store with the records, in one transaction."""
    progress = progress or _NO_PROGRESS
    records = [
        (kind, record)
        for kind in STORED_KINDS
        for record in getattr(knowledge, FOLDERS[kind]).values()
    ]
    with engine.begin() as connection:
        METADATA.drop_all(connection)
        METADATA.create_all(connection)
        waiting: dict[sa.Table, list[dict[str, Any]]] = {}
        for done, (kind, record) in enumerate(records, start=1):
            for table, row in record_rows(kind, record):
                waiting.setdefault(table, []).append(row)
            progress(done, len(records))
        for table in METADATA.sorted_tables:  # parents before the rows that refer to them
            if table in waiting:
                connection.execute(sa.insert(table), waiting[table])
        connection.execute(sa.insert(META), {"key": DIGEST_KEY, "value": digest})


def record_rows(kind: str, record: Any) -> Iterator[Row]:
    """Yield every row of one record, its own first."""
    fields = layout(type(record))
    columns = {f.name: getattr(record, f.name) for f in fields if f.shape == "scalar"}
    parts = {f.name: _plain(getattr(record, f.name)) for f in fields if f.shape == "nested"}
    yield RECORDS[kind], columns | parts
    for field in fields:
        yield from _field_rows(kind, record.id, field, getattr(record, field.name))


def _plain(part: Any) -> Any:
    """Return objects that hold objects as lists and dicts."""
    if isinstance(part, tuple):
        return [_plain(each) for each in part]
    return dataclasses.asdict(part)


def _field_rows(kind: str, owner: str, field: FieldLayout, value: Any) -> Iterator[Row]:
    if field.shape == "text" and value is not None:
        yield from _text_rows(kind, owner, field.name, 0, value)
    elif field.shape == "texts":
        for position, text in enumerate(value):
            yield from _text_rows(kind, owner, field.name, position, text)
    elif field.shape == "strings":
        yield from _list_rows(LISTS[field.name], kind, owner, field.name, value)
    elif field.shape == "rows":
        for position, part in enumerate(value):
            yield from _part_rows(kind, owner, field, position, part)


def _text_rows(kind: str, owner: str, field: str, position: int, text: Any) -> Iterator[Row]:
    row = {"owner_kind": kind, "owner_id": owner, "field": field, "position": position}
    # Executing many rows at once needs the same keys in each, so absent columns are None.
    extra = {n: getattr(text, n, None) for n in ("heading", "country", "kind", "as_of", "text")}
    yield TEXTS, row | extra
    yield from _list_rows(CITATIONS, kind, owner, f"{field}/{position}", text.sources)


def _part_rows(
    kind: str, owner: str, field: FieldLayout, position: int, part: Any
) -> Iterator[Row]:
    row = {"owner_kind": kind, "owner_id": owner, "position": position}
    inner = layout(type(part))
    columns = {f.name: getattr(part, f.name) for f in inner if f.shape == "scalar"}
    yield ROWS[field.inner], row | columns
    for each in inner:
        if each.shape == "strings":
            place = f"{field.name}/{position}/{each.name}"
            yield from _list_rows(LISTS[each.name], kind, owner, place, getattr(part, each.name))


def _list_rows(
    table: sa.Table, kind: str, owner: str, field: str, values: tuple[str, ...]
) -> Iterator[Row]:
    for position, value in enumerate(values):
        row = {"owner_kind": kind, "owner_id": owner, "field": field, "position": position}
        yield table, row | {"value": value}
