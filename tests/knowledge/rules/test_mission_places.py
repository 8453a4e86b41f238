"""The rule mission_places."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.knowledge.builders import findings, make_country

RULE = "mission_places"


def mission(*places: str) -> dict[str, Any]:
    return {"channel": "kbri", "area": "sebagian", "places": list(places)}


def wrong(tmp_path: Path, *missions: dict[str, Any]) -> list[str]:
    return findings(tmp_path, RULE, country=[make_country(missions=list(missions))])


def test_a_place_of_two_missions_is_reported(tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, mission("Bavet"), mission("Poipet", "BAVET"))
    assert found.endswith("missions[1].places[1]")


def test_a_place_written_twice_is_reported(tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, mission("Bavet", "Poipet", "bavet"))
    assert found.endswith("missions[0].places[2]")


def test_one_of_many_missions_without_a_place_is_reported(tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, mission("A1"), mission(), mission("B1"))
    assert found.endswith("missions[1]")


def test_two_missions_need_no_places(tmp_path: Path) -> None:
    bare = {"channel": "kbri", "area": "semua"}
    assert wrong(tmp_path, bare, bare) == []


def test_a_broken_list_is_left_to_the_schema(tmp_path: Path) -> None:
    assert wrong(tmp_path, {"channel": "kbri", "area": "x", "places": "Bavet"}) == []
