"""YAML is read as it was typed, with the line of every key."""

from __future__ import annotations

import pytest
import yaml

from knowledge import yaml_reader
from knowledge.yaml_reader import MOST_CHARACTERS, MOST_LEVELS, parse


@pytest.mark.parametrize(
    "typed",
    ["0711", "17:00", "no", "NO", "on", "y", "+6281", "1e3", "2026-11-21", "08001000", "0x1F"],
)
def test_a_plain_trap_stays_the_text_that_was_typed_and_is_remembered(typed: str) -> None:
    parsed = parse(f"value: {typed}\n", {})

    assert parsed.data == {"value": typed}
    assert parsed.unquoted == {("value",): typed}


@pytest.mark.parametrize("typed", ['"0711"', "'no'", "|-\n  17:00", "Kamboja", "kp2mi_2025"])
def test_quoted_and_ordinary_text_is_no_trap(typed: str) -> None:
    assert parse(f"value: {typed}\n", {}).unquoted == {}


@pytest.mark.parametrize(
    ("typed", "types", "value"),
    [
        ("3", {"integer"}, 3),
        ("29500", {"number"}, 29500),
        ("10.5", {"number"}, 10.5),
        ("true", {"boolean"}, True),
        ("false", {"boolean"}, False),
        ("yes", {"boolean"}, "yes"),
        ("10.5", {"integer"}, "10.5"),
        ("0711", {"integer"}, "0711"),
        ('"3"', {"integer"}, "3"),
        ("null", {"integer", "null"}, None),
    ],
)
def test_a_number_or_boolean_is_read_only_where_the_schema_wants_one(
    typed: str, types: set[str], value: object
) -> None:
    parsed = parse(f"list:\n  - key: {typed}\n", {("list", "*", "key"): frozenset(types)})

    assert parsed.data == {"list": [{"key": value}]}


def test_every_key_and_item_has_its_line() -> None:
    parsed = parse("a: x\nb:\n  - one\n  - c: y\n    d: z\n", {})

    assert parsed.lines[("a",)] == 1
    assert parsed.lines[("b", 0)] == 3
    assert parsed.lines[("b", 1, "d")] == 5


def test_a_duplicate_key_is_a_problem_at_the_second_line() -> None:
    (problem,) = parse("a: x\nb: y\na: z\n", {}).problems

    assert problem.line == 3
    assert "baris 1" in problem.tip


def test_an_unclosed_quote_is_reported_where_it_was_opened() -> None:
    (problem,) = parse('a: "x"\nb: "y\nc: "z"\n', {}).problems

    assert problem.line == 2


@pytest.mark.parametrize(
    "source",
    [
        "",
        "null",
        "~",
        "# x",
        "a: [",
        "a: &x [1]\nb: *x",
        "\x00",
        "a: b: c",
        "? [x]\n: y",
        "- *nowhere",
        "a\n---\nb",
    ],
)
def test_broken_yaml_is_a_problem_and_never_an_exception(source: str) -> None:
    parsed = parse(source, {})

    assert parsed.problems
    assert all(problem.line >= 1 and problem.tip for problem in parsed.problems)


def test_the_python_parser_reads_the_same_where_the_c_parser_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class PlainLoader(yaml.SafeLoader):
        yaml_implicit_resolvers: dict[str, list[object]] = {}

    source = 'a: 0711\nb: "17:00"\nc: [x, null]\n'
    fast = parse(source, {})
    monkeypatch.setattr(yaml_reader, "_StringLoader", PlainLoader)

    assert parse(source, {}) == fast


@pytest.mark.parametrize(
    "source",
    [
        "[" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        "{a: " * 50_000,
        "- " * 90_000,
        "? " * 90_000,
        "\n".join(" " * level + "a:" for level in range(400)),
        "a: [ #]\n" + "[ #]\n" * 30_000,
    ],
)
def test_lists_in_lists_without_an_end_are_a_problem_and_no_work(source: str) -> None:
    parsed = parse(source, {})

    assert parsed.data is None
    (problem,) = parsed.problems
    assert "terlalu" in problem.message
    assert problem.tip


def test_levels_of_records_and_more_are_read() -> None:
    deep = "[" * (MOST_LEVELS - 1) + "]" * (MOST_LEVELS - 1)

    assert parse(f"a: {deep}\n", {}).problems == []
    assert parse(f"a: [{deep}]\n", {}).problems


def test_a_file_without_an_end_is_not_read() -> None:
    (problem,) = parse("#" * (MOST_CHARACTERS + 1), {}).problems

    assert "terlalu besar" in problem.message


def test_a_number_of_thousands_of_digits_stays_a_text() -> None:
    types = {("a",): frozenset({"integer"})}

    assert parse(f"a: {'9' * 5_000}\n", types).data == {"a": "9" * 5_000}
