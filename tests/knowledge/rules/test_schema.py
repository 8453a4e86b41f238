"""The rule schema."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import findings, make_destination, make_topic, make_wage

RULE = "schema"


def test_a_value_that_breaks_the_schema_is_reported(tmp_path: Path) -> None:
    topics = [make_topic(title="x" * 41)]

    assert findings(tmp_path, RULE, topic=topics) == ["topics/cek_izin.yml:3 title"]


def test_a_wage_as_text_is_reported(tmp_path: Path) -> None:
    destinations = [make_destination(wages=[make_wage(min="29.500")])]

    assert findings(tmp_path, RULE, destination=destinations) == [
        "destinations/kamboja.yml:12 wages[0].min"
    ]
