"""Contacts for a place: missions of a country, the office of a province."""

from __future__ import annotations

from typing import Any

from actions.render.bubbles import Answer
from actions.render.contacts import mission_answer, office_answer
from knowledge.store import Store
from tests.actions.fakes import make_store, small_world
from tests.knowledge.builders import TODAY, make_channel, make_country, make_province


def missions(store: Store, code: str) -> Answer:
    topic, country = store.topic("kontak_kbri"), store.country(code)
    assert topic is not None
    assert country is not None
    return mission_answer(store, topic, country, TODAY)


def office(store: Store, province: str) -> Answer:
    topic = store.topic("kontak_bp3mi")
    assert topic is not None
    return office_answer(store, topic, province, TODAY)


def in_province(**changes: Any) -> Store:
    return make_store(province=[make_province(**changes)])


def test_a_country_shows_mission_hotline_and_local_emergency(store: Store) -> None:
    assert missions(store, "KH").channels == [
        "kbri_phnom_penh",
        "kemlu_pwni_hotline",
        "darurat_kh",
    ]


def test_a_mission_in_another_country_says_what_it_does_for_this_one() -> None:
    serves = [{"channel": "kbri_phnom_penh", "area": "bila sudah menyeberang"}]
    store = make_store(country=[make_country(id="la", country="LA", name="Laos", missions=serves)])
    text = "\n".join(missions(store, "LA").bubbles)
    assert "Di Laos tidak ada perwakilan Indonesia. Yang melayani: KBRI Phnom Penh." in text
    assert "Untuk Laos: bila sudah menyeberang." in text


def test_a_mission_at_home_says_only_what_its_record_says(store: Store) -> None:
    assert "Untuk Kamboja:" not in "\n".join(missions(store, "KH").bubbles)


def test_a_country_without_a_mission_says_so_and_shows_the_hotline(store: Store) -> None:
    answer = missions(store, "MY")
    assert answer.bubbles[0].startswith("Saya tidak punya kontak perwakilan Indonesia di Malaysia.")
    assert answer.channels == ["kemlu_pwni_hotline"]


def test_the_note_of_a_country_is_said_and_the_editors_note_is_not() -> None:
    country = make_country(missions=[], note="Kantor pindah.", editor_note="RAHASIA")
    text = "\n".join(missions(make_store(country=[country]), "KH").bubbles)
    assert "Kantor pindah." in text
    assert "RAHASIA" not in text


def test_a_mission_that_is_also_the_hotline_is_shown_once() -> None:
    country = make_country(missions=[{"channel": "kemlu_pwni_hotline", "area": "semua"}])
    assert missions(make_store(country=[country]), "KH").channels == [
        "kemlu_pwni_hotline",
        "darurat_kh",
    ]


def test_a_mission_without_a_record_is_left_out() -> None:
    country = make_country(missions=[{"channel": "tidak_ada", "area": "semua"}], emergency=None)
    assert missions(make_store(country=[country]), "KH").channels == ["kemlu_pwni_hotline"]


def test_contacts_of_a_country_cite_their_source(store: Store) -> None:
    assert missions(store, "KH").bubbles[-1].endswith("Sumber: UU 18/2017. Dicek 21 November 2026.")


def test_a_province_shows_its_office_first(store: Store) -> None:
    answer = office(store, "Aceh")
    assert answer.bubbles[0].startswith("Kantor pelayanan untuk Aceh:\n\nBP3MI Aceh\n")
    assert answer.channels == ["bp3mi_aceh", "kp2mi_call_center"]


def test_an_unknown_province_gets_the_general_contacts(store: Store) -> None:
    answer = office(store, "Atlantis")
    assert answer.bubbles[0].startswith("Saya belum punya kantor BP3MI untuk Atlantis.")
    assert answer.channels == ["kp2mi_call_center"]


def test_a_province_without_an_office_gets_the_general_contacts() -> None:
    assert office(in_province(bp3mi=None), "Aceh").channels == ["kp2mi_call_center"]


def test_an_uncertain_assignment_says_so() -> None:
    text = "\n".join(office(in_province(certainty="rendah"), "Aceh").bubbles)
    assert "Pembagian wilayah ini belum pasti." in text


def test_a_certain_assignment_raises_no_doubt(store: Store) -> None:
    assert "belum pasti" not in "\n".join(office(store, "Aceh").bubbles)


def test_other_offices_of_a_province_follow_its_own() -> None:
    world = small_world()
    store = make_store(
        channel=[*world["channel"], make_channel(id="ltsa")],
        province=[make_province(other_channels=["ltsa", "tidak_ada"])],
    )
    assert office(store, "Aceh").channels == ["bp3mi_aceh", "ltsa", "kp2mi_call_center"]


def test_many_contacts_are_spread_over_bubbles_of_a_readable_length() -> None:
    world = small_world()
    many = [make_channel(id=f"kantor_{n}", hours="x" * 150) for n in range(8)]
    store = make_store(
        channel=[*world["channel"], *many],
        province=[make_province(other_channels=[row["id"] for row in many])],
    )
    assert max(map(len, office(store, "Aceh").bubbles)) <= 600
