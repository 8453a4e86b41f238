"""How a record is laid out in tables, read off the annotations of its dataclass.

One vocabulary from YAML to column: a field keeps its name. There are six shapes of field:

    scalar    a column of the record's own table
    text      one text with sources      -> a row of `knowledge_texts`, rows of `_citations`
    texts     a list of such texts       -> the same, by position
    strings   a list of strings          -> rows of a list table
    rows      a list of other objects    -> rows of a table of their own, by position
    nested    objects that hold objects  -> one column of JSON in the record's own table: read whole, never searched
"""

from __future__ import annotations

import dataclasses
import types
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Shape = Literal["scalar", "text", "texts", "strings", "rows", "nested"]


@dataclass(frozen=True)
class FieldLayout:
    """Name, shape and inner type of one field; `optional` when it may be None."""

    name: str
    shape: Shape
    inner: Any
    optional: bool


_KNOWN: dict[Any, tuple[FieldLayout, ...]] = {}


def layout(record_class: Any) -> tuple[FieldLayout, ...]:
    """Return the layout of every field of a dataclass of `knowledge.model`."""
    if record_class not in _KNOWN:
        _KNOWN[record_class] = _fresh_layout(record_class)
    return _KNOWN[record_class]


def _fresh_layout(record_class: Any) -> tuple[FieldLayout, ...]:
    hints = get_type_hints(record_class)
    return tuple(
        _layout(field.name, hints[field.name]) for field in dataclasses.fields(record_class)
    )


def scalars(record_class: type[Any]) -> tuple[FieldLayout, ...]:
    """Return the fields that become columns."""
    return tuple(field for field in layout(record_class) if field.shape == "scalar")


def nested(record_class: type[Any]) -> tuple[FieldLayout, ...]:
    """Return the fields that become columns of JSON."""
    return tuple(field for field in layout(record_class) if field.shape == "nested")


def _layout(name: str, hint: Any) -> FieldLayout:
    optional = get_origin(hint) in (Union, types.UnionType)
    inner = next(arg for arg in get_args(hint) if arg is not type(None)) if optional else hint
    shape: Shape = "scalar"
    if get_origin(inner) is tuple:
        inner = get_args(inner)[0]
        shape = "strings" if inner is str else _shape_of_items(inner)
    elif dataclasses.is_dataclass(inner):
        shape = "text" if _is_text(inner) else "nested"
    elif inner not in (str, int, float, bool, date):
        raise TypeError(f"no table shape for {name}: {hint}")
    return FieldLayout(name, shape, inner, optional)


def _shape_of_items(inner: Any) -> Shape:
    if any(field.shape not in ("scalar", "strings") for field in layout(inner)):
        return "nested"
    return "texts" if _is_text(inner) else "rows"


def _is_text(inner: Any) -> bool:
    names = {field.name for field in dataclasses.fields(inner)}
    return {"text", "sources"} <= names
