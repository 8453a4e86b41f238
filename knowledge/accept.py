"""A quick yes for records that fit their schema; whoever gets a no is looked at by jsonschema.

jsonschema takes 0.7 ms a record, most of the time of a check of 900 files that are nearly always
right. The predicates here know the few keywords that our schemas use and refuse to compile any
other, so they can never wave through what jsonschema would report (tests compare the two).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

Predicate = Callable[[Any], bool]

_CLASSES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
_ANNOTATIONS = frozenset({"$schema", "title", "description"})


def compile_schema(schema: dict[str, Any]) -> Predicate:
    """Return a predicate that is true only for data that fit `schema`.

    Raises:
        ValueError: the schema has a keyword that is not known here.
    """
    unknown = set(schema) - _ANNOTATIONS - set(_KEYWORDS) - {"additionalProperties"}
    if unknown or schema.get("additionalProperties", False) is not False:
        raise ValueError(f"schema keywords not known: {sorted(unknown)}")
    checks = [_KEYWORDS[name](value) for name, value in schema.items() if name in _KEYWORDS]
    return lambda data: all(check(data) for check in checks)


def _type(names: str | list[str]) -> Predicate:
    wanted = [names] if isinstance(names, str) else names
    classes = tuple(each for name in wanted for each in _CLASSES[name])
    # In Python a bool is an int, in JSON it is not: compare the class itself.
    return lambda data: type(data) in classes


def _enum(values: list[Any]) -> Predicate:
    return lambda data: (data is None or isinstance(data, str)) and data in values


def _properties(schemas: dict[str, Any]) -> Predicate:
    checks = {name: compile_schema(schema) for name, schema in schemas.items()}

    def fits(data: Any) -> bool:
        if not isinstance(data, dict):
            return True
        return all(name in checks and checks[name](value) for name, value in data.items())

    return fits


def _items(schema: dict[str, Any]) -> Predicate:
    check = compile_schema(schema)
    return lambda data: not isinstance(data, list) or all(check(item) for item in data)


def _unique(wanted: bool) -> Predicate:
    def fits(data: Any) -> bool:
        if not isinstance(data, list):
            return True
        return all(isinstance(item, str) for item in data) and len(set(data)) == len(data)

    return fits


def _pattern(pattern: str) -> Predicate:
    search = re.compile(pattern).search
    return lambda data: not isinstance(data, str) or search(data) is not None


def _format(name: str) -> Predicate:
    if name != "date":
        raise ValueError(f"schema format not known: {name}")

    def fits(data: Any) -> bool:
        try:
            return not isinstance(data, str) or bool(date.fromisoformat(data))
        except ValueError:
            return False

    return fits


def _measured(class_: type | tuple[type, ...], fits: Callable[[Any, Any], bool]) -> Any:
    """Return the maker of a check that only concerns data of `class_`, as JSON Schema has it."""
    return lambda limit: lambda data: not isinstance(data, class_) or fits(data, limit)


_KEYWORDS: dict[str, Callable[[Any], Predicate]] = {
    "type": _type,
    "enum": _enum,
    "properties": _properties,
    "items": _items,
    "uniqueItems": _unique,
    "pattern": _pattern,
    "format": _format,
    "required": _measured(dict, lambda data, names: all(name in data for name in names)),
    "minLength": _measured(str, lambda data, least: len(data) >= least),
    "maxLength": _measured(str, lambda data, most: len(data) <= most),
    "minItems": _measured(list, lambda data, least: len(data) >= least),
    "maxItems": _measured(list, lambda data, most: len(data) <= most),
    "minimum": _measured((int, float), lambda data, least: data >= least),
    "maximum": _measured((int, float), lambda data, most: data <= most),
}
"""Keyword -> what makes its check. `additionalProperties: false` is part of `properties`."""
