"""For every country and province the channel that the facts put first comes first, and towns lead to the mission that serves them."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer_topic import MISSION_TOPIC, OFFICE_TOPIC, AnswerTopic
from actions.render.channels import NATIONAL_HOTLINE
from knowledge.store import Store
from tests.actions.fakes import Said, run
from tests.helpers.withdrawn import facts

MISSIONS, PROVINCES = facts("missions"), facts("provinces")


@pytest.fixture(scope="module")
def store(real_store: Store) -> Store:
    return real_store


def missions(store: Store, country: str, text: str = "", **slots: Any) -> Said:
    return run(AnswerTopic(store), intent=MISSION_TOPIC, countries=[country], text=text, **slots)


def test_the_facts_know_enough_countries_and_all_provinces(store: Store) -> None:
    assert len(MISSIONS) >= 40
    assert len(PROVINCES) == 38
    assert set(PROVINCES) == {province.id for province in store.provinces()}


@pytest.mark.parametrize("country", sorted(MISSIONS))
def test_the_mission_that_the_facts_put_first_comes_first(store: Store, country: str) -> None:
    expected = MISSIONS[country]
    assert [each.id for each in store.missions_for(country)] == expected["missions"]
    emergency = store.emergency_for(country)
    assert (emergency.id if emergency else None) == expected["emergency"]
    said = missions(store, country)
    assert said.about["channels"][0] == expected["missions"][0]
    assert NATIONAL_HOTLINE in said.about["channels"]


@pytest.mark.parametrize("country", sorted(MISSIONS))
def test_a_mission_in_another_country_is_said_to_be_that(store: Store, country: str) -> None:
    first = store.missions_for(country)[0]
    if first.country != country:
        assert first.name.split(",")[0] in missions(store, country).bubbles[0].split("\n\n", 2)[1]


@pytest.mark.parametrize("province_id", sorted(PROVINCES))
def test_the_office_that_the_facts_name_comes_first(store: Store, province_id: str) -> None:
    expected = PROVINCES[province_id]
    province = store.province(province_id)
    assert province is not None
    assert (province.bp3mi, province.certainty) == (expected["bp3mi"], expected["certainty"])
    for district in expected["districts"]:
        said = run(
            AnswerTopic(store), intent=OFFICE_TOPIC, provinces=[province.name], text=district
        )
        assert said.about["channels"][0] == expected["bp3mi"]
        assert f"termasuk {province.name}." in said.text


@pytest.mark.parametrize("province_id", sorted(PROVINCES))
def test_where_no_number_is_confirmed_the_directory_and_the_labour_office_are_named(
    store: Store, province_id: str
) -> None:
    province = store.province(province_id)
    office = store.bp3mi_for(province_id)
    assert province is not None
    assert office is not None
    said = run(AnswerTopic(store), intent=OFFICE_TOPIC, provinces=[province.name])
    has_number = any(contact.type in ("phone", "whatsapp") for contact in office.contacts)
    named = {"bp3mi_direktori", "disnaker_setempat", "ltsa_pmi"} <= set(said.about["channels"])
    assert has_number or named
    assert has_number or "belum ada yang pasti" in said.text


@pytest.mark.parametrize(
    ("country", "text", "mission"),
    [
        ("MY", "saya di Johor", "kjri_johor_bahru"),
        ("MY", "di Melaka", "kjri_johor_bahru"),
        ("MY", "majikan di Cameron Highlands Pahang", "kjri_johor_bahru"),
        ("MY", "Tawau", "kri_tawau"),
        ("MY", "kebun sawit di lahad datu, sabah", "kri_tawau"),
        ("MY", "sandakan sabah", "kjri_kota_kinabalu"),
        ("MY", "di sabah", "kjri_kota_kinabalu"),
        ("MY", "miri, sarawak", "kjri_kuching"),
        ("MY", "di Penang", "kjri_penang"),
        ("MY", "Selangor", "kbri_kuala_lumpur"),
        ("SA", "di Jeddah", "kjri_jeddah"),
        ("SA", "di Mekkah", "kjri_jeddah"),
        ("SA", "Dammam", "kbri_riyadh"),
        ("JP", "Osaka", "kjri_osaka"),
        ("JP", "di Kobe", "kjri_osaka"),
        ("JP", "Nagoya", "kbri_tokyo"),
        ("AU", "Perth", "kjri_perth"),
        ("AU", "di Victoria", "kjri_melbourne"),
        ("AU", "darwin", "kri_darwin"),
        ("TH", "Songkhla", "kri_songkhla"),
        ("TH", "hat yai", "kri_songkhla"),
        ("TH", "Mae Sot", "kbri_bangkok"),
        ("PH", "Davao", "kjri_davao"),
        ("PH", "di Pasay", "kbri_manila"),
        ("AE", "Dubai", "kjri_dubai"),
        ("AE", "di Abu Dhabi", "kbri_abu_dhabi"),
        ("VN", "di Ho Chi Minh", "kjri_ho_chi_minh"),
        ("CN", "Shenzhen", "kjri_guangzhou"),
        ("TR", "istanbul", "kjri_istanbul"),
        ("KH", "di Sihanoukville", "kbri_phnom_penh"),
        ("MM", "di Myawaddy", "kbri_yangon"),
        ("TW", "KBRI di Taiwan", "kdei_taipei"),
        ("MO", "di Makau", "kjri_hong_kong"),
        ("US", "di Georgia", "kjri_houston"),
    ],
)
def test_a_town_leads_to_its_mission(store: Store, country: str, text: str, mission: str) -> None:
    assert missions(store, country, text).about["channels"][0] == mission


def test_the_town_is_remembered_with_its_country(store: Store) -> None:
    said = missions(store, "MY", "saya di Tawau")
    assert said.slots["tempat_terakhir"] == "Tawau"
    slots = {"negara_terakhir": "MY", "tempat_terakhir": "Tawau"}
    again = run(AnswerTopic(store), intent=MISSION_TOPIC, text="nomor kjri", **slots)
    assert again.about["channels"][0] == "kri_tawau"
    elsewhere = missions(store, "SA", "kalau di Arab Saudi", **slots)
    assert elsewhere.slots["tempat_terakhir"] is None


def test_of_many_missions_the_town_is_asked_for(store: Store) -> None:
    said = missions(store, "MY")
    assert "Perwakilan lain untuk Malaysia: KJRI Johor Bahru" in said.text
    assert "Tulis nama kotanya" in said.text


def test_taiwan_has_an_office_and_no_embassy(store: Store) -> None:
    assert "Di Taiwan, tugas kedutaan dijalankan KDEI Taipei." in missions(store, "TW").text


def test_the_embassy_of_malaysia_is_understood_as_ours_there_and_told_so(store: Store) -> None:
    said = missions(store, "MY", "minta nomor kedutaan Malaysia")
    assert "kedutaan Indonesia untuk Malaysia, yaitu KBRI Kuala Lumpur." in said.bubbles[0]
    assert "artikan" not in missions(store, "MY", "kedutaan Indonesia di Malaysia").text


@pytest.mark.parametrize(
    ("town", "mission"), [("saya disekap di Tawau", "kri_tawau"), ("di Johor", "kjri_johor_bahru")]
)
def test_a_danger_in_a_town_is_sent_to_its_mission(store: Store, town: str, mission: str) -> None:
    from actions.crisis import RespondToCrisis

    said = run(RespondToCrisis(store), intent="darurat_disekap", text=town, countries=["MY"])
    assert said.about["channels"][0] == mission
