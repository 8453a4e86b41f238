"""The work list of what has to be checked again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from knowledge.load import load
from knowledge.stale import Overdue, overdue
from tests.knowledge.builders import (
    TODAY,
    make_channel,
    make_crisis,
    make_emergency,
    make_mission,
    make_office,
    make_topic,
    write_folder,
)

OLD = {"review_by": "2026-01-01", "confirmed_on": "2025-01"}


def stale(tmp_path: Path, **records: Any) -> list[Overdue]:
    return overdue(load(write_folder(tmp_path, **records), TODAY).knowledge, TODAY)


def test_nothing_is_listed_while_all_is_in_time(tmp_path: Path) -> None:
    assert stale(tmp_path) == []


def test_the_most_dangerous_come_first_then_the_longest_overdue(tmp_path: Path) -> None:
    channels = [
        make_channel(id="situs", handles=["cek_p3mi"], **OLD),
        make_channel(id="lapor", handles=["tppo_laporan"], **OLD),
        make_channel(id="kp2mi", **OLD | {"review_by": "2026-03-01"}),
        make_mission(**OLD),
        make_emergency(),
        make_office(),
    ]
    found = [(each.risk, each.record.id) for each in stale(tmp_path, channel=channels)]
    assert found == [
        ("tinggi", "kbri"),  # of a country where people work
        ("tinggi", "kp2mi"),  # of a protocol
        ("sedang", "lapor"),
        ("rendah", "situs"),
    ]


def test_a_contact_that_no_source_dates_is_listed_before_its_review(tmp_path: Path) -> None:
    channels = [make_channel(confirmed_on=None), make_mission(), make_emergency(), make_office()]
    (found,) = stale(tmp_path, channel=channels)
    assert found.row(TODAY)["dipastikan"] == "tidak diketahui"
    assert found.row(TODAY)["hari_lewat"] == "0"


def test_answers_are_listed_too(tmp_path: Path) -> None:
    late = {"review_by": "2026-11-21", "checked_on": "2026-05-21"}
    topics = [
        make_topic(**late),
        make_topic(id="biaya", title="B"),
        make_topic(id="visa", title="V"),
    ]
    found = stale(tmp_path, crisis=[make_crisis(**late)], topic=topics)
    assert [(each.risk, each.folder) for each in found] == [
        ("tinggi", "crisis"),
        ("sedang", "topics"),
    ]
    assert found[1].row(TODAY)["perintah"] == "sunting berkas"


def test_a_row_says_what_to_check_and_how_to_note_it(tmp_path: Path) -> None:
    channels = [make_channel(**OLD), make_mission(), make_emergency(), make_office()]
    (found,) = stale(tmp_path, channel=channels)
    assert found.row(TODAY) == {
        "risiko": "tinggi",
        "rekaman": "channels/kp2mi.yml",
        "nama": "Pusat Panggilan",
        "negara": "ID",
        "provinsi": "",
        "kontak": "+622129244800",
        "dipastikan": "2025-01",
        "periksa_sebelum": "2026-01-01",
        "hari_lewat": "325",
        "keyakinan": "tinggi",
        "perintah": "./mawas knowledge confirm kp2mi",
    }
