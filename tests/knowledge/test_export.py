"""The export is a complete HSDS 3.0 package and CSV that no spreadsheet runs as formulas."""

from __future__ import annotations

import csv
import json
import uuid
from pathlib import Path
from typing import Any

import pytest

from knowledge.export import export, safe_cell
from knowledge.findings import KnowledgeError
from knowledge.hsds_tables import TABLES
from tests.knowledge.builders import (
    make_channel,
    make_contact,
    make_quiz,
    whole_folder,
    write_folder,
)

ADDRESS = make_contact(type="address", value="Jalan A 1", display=None)
MAIL = make_contact(type="email", value="a@kp2mi.go.id", display=None)
WHATSAPP = make_contact(type="whatsapp", value="+628118080141", display=None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    steps = [
        {"kind": kind, "text": text, "sources": ["uu"]}
        for kind, text in (("siapkan", "Siapkan nama."), ("sesudah", "Minta nomor."))
    ]
    center = make_channel(
        name="=Pusat",
        hours="24 jam",
        contacts=[make_contact(), WHATSAPP, ADDRESS, MAIL],
        next=steps,
    )
    root = write_folder(tmp_path, channel=[center, *whole_folder()["channel"][1:]])
    export(root, tmp_path / "out")
    return tmp_path / "out"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_of_the_package_is_there_with_its_columns(folder: Path) -> None:
    package = json.loads((folder / "hsds/datapackage.json").read_text())

    assert package["profile"] == "tabular-data-package"
    for resource in package["resources"]:
        with (folder / "hsds" / resource["path"]).open(encoding="utf-8") as file:
            header = next(csv.reader(file))
        assert header == [field["name"] for field in resource["schema"]["fields"]]


def test_required_fields_are_filled_and_references_resolve(folder: Path) -> None:
    tables = {table.name: rows(folder / "hsds" / table.path) for table in TABLES}
    for table in TABLES:
        assert tables[table.name], table.name
        for row in tables[table.name]:
            assert all(row[name] for name in table.required), (table.name, row)
            assert uuid.UUID(row["id"])
            for name, target in table.references.items():
                assert row[name] in {other["id"] for other in tables[target]}


def test_a_channel_becomes_a_service_of_its_operator(folder: Path) -> None:
    services: list[dict[str, Any]] = json.loads((folder / "hsds/services.json").read_text())

    (service,) = [each for each in services if each["name"] == "=Pusat"]
    assert service["organization"]["name"] == "KP2MI"
    assert service["status"] == "active"
    assert service["assured_date"] == "2026-11-21"
    assert service["email"] == "a@kp2mi.go.id"
    assert service["application_process"] == "Siapkan nama. Minta nomor."
    assert [phone["number"] for phone in service["phones"]] == ["+622129244800", "+628118080141"]
    assert [phone["type"] for phone in service["phones"]] == ["voice", "text"]
    assert service["schedules"][0]["description"] == "24 jam"
    location = service["service_at_locations"][0]["location"]
    assert location["addresses"][0]["address_1"] == "Jalan A 1"
    assert service["metadata"][0]["updated_by"] == "tim penyusun"


def test_ids_are_the_same_in_every_export(folder: Path, tmp_path: Path) -> None:
    export(tmp_path / "knowledge", tmp_path / "again")

    for name in ("hsds/services.json", "channels_contacts.csv", "hsds/phones.csv"):
        assert (tmp_path / "again" / name).read_bytes() == (folder / name).read_bytes()


def test_the_plain_tables_hold_contacts_topics_and_sources(folder: Path) -> None:
    contacts = rows(folder / "channels_contacts.csv")
    assert contacts[0]["channel_id"] == "bp3mi_aceh"
    assert {row["value"] for row in contacts} >= {"+622129244800", "117"}
    assert [row["id"] for row in rows(folder / "topics.csv")] == ["biaya", "cek_izin", "visa"]
    assert rows(folder / "sources.csv")[0]["label"] == "UU 18/2017"


def test_a_name_that_begins_like_a_formula_is_defused(folder: Path) -> None:
    names = {row["channel_name"] for row in rows(folder / "channels_contacts.csv")}

    assert "'=Pusat" in names


@pytest.mark.parametrize(
    ("column", "value", "cell"),
    [
        ("name", "=1+1", "'=1+1"),
        ("name", "+62 21", "'+62 21"),
        ("name", "-x", "'-x"),
        ("name", "@SUM(A1)", "'@SUM(A1)"),
        ("name", "\t=1", "'\t=1"),
        ("number", "+62 21 2924-4800", "+62 21 2924-4800"),
        ("number", "+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("value", "=1", "'=1"),
        ("name", "KP2MI", "KP2MI"),
        ("name", None, ""),
    ],
)
def test_only_phone_numbers_in_phone_columns_keep_their_plus(
    column: str, value: str | None, cell: str
) -> None:
    assert safe_cell(column, value) == cell


def test_records_with_errors_are_not_exported(tmp_path: Path) -> None:
    root = write_folder(tmp_path, quiz=[make_quiz(topic="tiada")])

    with pytest.raises(KnowledgeError, match="mawas knowledge check"):
        export(root, tmp_path / "out")
    assert not (tmp_path / "out").exists()
