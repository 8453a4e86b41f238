"""The rule id_matches_file."""

from __future__ import annotations

from pathlib import Path

from knowledge.lint import lint
from knowledge.load import load
from tests.knowledge.builders import TODAY, make_country, whole_folder, write_folder, write_record

RULE = "id_matches_file"


def test_a_record_whose_id_is_not_its_file_name_is_reported(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    write_record(root, "topic", whole_folder()["topic"][0] | {"id": "lain"}, stem="cek_izin")

    (found,) = [found for found in lint(load(root, TODAY)) if found.rule == RULE]

    assert (found.path, found.line) == ("knowledge/topics/cek_izin.yml", 1)


def test_a_country_whose_code_is_not_its_id_is_reported(tmp_path: Path) -> None:
    root = write_folder(tmp_path, country=[make_country(country="TH")])

    assert [f.field for f in lint(load(root, TODAY)) if f.rule == RULE] == ["country"]
