"""The rule every_claim_has_source."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import findings, make_destination, make_topic, make_wage, whole_folder

RULE = "every_claim_has_source"


def test_a_text_without_source_is_reported(tmp_path: Path) -> None:
    topics = [make_topic(short={"text": "Ya.", "sources": []}), *whole_folder()["topic"][1:]]

    assert findings(tmp_path, RULE, topic=topics) == ["topics/cek_izin.yml:6 short.sources"]


def test_a_wage_without_source_is_reported(tmp_path: Path) -> None:
    destinations = [make_destination(wages=[make_wage(sources=[])])]

    assert len(findings(tmp_path, RULE, destination=destinations)) == 1
