"""The quick yes and jsonschema agree on every record, right or wrong."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from knowledge.accept import compile_schema
from knowledge.kinds import ALL_KINDS
from knowledge.schemas import schema
from tests.knowledge.builders import whole_folder

WRONG: tuple[Any, ...] = (
    None, True, 0, -1, 3, 3.5, 99999, "", "x", "x" * 700, "2026-02-30", "KH", "kh", [], ["a", "a"],
    [None], [{}], {}, {"text": "Ya."}, {"text": "Ya.", "sources": [], "lain": 1},
)  # fmt: skip


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every container and key in which a value can be replaced."""
    for key in list(node) if isinstance(node, dict) else range(len(node)):
        yield node, key
        if isinstance(node[key], (dict, list)):
            yield from places(node[key])


def variants(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the record with each value replaced by each wrong one, and with each key missing."""
    yield record
    count = len(list(places(record)))
    for number in range(count):
        for wrong in WRONG:
            changed = copy.deepcopy(record)
            holder, key = list(places(changed))[number]
            holder[key] = wrong
            yield changed
        changed = copy.deepcopy(record)
        holder, key = list(places(changed))[number]
        del holder[key]
        yield changed


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_the_quick_yes_says_what_jsonschema_says(kind: str) -> None:
    accepts = compile_schema(schema(kind))
    checker = jsonschema.FormatChecker(["date"])
    validator = jsonschema.Draft7Validator(schema(kind), format_checker=checker)

    tried = [
        (accepts(each), validator.is_valid(each)) for each in variants(whole_folder()[kind][0])
    ]

    assert all(quick == slow for quick, slow in tried)
    assert {quick for quick, _ in tried} == {True, False}


@pytest.mark.parametrize(
    "node",
    [
        {"anyOf": []},
        {"type": "object", "additionalProperties": True, "properties": {}},
        {"format": "email"},
        {"properties": {"x": {"$ref": "#/definitions/y"}}},
    ],
)
def test_a_keyword_that_it_does_not_know_is_refused(node: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not known"):
        compile_schema(node)
