"""The place inside a country that a message names."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.convert import to_record
from knowledge.model import Country, Province
from knowledge.places import district_in, names_their_embassy, place_in
from tests.knowledge.builders import make_country, make_province

MISSIONS: list[dict[str, Any]] = [
    {"channel": "kl", "area": "barat", "places": ["Kuala Lumpur", "KL", "Selangor"]},
    {"channel": "kk", "area": "Sabah", "places": ["Sabah", "Kota Kinabalu", "Sandakan", "Kudat"]},
    {"channel": "tawau", "area": "Tawau", "places": ["Tawau", "Lahad Datu"]},
]


@pytest.fixture
def malaysia() -> Country:
    return to_record(
        Country,
        make_country(
            id="my", country="MY", name="Malaysia", aliases=["Malay", "KL"], missions=MISSIONS
        ),
    )


@pytest.mark.parametrize(
    ("text", "name", "mission"),
    [
        ("saya kerja di Tawau", "Tawau", "tawau"),
        ("KUALA LUMPUR!!", "Kuala Lumpur", "kl"),
        ("di kuala lumpurr", "Kuala Lumpur", "kl"),
        ("sandakn", "Sandakan", "kk"),
        ("di lahad-datu", "Lahad Datu", "tawau"),
        ("Tawau, Sabah", "Tawau", "tawau"),
        ("di Sabah, Lahad Datu", "Lahad Datu", "tawau"),
        ("dari Tawau dibawa ke KL", "KL", "kl"),
        ("dari KL dibawa ke tawau sabah", "Tawau", "tawau"),
    ],
)
def test_a_place_is_found(malaysia: Country, text: str, name: str, mission: str) -> None:
    place = place_in(text, malaysia)
    assert place is not None
    assert (place.name, place.mission) == (name, mission)


@pytest.mark.parametrize("text", ["", "di Malaysia", "kll", "tawa", "lahad", "kota", "🙂"])
def test_no_place_is_made_up(malaysia: Country, text: str) -> None:
    assert place_in(text, malaysia) is None


def test_a_country_whose_missions_list_no_places_has_none() -> None:
    assert place_in("di Bavet", to_record(Country, make_country())) is None


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("nomor kedutaan Malaysia", True),
        ("kedutaan besar malaysia di mana", True),
        ("Kedubes KL", True),
        ("kedutaan Indonesia di Malaysia", False),
        ("kedutaan RI Malaysia", False),
        ("kedutaan kita di Malaysia", False),
        ("KBRI Malaysia", False),
        ("kerja di Malaysia", False),
    ],
)
def test_their_embassy_is_told_from_ours(malaysia: Country, text: str, theirs: bool) -> None:
    assert names_their_embassy(text, malaysia) is theirs


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("saya dari Sigli", "Kabupaten Pidie"),
        ("kab. pidie", "Kabupaten Pidie"),
        ("orang Kabupaten Pidie", "Kabupaten Pidie"),
        ("saya di Aceh", None),
    ],
)
def test_a_regency_is_found(text: str, name: str | None) -> None:
    district = district_in(text, to_record(Province, make_province()))
    assert (district.name if district else None) == name
