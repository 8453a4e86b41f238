"""The rule channel_roles."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import (
    findings,
    make_channel,
    make_country,
    make_emergency,
    make_province,
    whole_folder,
)

RULE = "channel_roles"


def test_a_mission_that_is_no_mission_is_reported(tmp_path: Path) -> None:
    country = make_country(missions=[{"channel": "kp2mi", "area": "semua"}])

    assert findings(tmp_path, RULE, country=[country]) == ["countries/kh.yml:6 missions[0].channel"]


def test_an_emergency_number_of_another_country_is_reported(tmp_path: Path) -> None:
    channels = [*whole_folder()["channel"], make_emergency(country="TH")]

    assert findings(tmp_path, RULE, channel=channels) == ["countries/kh.yml:8 emergency"]


def test_the_national_directory_may_stand_in_for_an_unknown_office(tmp_path: Path) -> None:
    assert findings(tmp_path, RULE, province=[make_province(bp3mi="kp2mi")]) == []


def test_a_record_whose_channels_are_all_inactive_is_reported(tmp_path: Path) -> None:
    channels = [*whole_folder()["channel"][1:], make_channel(status="inactive")]

    assert "crisis/disekap.yml:32 channels" in findings(tmp_path, RULE, channel=channels)
