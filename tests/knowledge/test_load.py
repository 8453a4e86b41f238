"""Loading returns what can be read, and what is wrong with the rest."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

from knowledge.load import load
from tests.knowledge.builders import TODAY, make_channel, make_topic, write_folder, write_record


def test_records_become_frozen_dataclasses_with_dates_and_tuples(tmp_path: Path) -> None:
    knowledge = load(write_folder(tmp_path), TODAY).knowledge

    topic = knowledge.topics["cek_izin"]
    assert topic.checked_on == datetime.date(2026, 11, 21)
    assert topic.short.sources == ("uu",)
    assert knowledge.channels["kp2mi"].confirmed_on == "2025-12"
    assert knowledge.destinations["kamboja"].wages[0].max == 210.5
    assert knowledge.crisis["disekap"].mission_first is True
    assert knowledge.countries["kh"].missions[0].channel == "kbri"


def test_optional_keys_may_be_missing_or_null(tmp_path: Path) -> None:
    channel = make_channel()
    for key in ("operator", "hours", "alert", "conflict"):
        del channel[key]
    write_folder(tmp_path)
    root = tmp_path / "knowledge"
    write_record(root, "channel", channel)

    assert load(root, TODAY).knowledge.channels["kp2mi"].hours is None


def test_a_broken_record_is_left_out_and_the_others_are_loaded(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    write_record(root, "topic", make_topic(id="biaya", group="salah"))

    corpus = load(root, TODAY)

    assert list(corpus.knowledge.topics) == ["cek_izin", "visa"]
    assert [found.field for found in corpus.ids("topic")["biaya"].problems] == ["group"]


def test_a_file_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    (root / "topics/visa.yml").write_bytes(b"id: \xff")

    (found,) = load(root, TODAY).ids("topic")["visa"].problems

    assert "UTF-8" in found.tip


def test_files_that_are_no_records_are_reported(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    (root / "topics/catatan.yaml").write_text("x")
    (root / "topics/.gitkeep").write_text("")

    assert [found.path for found in load(root, TODAY).strays] == ["knowledge/topics/catatan.yaml"]


def test_an_empty_folder_loads_to_nothing(tmp_path: Path) -> None:
    corpus = load(tmp_path, TODAY)

    assert corpus.documents == ()
    assert corpus.strays[0].rule == "catalogue_complete"


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, knowledge, knowledge.cli, knowledge.lint, knowledge.load;"
        "print([m for m in ('sqlalchemy', 'phonenumbers', 'jsonschema', 'spacy', 'rasa')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
