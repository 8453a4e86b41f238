"""The rule catalogue_complete."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import CATALOGUE, findings, make_red_flag, make_topic, whole_folder

RULE = "catalogue_complete"


def test_a_missing_record_is_reported_at_its_line_of_the_catalogue(tmp_path: Path) -> None:
    assert findings(tmp_path, RULE, topic=whole_folder()["topic"][:2]) == ["catalogue.yml:6 visa"]


def test_an_unknown_record_is_reported(tmp_path: Path) -> None:
    topics = [*whole_folder()["topic"], make_topic(id="visa_palsu", title="Palsu")]

    assert findings(tmp_path, RULE, topic=topics) == ["topics/visa_palsu.yml:1 id"]


def test_a_group_that_differs_from_the_catalogue_is_reported(tmp_path: Path) -> None:
    topics = [make_topic(group="hak"), *whole_folder()["topic"][1:]]

    assert findings(tmp_path, RULE, topic=topics) == ["topics/cek_izin.yml:2 group"]


def test_a_severity_that_differs_from_the_catalogue_is_reported(tmp_path: Path) -> None:
    flags = [make_red_flag(severity=1)]

    assert findings(tmp_path, RULE, red_flag=flags) == ["red_flags/visa_turis.yml:3 severity"]


def test_a_broken_catalogue_is_reported(tmp_path: Path) -> None:
    found = findings(tmp_path, RULE, catalogue=CATALOGUE.replace("severity: 3", "severity: x"))

    assert "catalogue.yml:1" in found
