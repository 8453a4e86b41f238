"""Queries over the channels of a built store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.build import build
from knowledge.findings import KnowledgeError
from knowledge.referral import Wanted
from knowledge.store import Store
from tests.knowledge.builders import (
    make_channel,
    make_contact,
    make_country,
    make_emergency,
    make_mission,
    make_office,
    write_folder,
)

WEB = make_contact(type="web", value="https://a.go.id/", display=None, reach="semua")
CHANNELS = [
    make_channel(id="kp2mi", confirmed_on="2025", confidence="sedang"),
    make_channel(
        id="polisi",
        contacts=[
            make_contact(
                value="110", display="110", reach="indonesia", cost="gratis", opening="24/7"
            ),
            WEB,
        ],
        handles=["darurat_kekerasan", "tppo_laporan"],
        confirmed_on="2026-01-07",
    ),
    make_channel(id="situs", contacts=[WEB], handles=["cek_p3mi"], confirmed_on=None),
    make_channel(id="libur", handles=["cek_p3mi"], status="temporarily_closed"),
    make_channel(id="tutup", handles=["cek_p3mi"], status="inactive"),
    make_channel(id="ragu", handles=["saksi_korban"], confidence="rendah"),
    make_mission(),
    make_mission(id="kjri"),
    make_mission(id="bekas", status="inactive"),
    make_emergency(),
    make_office(),
]
MISSIONS: list[dict[str, Any]] = [
    {"channel": "kbri", "area": "utara", "places": ["Bavet"]},
    {"channel": "bekas", "area": "barat", "places": ["Poipet"]},
    {"channel": "kjri", "area": "selatan", "places": ["Sihanoukville", "Kampot"]},
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("referral")
    root = write_folder(folder, channel=CHANNELS, country=[make_country(missions=MISSIONS)])
    url = f"sqlite:///{folder / 'store.db'}"
    build(root, url)
    store = Store(url)
    yield store
    store.close()


def found(store: Store, **wanted: Any) -> set[str]:
    return {channel.id for channel in store.find(Wanted(**wanted))}


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({"handles": ("cek_p3mi",)}, {"situs", "libur"}),
        ({"handles": ("cek_p3mi", "saksi_korban")}, {"situs", "libur", "ragu"}),
        ({"handles": ("cek_p3mi",), "open_now": True}, {"situs"}),
        ({"handles": ("cek_p3mi",), "by_phone": True}, {"libur"}),
        ({"serves": "KH"}, {"kbri", "kjri", "darurat_kh"}),
        ({"serves": "kh", "levels": ("darurat_setempat",)}, {"darurat_kh"}),
        ({"serves": "XX"}, set()),
        ({"province": "aceh"}, {"bp3mi_aceh"}),
        ({"free": True}, {"polisi"}),
        ({"always": True}, {"polisi"}),
        # its free line does not work abroad, and its site is not a free line
        ({"free": True, "abroad": True}, set()),
        ({"free": True, "abroad": False}, {"polisi"}),
        ({"levels": ("darurat_setempat",), "abroad": True}, {"darurat_kh"}),
        ({"levels": ("darurat_setempat",), "abroad": False}, set()),
        ({"handles": ("saksi_korban",), "confidence": "sedang"}, set()),
        ({"levels": ("nasional",), "confirmed_since": date(2026, 1, 7)}, {"polisi"}),
        ({"levels": ("nasional",), "confirmed_since": date(2026, 1, 8)}, set()),
        # "2025" may mean its first day
        ({"handles": ("tppo_laporan",), "levels": ("nasional",), "confirmed_since": date(2025, 1, 1)},
         {"polisi"}),
    ],
)  # fmt: skip
def test_channels_are_found_by_what_is_wanted(
    store: Store, wanted: dict[str, Any], ids: set[str]
) -> None:
    assert found(store, **wanted) == ids


def test_the_most_certain_come_first_then_the_latest(store: Store) -> None:
    ids = [channel.id for channel in store.find(Wanted(levels=("nasional",)))]
    assert ids == ["polisi", "libur", "situs", "kp2mi", "ragu"]


def test_a_channel_that_is_closed_for_good_is_never_found(store: Store) -> None:
    assert "tutup" not in found(store)
    assert "bekas" not in {mission.id for mission in store.missions_for("KH")}


@pytest.mark.parametrize(
    ("place", "ids"),
    [
        (None, ["kbri", "kjri"]),
        ("Bavet", ["kbri", "kjri"]),
        ("Kampot", ["kjri", "kbri"]),
        ("Sihanoukville", ["kjri", "kbri"]),
        ("Poipet", ["kbri", "kjri"]),
        ("Atlantis", ["kbri", "kjri"]),
    ],
)
def test_the_mission_of_the_place_comes_first(
    store: Store, place: str | None, ids: list[str]
) -> None:
    assert [mission.id for mission in store.missions_for("kh", place)] == ids


def test_an_unknown_country_or_province_has_nobody(store: Store) -> None:
    assert store.missions_for("XX", "Bavet") == []
    assert store.emergency_for("XX") is None
    assert store.bp3mi_for("atlantis") is None


def test_contacts_confirmed_since_a_day_are_counted(store: Store) -> None:
    # those of the police, of all that are not closed
    assert store.confirmed_share(date(2026, 1, 1)) == (2, 10)


def test_a_store_that_was_never_built_says_what_to_do(tmp_path: Path) -> None:
    unbuilt = Store(f"sqlite:///{tmp_path / 'none.db'}")
    for question in (
        lambda: unbuilt.find(Wanted()),
        lambda: unbuilt.missions_for("KH"),
        lambda: unbuilt.confirmed_share(date(2026, 1, 1)),
    ):
        with pytest.raises(KnowledgeError, match="knowledge build"):
            question()
