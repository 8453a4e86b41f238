"""Place names from the knowledge folder."""

from __future__ import annotations

from pathlib import Path

from bot.nlu.places import place_rows
from tests.knowledge.builders import make_country, make_province, write_folder


def test_a_country_is_known_by_name_and_aliases(tmp_path: Path) -> None:
    assert place_rows(write_folder(tmp_path))[0] == {
        "label": "negara",
        "value": "KH",
        "names": ["Kamboja", "Cambodia", "Bavet"],
        "needs_marker": [],
    }


def test_a_province_is_known_by_its_districts_too(tmp_path: Path) -> None:
    assert place_rows(write_folder(tmp_path))[1] == {
        "label": "provinsi",
        "value": "Aceh",
        "names": ["Aceh", "NAD", "Kabupaten Pidie", "Pidie", "Sigli"],
        "needs_marker": [],
    }


def test_a_name_that_is_also_a_word_needs_a_marker(tmp_path: Path) -> None:
    districts = [{"name": "Kabupaten Malang", "aliases": ["Malang"]}]
    root = write_folder(tmp_path, province=[make_province(districts=districts)])
    row = place_rows(root)[1]
    assert row["names"] == ["Aceh", "NAD", "Kabupaten Malang"]
    assert row["needs_marker"] == ["Malang"]


def test_a_name_listed_twice_counts_once(tmp_path: Path) -> None:
    root = write_folder(tmp_path, country=[make_country(aliases=["Kamboja", "Cambodia"])])
    assert place_rows(root)[0]["names"] == ["Kamboja", "Cambodia"]


def test_indonesia_is_no_destination(tmp_path: Path) -> None:
    home = make_country(id="id", country="ID", name="Indonesia", aliases=[], missions=[])
    root = write_folder(tmp_path, country=[home, make_country()])
    assert [row["value"] for row in place_rows(root)] == ["KH", "Aceh"]


def test_countries_come_in_order_of_their_code(tmp_path: Path) -> None:
    brunei = make_country(id="bn", country="BN", name="Brunei", aliases=[], missions=[])
    root = write_folder(tmp_path, country=[make_country(), brunei])
    assert [row["value"] for row in place_rows(root)] == ["BN", "KH", "Aceh"]


def test_an_empty_folder_has_no_places(tmp_path: Path) -> None:
    assert place_rows(tmp_path) == []
