"""Plain data (from YAML or from rows) to the dataclasses of `model`, by their annotations."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from knowledge import model

RecordT = TypeVar("RecordT")

RECORD_CLASSES: dict[str, type[model.Record]] = {
    "source": model.Source,
    "channel": model.Channel,
    "province": model.Province,
    "country": model.Country,
    "topic": model.Topic,
    "crisis": model.Crisis,
    "red_flag": model.RedFlag,
    "destination": model.Destination,
    "quiz": model.QuizItem,
    "scene": model.Scene,
    "roleplay": model.Roleplay,
    "check": model.Check,
    "concepts": model.ConceptTheme,
    "language": model.Language,
    "names": model.NameWords,
}
"""Kind of record -> its dataclass."""


_KNOWN: dict[Any, tuple[tuple[str, bool, Callable[[Any], Any]], ...]] = {}


def to_record(record_class: type[RecordT], data: Mapping[str, Any]) -> RecordT:
    """Return `record_class` filled from `data`, which must already fit the schema.

    Keys may be missing where the dataclass has a default. `null` for a list becomes an empty tuple.

    Raises:
        KeyError: a required key is missing.
        ValueError: a date is not `YYYY-MM-DD`.
    """
    values = {}
    if record_class not in _KNOWN:
        _KNOWN[record_class] = _converters(record_class)
    for name, required, convert in _KNOWN[record_class]:
        if required or name in data:
            values[name] = convert(data[name])
    return record_class(**values)


def _converters(record_class: Any) -> tuple[tuple[str, bool, Callable[[Any], Any]], ...]:
    hints = get_type_hints(record_class)
    return tuple(
        (
            field.name,
            field.default is dataclasses.MISSING,
            _converter(hints[field.name]),
        )
        for field in dataclasses.fields(record_class)
    )


def _converter(hint: Any) -> Callable[[Any], Any]:
    """Return the function that turns a plain value into a value of type `hint`."""
    if get_origin(hint) in (Union, types.UnionType):
        inner = _converter(next(arg for arg in get_args(hint) if arg is not type(None)))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        item = _converter(get_args(hint)[0])
        return lambda value: tuple(item(each) for each in value or ())
    if dataclasses.is_dataclass(hint):
        return lambda value: to_record(cast("type[Any]", hint), value)
    if hint is date:
        return lambda value: value if isinstance(value, date) else date.fromisoformat(value)
    return lambda value: value
