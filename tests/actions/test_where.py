"""The town where somebody is: named now, else as remembered."""

from __future__ import annotations

from typing import Any

import pytest

from actions.where import place_of
from knowledge.store import Store
from tests.actions.fakes import make_store, make_turn
from tests.knowledge.builders import make_country


@pytest.fixture
def towns() -> Store:
    missions = [{"channel": "kbri_phnom_penh", "area": "semua", "places": ["Bavet", "Poipet"]}]
    thai = make_country(id="th", country="TH", name="Thailand", missions=[])
    return make_store(country=[make_country(missions=missions), thai])


@pytest.mark.parametrize(
    ("turn", "place"),
    [
        ({"text": "di bavet", "countries": ["KH"]}, "Bavet"),
        ({"text": "di bavet", "negara_terakhir": "KH"}, "Bavet"),
        ({"text": "nomornya", "negara_terakhir": "KH", "tempat_terakhir": "Bavet"}, "Bavet"),
        ({"text": "kamboja", "countries": ["KH"], "negara_terakhir": "KH", "tempat_terakhir": "Bavet"},
         "Bavet"),
        ({"text": "poipet", "countries": ["KH"], "negara_terakhir": "KH", "tempat_terakhir": "Bavet"},
         "Poipet"),
        ({"text": "thailand", "countries": ["TH"], "negara_terakhir": "KH", "tempat_terakhir": "Bavet"},
         None),
        ({"text": "di bavet"}, None),
        ({"text": "di bavet", "countries": ["XX"]}, None),
    ],
)  # fmt: skip
def test_a_town_is_known_with_its_country_only(
    towns: Store, turn: dict[str, Any], place: str | None
) -> None:
    assert place_of(towns, make_turn(**turn)) == place
