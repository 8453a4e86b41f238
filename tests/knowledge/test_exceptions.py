"""Exceptions excuse one value of one record in one rule, and must be needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.lint import lint
from knowledge.load import load
from tests.knowledge.builders import TODAY, make_channel, make_contact, write_folder

ODD = make_contact(value="1708", display="1708")
LINE = '- {rule: phone_numbers, record: kp2mi, value: "1708", reason: "Nomor SMS."}\n'


def rules(root: Path) -> list[tuple[str, int]]:
    return [(found.rule, found.line) for found in lint(load(root, TODAY))]


def folder(tmp_path: Path, exceptions: str, contact: dict[str, object]) -> Path:
    channels = [make_channel(contacts=[contact])]
    return write_folder(tmp_path, exceptions=exceptions, channel=channels, country=[], province=[])


def only(found: list[tuple[str, int]], *names: str) -> list[tuple[str, int]]:
    return [each for each in found if each[0] in names]


def test_an_exception_excuses_its_value(tmp_path: Path) -> None:
    root = folder(tmp_path, LINE, ODD)

    assert only(rules(root), "phone_numbers", "stale_exceptions") == []


def test_without_the_exception_the_value_is_reported(tmp_path: Path) -> None:
    root = folder(tmp_path, "[]", ODD)

    assert only(rules(root), "phone_numbers") == [("phone_numbers", 11)]


def test_an_exception_that_nothing_needs_is_an_error_at_its_line(tmp_path: Path) -> None:
    root = folder(tmp_path, f"# alasan\n{LINE}", make_contact())

    assert only(rules(root), "stale_exceptions") == [("stale_exceptions", 2)]


@pytest.mark.parametrize(
    "content",
    [
        "- {rule: phone_numbers, record: kp2mi, value: '1708'}",
        "- {rule: phone_numbers, record: kp2mi, value: '1708', reason: ''}",
        "- {rule: schema, record: kp2mi, value: '1708', reason: x}",
        "- teks",
        "rule: phone_numbers",
        "- [",
    ],
)
def test_an_incomplete_or_forbidden_exception_is_an_error(tmp_path: Path, content: str) -> None:
    root = folder(tmp_path, content, ODD)

    assert len(only(rules(root), "stale_exceptions", "phone_numbers")) == 2
