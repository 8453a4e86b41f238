"""The rule titles."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import CATALOGUE, findings, make_topic, whole_folder

RULE = "titles"


def test_a_title_of_another_topic_is_reported(tmp_path: Path) -> None:
    topics = [*whole_folder()["topic"][:2], make_topic(id="visa", title="BIAYA")]

    assert findings(tmp_path, RULE, topic=topics) == ["topics/visa.yml:3 title"]


def test_a_full_stop_is_reported(tmp_path: Path) -> None:
    topics = [make_topic(title="Izin."), *whole_folder()["topic"][1:]]

    assert findings(tmp_path, RULE, topic=topics) == ["topics/cek_izin.yml:3 title"]


def test_an_id_too_long_for_a_button_is_reported(tmp_path: Path) -> None:
    topics = [*whole_folder()["topic"], make_topic(id="x" * 49, title="Panjang")]

    assert len(findings(tmp_path, RULE, topic=topics, catalogue=CATALOGUE)) == 1
