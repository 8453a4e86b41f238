"""Place names from the knowledge folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from actions.language.places import place_rows
from knowledge.load import load
from knowledge.model import Knowledge
from tests.knowledge.builders import make_country, make_names, make_province, write_folder


def rows(tmp_path: Path, **records: Any) -> list[dict[str, Any]]:
    return place_rows(load(write_folder(tmp_path, **records)).knowledge)


def test_a_country_is_known_by_name_and_aliases(tmp_path: Path) -> None:
    assert rows(tmp_path)[0] == {
        "label": "negara",
        "value": "KH",
        "names": ["Kamboja", "Cambodia", "Bavet"],
        "needs_marker": [],
        "not": [],
    }


def test_a_province_is_known_by_its_districts_too(tmp_path: Path) -> None:
    assert rows(tmp_path)[1] == {
        "label": "provinsi",
        "value": "Aceh",
        "names": ["Aceh", "NAD", "Kabupaten Pidie", "Pidie", "Sigli"],
        "needs_marker": [],
        "not": [],
    }


def test_a_name_that_is_also_a_word_needs_a_marker(tmp_path: Path) -> None:
    districts = [{"name": "Kabupaten Malang", "aliases": ["Malang"]}]
    names = [make_names(doubtful=["malang"])]
    row = rows(tmp_path, province=[make_province(districts=districts)], names=names)[1]
    assert row["names"] == ["Aceh", "NAD", "Kabupaten Malang"]
    assert row["needs_marker"] == ["Malang"]


def test_some_districts_are_never_called_by_their_name_alone(tmp_path: Path) -> None:
    row = rows(tmp_path, names=[make_names(never_alone=["pidie"])])[1]
    assert row["names"] == ["Aceh", "NAD", "Kabupaten Pidie", "Pidie", "Sigli"]
    districts = [{"name": "Kabupaten Karo", "aliases": []}]
    province = [make_province(districts=districts)]
    row = rows(tmp_path, province=province, names=[make_names(never_alone=["karo"])])[1]
    assert row["names"] == ["Aceh", "NAD", "Kabupaten Karo"]


def test_a_name_listed_twice_counts_once(tmp_path: Path) -> None:
    found = rows(tmp_path, country=[make_country(aliases=["Kamboja", "Cambodia"])])
    assert found[0]["names"] == ["Kamboja", "Cambodia"]


def test_a_name_that_is_everyday_spelling_of_a_word_needs_a_marker(tmp_path: Path) -> None:
    """ "kl" is how people write "kalau"."""
    row = rows(tmp_path, country=[make_country(aliases=["KL"])])[0]
    assert (row["names"], row["needs_marker"]) == (["Kamboja"], ["KL"])


def test_a_name_with_digits_is_left_out(tmp_path: Path) -> None:
    found = rows(tmp_path, country=[make_country(aliases=["Distrik 7"])])
    assert found[0]["names"] == ["Kamboja"]


def test_indonesia_is_no_destination(tmp_path: Path) -> None:
    home = make_country(id="id", country="ID", name="Indonesia", aliases=[], missions=[])
    found = rows(tmp_path, country=[home, make_country()])
    assert [row["value"] for row in found] == ["KH", "Aceh"]


def test_countries_come_in_order_of_their_code(tmp_path: Path) -> None:
    brunei = make_country(id="bn", country="BN", name="Brunei", aliases=[], missions=[])
    found = rows(tmp_path, country=[make_country(), brunei])
    assert [row["value"] for row in found] == ["BN", "KH", "Aceh"]


def test_without_knowledge_there_are_no_places() -> None:
    assert place_rows(Knowledge()) == []
