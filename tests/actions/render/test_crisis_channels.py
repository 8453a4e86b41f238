"""Whom to call in a danger, and in which order."""

from __future__ import annotations

from typing import Any

import pytest

from actions.render.crisis_channels import Place, channels_for, towns_to_choose
from knowledge.store import Store
from tests.actions.fakes import make_store, small_world
from tests.knowledge.builders import (
    make_channel,
    make_contact,
    make_country,
    make_crisis,
    make_emergency,
    make_mission,
)

HOTLINE, CALL_CENTRE, MISSION = "kemlu_pwni_hotline", "kp2mi_call_center", "kbri_phnom_penh"
POLICE = make_channel(id="polri_110", contacts=[make_contact(value="110", reach="indonesia")])


def order(
    store: Store, code: str | None = None, *, family: bool = False, **place: Any
) -> list[str]:
    crisis = store.crisis("darurat_disekap")
    assert crisis is not None
    where = Place(country=store.country(code) if code else None, **place)
    return [channel.id for channel in channels_for(store, crisis, where, family)]


def with_crisis(*more: dict[str, Any], **changes: Any) -> Store:
    record = make_crisis(id="darurat_disekap", channels=[HOTLINE, CALL_CENTRE]) | changes
    return make_store(crisis=[record], channel=[*small_world()["channel"], *more])


def test_without_a_place_the_lines_of_the_record_are_shown(store: Store) -> None:
    assert order(store) == [HOTLINE, CALL_CENTRE]


def test_in_a_known_country_its_mission_comes_first(store: Store) -> None:
    assert order(store, "KH") == [MISSION, HOTLINE, CALL_CENTRE]


@pytest.mark.parametrize(
    ("alert", "expected"),
    [
        (None, [MISSION, "darurat_kh", HOTLINE]),
        ("Polisi belum tentu menolong.", [MISSION, HOTLINE, "darurat_kh"]),
    ],
)
def test_the_local_number_follows_the_mission_unless_it_may_not_help(
    alert: str | None, expected: list[str]
) -> None:
    rest = [row for row in small_world()["channel"] if row["id"] != "darurat_kh"]
    record = make_crisis(id="darurat_disekap", channels=[HOTLINE], local_emergency=True)
    store = make_store(crisis=[record], channel=[*rest, make_emergency(alert=alert)])
    assert order(store, "KH") == expected


def test_the_local_number_is_of_no_use_to_a_family_at_home() -> None:
    assert "darurat_kh" not in order(with_crisis(local_emergency=True), "KH", family=True)


def test_a_country_without_a_mission_still_gets_the_hotline(store: Store) -> None:
    assert order(store, "MY") == [HOTLINE, CALL_CENTRE]


def test_channels_without_a_record_and_closed_ones_are_left_out() -> None:
    closed = make_channel(id="tutup", status="inactive")
    store = with_crisis(closed, channels=["tidak_ada", "tutup", HOTLINE])
    assert order(store) == [HOTLINE]


def test_a_line_of_no_use_abroad_takes_no_other_ones_place() -> None:
    store = with_crisis(POLICE, channels=["polri_110", HOTLINE])
    assert order(store, "KH") == [MISSION, HOTLINE]
    assert order(store, "KH", family=True) == [MISSION, "polri_110", HOTLINE]


def test_at_home_the_police_and_the_ministry_come_first() -> None:
    assert order(with_crisis(POLICE), home=True) == ["polri_110", CALL_CENTRE, HOTLINE]


def test_at_home_the_office_of_a_known_province_follows() -> None:
    store = with_crisis(POLICE)
    province = store.provinces()[0]
    assert order(store, home=True, province=province.id)[2] == province.bp3mi


def test_at_home_a_danger_of_health_has_no_use_for_the_foreign_ministry() -> None:
    assert order(with_crisis(mission_first=False), home=True) == [CALL_CENTRE]


def test_abroad_a_danger_of_health_begins_with_who_can_come() -> None:
    doctor = make_emergency(contacts=[make_contact(value="119", label="ambulans", reach="semua")])
    rest = [row for row in small_world()["channel"] if row["id"] != doctor["id"]]
    record = make_crisis(
        id="darurat_disekap", channels=[HOTLINE], mission_first=False, local_emergency=True
    )
    store = make_store(crisis=[record], channel=[*rest, doctor])
    assert order(store, "KH") == ["darurat_kh", MISSION, HOTLINE]
    assert order(store, "KH", family=True) == [HOTLINE, MISSION]


def test_a_danger_of_health_is_not_sent_to_the_police() -> None:
    police = make_emergency(contacts=[make_contact(value="117", label="polisi")])
    rest = [row for row in small_world()["channel"] if row["id"] != police["id"]]
    record = make_crisis(
        id="darurat_disekap", channels=[HOTLINE], mission_first=False, local_emergency=True
    )
    assert order(make_store(crisis=[record], channel=[*rest, police]), "KH")[0] == MISSION


def test_the_mission_of_the_town_comes_first() -> None:
    missions = [make_mission(id=id_, city=city) for id_, city in (("a", "Satu"), ("b", "Dua"))]
    areas = [
        {"channel": "a", "area": "Utara"},
        {"channel": "b", "area": "Selatan", "places": ["Johor"]},
    ]
    store = make_store(channel=missions, country=[make_country(missions=areas)])
    country = store.country("KH")
    assert country is not None
    assert towns_to_choose(store, country) == ["Satu", "Dua"]
    assert order(store, "KH", town="Johor")[0] == "b"
    assert order(store, "KH", town="Atlantis")[0] == "a"
    assert order(store, "KH")[0] == "a"


def test_one_mission_leaves_no_town_to_choose(store: Store) -> None:
    country = store.country("KH")
    assert country is not None
    assert towns_to_choose(store, country) == []
