"""Schema, dataclass and template of a kind say the same."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest

from knowledge.convert import RECORD_CLASSES
from knowledge.kinds import ALL_KINDS, DEFAULT_ROOT
from knowledge.load import read_document
from knowledge.schemas import schema, schema_errors
from tests.knowledge.builders import make_topic


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_schema_is_valid_draft_07_and_closed(kind: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema(kind))
    assert all(node["additionalProperties"] is False for node in objects(schema(kind)))


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_property_of_a_schema_is_described(kind: str) -> None:
    for node in objects(schema(kind)):
        for name, child in node["properties"].items():
            assert child.get("description"), f"{kind}: {name}"


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_schema_and_its_dataclass_have_the_same_fields(kind: str) -> None:
    compare(schema(kind), RECORD_CLASSES[kind])


def compare(node: dict[str, Any], record_class: Any) -> None:
    assert set(node["properties"]) == {field.name for field in dataclasses.fields(record_class)}
    required = {
        f.name for f in dataclasses.fields(record_class) if f.default is dataclasses.MISSING
    }
    assert set(node["required"]) >= required
    for name, hint in get_type_hints(record_class).items():
        child = node["properties"][name]
        for inner in filter(dataclasses.is_dataclass, (hint, *get_args(hint))):
            compare(child.get("items", child), inner)


def objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "properties" in node:
            yield node
        for child in node.values():
            yield from objects(child)


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_template_fits_its_schema(kind: str) -> None:
    problems = read_document(kind, DEFAULT_ROOT / "templates" / f"{kind}.yml").problems
    assert [str(found) for found in problems] == []


def test_an_unknown_key_gets_the_nearest_missing_key_as_tip() -> None:
    topic = make_topic(simple=make_topic()["simpler"])
    del topic["simpler"]

    errors = {path: tip for path, _, tip in schema_errors("topic", topic)}

    assert errors[("simple",)] == "mungkin maksudnya 'simpler'."


def test_each_missing_key_is_reported_on_its_own() -> None:
    topic = make_topic()
    del topic["title"], topic["related"]

    messages = [message for _, message, _ in schema_errors("topic", topic)]

    assert sorted(messages) == ["kunci 'related' tidak ada.", "kunci 'title' tidak ada."]
