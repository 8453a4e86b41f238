"""A place alone: the last topic or the running danger, there."""

from __future__ import annotations

import pytest

from actions.context import (
    ASKED_COUNTRY,
    ASKED_DANGER,
    COUNTRY,
    CRISIS,
    PENDING,
    PROVINCE,
    TOPIC,
)
from actions.follow_up import FollowUp
from knowledge.store import Store
from tests.actions.fakes import make_store, make_topic, run


@pytest.fixture
def action(store: Store) -> FollowUp:
    return FollowUp(store)


def test_a_country_continues_the_last_topic(action: FollowUp) -> None:
    said = run(action, countries=["KH"], **{TOPIC: "biaya"})
    assert said.bubbles[0] == "Untuk Kamboja:\nBiaya di sana."
    assert said.slots[TOPIC] == "biaya"


def test_a_country_without_anything_before_tells_about_the_country(action: FollowUp) -> None:
    said = run(action, countries=["KH"])
    assert said.about["topics"] == ["info_negara"]
    assert said.slots[TOPIC] == "info_negara"


def test_the_country_is_remembered(action: FollowUp) -> None:
    assert run(action, countries=["KH"]).slots[COUNTRY] == "KH"


def test_a_country_after_a_question_for_missions_shows_its_missions(action: FollowUp) -> None:
    said = run(action, countries=["KH"], **{TOPIC: "kontak_kbri"})
    assert said.about["channels"][0] == "kbri_phnom_penh"


def test_a_country_after_the_danger_question_is_where_somebody_is(action: FollowUp) -> None:
    slots = {CRISIS: "darurat_disekap", PENDING: ASKED_DANGER}
    said = run(action, countries=["KH"], **slots)
    assert said.about["crisis"] == ("darurat_disekap", True)
    assert said.about["channels"][0] == "kbri_phnom_penh"


def test_a_country_without_a_record_is_an_error(action: FollowUp) -> None:
    with pytest.raises(LookupError, match="XX"):
        run(action, countries=["XX"])


def test_a_province_after_a_question_for_its_office_shows_the_office(action: FollowUp) -> None:
    said = run(action, provinces=["Aceh"], **{CRISIS: "darurat_disekap", TOPIC: "kontak_bp3mi"})
    assert said.about["channels"][0] == "bp3mi_aceh"


def test_a_province_shows_its_office(action: FollowUp) -> None:
    said = run(action, provinces=["Aceh"])
    assert said.about["channels"][0] == "bp3mi_aceh"
    assert said.slots[TOPIC] == "kontak_bp3mi"


def test_a_province_after_another_topic_shows_its_office(action: FollowUp) -> None:
    said = run(action, provinces=["Aceh"], **{TOPIC: "biaya"})
    assert said.about["topics"] == ["kontak_bp3mi"]


def test_a_province_is_remembered(action: FollowUp) -> None:
    assert run(action, provinces=["Aceh"]).slots[PROVINCE] == "Aceh"


def test_a_country_goes_before_a_province(action: FollowUp) -> None:
    said = run(action, countries=["KH"], provinces=["Aceh"])
    assert said.about["topics"] == ["info_negara"]


def test_without_a_place_the_country_is_asked_for(action: FollowUp) -> None:
    said = run(action, **{TOPIC: "biaya"})
    assert said.bubbles == ["Untuk negara mana? Pilih atau tulis nama negaranya."]
    assert said.slots[PENDING] == ASKED_COUNTRY


def test_a_province_without_the_office_topic_is_an_error() -> None:
    action = FollowUp(make_store(topic=[make_topic("biaya")]))
    with pytest.raises(LookupError, match="kontak_bp3mi"):
        run(action, provinces=["Aceh"])
