"""What happens after a channel was contacted: its own steps, those of all offices of its kind, or that nobody knows."""

from __future__ import annotations

from typing import Any

import pytest

from actions.render.next_steps import KINDS, channel_asked, next_answer, next_choice
from knowledge.model import Channel
from knowledge.schemas import schema
from knowledge.store import Store
from tests.actions.fakes import make_store
from tests.knowledge.builders import make_channel, make_mission, make_office, make_text

LAMA = {"kind": "lama", **make_text("Bisa lama.", "iom")}
TANYA = {"kind": "ditanya", **make_text("Nama dan kota.")}


def world(*channels: dict[str, Any]) -> Store:
    return make_store(channel=[*channels, make_office()])


def named(store: Store, id_: str) -> Channel:
    found = store.channel(id_)
    assert found is not None
    return found


def test_steps_are_told_in_the_order_in_which_people_meet_them() -> None:
    store = world(make_channel(id="a", name="Kantor A", next=[LAMA, TANYA]))
    answer = next_answer(store, [named(store, "a")])
    assert answer.bubbles[0] == "Setelah menghubungi Kantor A:\n• Nama dan kota.\n• Bisa lama."
    assert answer.sources == ["iom", "uu"]


@pytest.mark.parametrize(
    ("record", "stands_in"),
    [
        (make_mission(id="kbri"), "kemlu_direktori_perwakilan"),
        (make_office(), "bp3mi_direktori"),
    ],
)
def test_one_record_stands_for_all_offices_of_a_kind(
    record: dict[str, Any], stands_in: str
) -> None:
    store = make_store(channel=[record, make_channel(id=stands_in, next=[LAMA])])
    assert "• Bisa lama." in next_answer(store, [named(store, record["id"])]).bubbles[0]


def test_an_office_that_is_no_bp3mi_gets_no_words_of_others() -> None:
    police = make_office(id="polda")
    store = make_store(channel=[police, make_channel(id="bp3mi_direktori", next=[LAMA])])
    assert "Belum ada sumber" in next_answer(store, [named(store, "polda")]).bubbles[0]


def test_what_nobody_knows_is_said_to_be_unknown() -> None:
    store = world(make_channel(id="a", name="Kantor A"))
    answer = next_answer(store, [named(store, "a")])
    assert answer.bubbles[0].startswith(
        "Belum ada sumber tentang yang terjadi setelah menghubungi Kantor A."
    )
    assert answer.sources == []


def test_channels_of_which_something_is_known_come_before_others() -> None:
    store = world(make_channel(id="a"), make_channel(id="b", next=[LAMA]))
    answer = next_answer(store, [named(store, "a"), named(store, "b")])
    assert answer.channels == ["b"]


def test_the_button_leads_back_to_its_channel() -> None:
    store = world(make_channel(id="a"))
    assert '"sesudah.a"' in next_choice(named(store, "a")).payload
    assert channel_asked("sesudah.a") == "a"


@pytest.mark.parametrize("part", [None, "", "tanda", "sesudah", "sesudah.", "jawab_visa.turis"])
def test_other_buttons_ask_for_no_channel(part: str | None) -> None:
    assert channel_asked(part) is None


def test_every_kind_of_step_of_the_schema_is_told() -> None:
    step = schema("channel")["properties"]["next"]["items"]
    assert set(step["properties"]["kind"]["enum"]) == set(KINDS)
