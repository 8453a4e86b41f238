"""What somebody in danger sees: contacts first, few steps, the question where they are."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from actions.render.crisis import FAMILY_CRISIS, CrisisAnswer, country_choices
from knowledge.store import Store
from tests.actions.fakes import make_store, small_world
from tests.knowledge.builders import (
    TODAY,
    make_channel,
    make_contact,
    make_country,
    make_crisis,
    make_mission,
    make_text,
)

HOTLINE, CALL_CENTRE = "kemlu_pwni_hotline", "kp2mi_call_center"


def crisis_answer(
    store: Store, code: str | None = None, today: datetime.date = TODAY
) -> CrisisAnswer:
    crisis = store.crisis("darurat_disekap")
    assert crisis is not None
    return CrisisAnswer(store, crisis, store.country(code) if code else None, today)


def with_crisis(**changes: Any) -> Store:
    record = make_crisis(id="darurat_disekap", channels=[HOTLINE, CALL_CENTRE])
    return make_store(crisis=[record | changes])


def test_contacts_come_before_the_steps(store: Store) -> None:
    text = "\n".join(crisis_answer(store).protocol(for_family=False).bubbles)
    assert text.index("Hotline Kemlu") < text.index("Langkah:")


def test_the_steps_are_numbered(store: Store) -> None:
    bubbles = crisis_answer(store).protocol(for_family=False).bubbles
    assert "Langkah:\n1. Cari saat aman.\n2. Catat kota.\n3. Telepon." in bubbles


def test_what_to_avoid_is_said(store: Store) -> None:
    bubbles = crisis_answer(store).protocol(for_family=False).bubbles
    assert "Yang jangan dilakukan:\n• Jangan membayar." in bubbles


def test_the_family_gets_its_own_steps(store: Store) -> None:
    bubbles = crisis_answer(store).protocol(for_family=True).bubbles
    assert "Langkah:\n1. Catat kabar terakhir." in bubbles


def test_without_family_steps_the_family_gets_the_usual_ones() -> None:
    bubbles = crisis_answer(with_crisis(for_family=None)).protocol(for_family=True).bubbles
    assert "Langkah:\n1. Cari saat aman.\n2. Catat kota.\n3. Telepon." in bubbles


def test_reassurance_is_said_and_its_source_cited() -> None:
    store = with_crisis(reassurance=make_text("Anda tidak sendiri.", "iom"))
    answer = crisis_answer(store).protocol(for_family=False)
    assert "Anda tidak sendiri." in answer.bubbles
    assert answer.sources == ["uu", "iom"]


def test_the_protocol_is_a_certain_danger(store: Store) -> None:
    answer = crisis_answer(store).protocol(for_family=False)
    assert answer.crisis == ("darurat_disekap", True)


def test_the_protocol_cites_its_sources(store: Store) -> None:
    bubbles = crisis_answer(store, "KH").protocol(for_family=False).bubbles
    assert "Sumber: UU 18/2017. Dicek 21 November 2026." in bubbles


def test_the_first_contact_is_said_once_more_at_the_end(store: Store) -> None:
    bubbles = crisis_answer(store, "KH").protocol(for_family=False).bubbles
    assert bubbles[-1].startswith("Hubungi lebih dulu: KBRI Phnom Penh\n• ")


def test_an_unknown_place_is_asked_for_with_buttons(store: Store) -> None:
    answer = crisis_answer(store).protocol(for_family=False)
    assert answer.bubbles[-1] == "Anda di negara mana?"
    assert [button.title for button in answer.choices] == ["Kamboja", "Malaysia"]


def test_a_known_place_is_not_asked_for(store: Store) -> None:
    assert crisis_answer(store, "KH").protocol(for_family=False).choices == []


def test_where_the_place_does_not_matter_no_country_is_offered() -> None:
    answer = crisis_answer(with_crisis(mission_first=False)).protocol(for_family=False)
    assert answer.choices == []


def test_without_a_place_the_lines_in_indonesia_are_shown(store: Store) -> None:
    answer = crisis_answer(store).protocol(for_family=False)
    assert answer.channels == [HOTLINE, CALL_CENTRE]


def test_in_a_known_country_its_mission_comes_first(store: Store) -> None:
    answer = crisis_answer(store, "KH").protocol(for_family=False)
    assert answer.channels == ["kbri_phnom_penh", HOTLINE, CALL_CENTRE]


def test_the_local_emergency_number_is_shown_where_it_helps() -> None:
    answer = crisis_answer(with_crisis(local_emergency=True), "KH").protocol(for_family=False)
    assert answer.channels == ["kbri_phnom_penh", HOTLINE, "darurat_kh"]


def test_where_the_mission_is_not_first_the_lines_in_indonesia_are() -> None:
    answer = crisis_answer(with_crisis(mission_first=False), "KH").protocol(for_family=False)
    assert answer.channels == [HOTLINE, CALL_CENTRE, "kbri_phnom_penh"]


def test_a_country_without_a_mission_still_gets_the_hotline(store: Store) -> None:
    answer = crisis_answer(store, "MY").protocol(for_family=False)
    assert answer.channels == [HOTLINE, CALL_CENTRE]


def test_an_unknown_country_is_as_no_country(store: Store) -> None:
    answer = crisis_answer(store, "XX").protocol(for_family=False)
    assert answer.bubbles == crisis_answer(store).protocol(for_family=False).bubbles


def test_never_more_than_three_channels_are_shown_at_once() -> None:
    missions = [make_mission(id=f"kjri_{number}") for number in range(5)]
    country = make_country(missions=[{"channel": row["id"], "area": "x"} for row in missions])
    world = small_world()
    store = make_store(channel=[*world["channel"], *missions], country=[country])
    assert len(crisis_answer(store, "KH").protocol(for_family=False).channels) == 3


def test_the_note_of_a_country_is_said() -> None:
    store = make_store(country=[make_country(missions=[], note="Jalur telepon sering padat.")])
    bubbles = crisis_answer(store, "KH").protocol(for_family=False).bubbles
    assert "Jalur telepon sering padat." in bubbles


def test_old_contacts_are_shown_with_their_warning(store: Store) -> None:
    later = datetime.date(2030, 1, 1)
    text = "\n".join(crisis_answer(store, today=later).protocol(for_family=False).bubbles)
    assert text.count("Sudah lama, bisa jadi berganti.") == 2


def test_a_suspected_danger_is_asked_about_with_one_closed_question(store: Store) -> None:
    answer = crisis_answer(store).question()
    assert answer.bubbles[0].endswith("Balas Y untuk ya, T untuk tidak.")
    assert [button.payload for button in answer.choices] == ["/setuju", "/tolak"]


def test_the_danger_question_comes_with_the_first_contacts(store: Store) -> None:
    answer = crisis_answer(store, "KH").question()
    assert answer.channels == ["kbri_phnom_penh", HOTLINE]


def test_the_danger_question_is_not_certain(store: Store) -> None:
    assert crisis_answer(store).question().crisis == ("darurat_disekap", False)


def test_a_country_named_later_gets_its_contacts_without_the_steps(store: Store) -> None:
    answer = crisis_answer(store, "KH").contacts_only()
    assert answer.channels == ["kbri_phnom_penh", HOTLINE, CALL_CENTRE]
    assert "Langkah:" not in "".join(answer.bubbles)


def test_in_indonesia_its_own_lines_are_shown_first() -> None:
    world = small_world()
    store = make_store(channel=[*world["channel"], make_channel(id="polri_110")])
    answer = crisis_answer(store).in_indonesia()
    assert answer.channels == ["polri_110", CALL_CENTRE, HOTLINE]


def test_in_indonesia_a_danger_at_home_keeps_its_own_order() -> None:
    answer = crisis_answer(with_crisis(mission_first=False)).in_indonesia()
    assert answer.channels == [HOTLINE, CALL_CENTRE]


def test_in_indonesia_no_country_is_asked_for(store: Store) -> None:
    assert crisis_answer(store).in_indonesia().choices == []


def test_channels_without_a_record_are_left_out() -> None:
    answer = crisis_answer(with_crisis(channels=["tidak_ada", HOTLINE])).protocol(for_family=False)
    assert answer.channels == [HOTLINE]


@pytest.mark.parametrize("for_family", [True, False])
def test_a_bubble_of_a_protocol_is_never_too_long(for_family: bool) -> None:
    longest = [make_text("a" * 160)] * 6
    store = with_crisis(
        opening=make_text("b" * 250), steps=longest, avoid=longest[:4], for_family=longest
    )
    bubbles = crisis_answer(store, "KH").protocol(for_family).bubbles
    assert max(map(len, bubbles)) <= 600


def test_in_indonesia_numbers_that_work_there_only_are_shown_whatever_country_was_named() -> None:
    police = make_channel(id="polri_110", contacts=[make_contact(value="110", reach="indonesia")])
    note = make_country(note="Jalur telepon sering padat.")
    store = make_store(channel=[*small_world()["channel"], police], country=[note])
    answer = crisis_answer(store, "KH").in_indonesia()
    assert ": 110" in answer.bubbles[0]
    assert "Jalur telepon sering padat." not in answer.bubbles


def test_a_line_of_no_use_abroad_takes_no_other_ones_place() -> None:
    police = make_channel(id="polri_110", contacts=[make_contact(value="110", reach="indonesia")])
    record = make_crisis(id="darurat_disekap", channels=["polri_110", HOTLINE])
    store = make_store(crisis=[record], channel=[*small_world()["channel"], police])
    answer = crisis_answer(store, "KH").protocol(for_family=False)
    assert answer.channels[:2] == ["kbri_phnom_penh", HOTLINE]


def test_a_family_at_home_is_asked_with_contacts_that_work_at_home() -> None:
    police = make_channel(id="polri_110", contacts=[make_contact(value="110", reach="indonesia")])
    record = make_crisis(id="darurat_disekap", channels=["polri_110", HOTLINE])
    store = make_store(crisis=[record], channel=[*small_world()["channel"], police])
    answer = crisis_answer(store, "KH").question(for_family=True)
    assert answer.channels == ["kbri_phnom_penh", "polri_110"]


def test_countries_without_a_record_are_not_offered(store: Store) -> None:
    buttons = country_choices(store, ["XX", "KH"])
    assert [(button.title, button.payload) for button in buttons] == [
        ("Kamboja", '/lanjutan{"negara": "KH"}')
    ]


def test_a_family_reads_what_is_written_for_families() -> None:
    victim = make_crisis(id="darurat_disekap", for_family=[make_text("Catat kotanya.")])
    family = make_crisis(id=FAMILY_CRISIS, opening=make_text("Anda sudah benar mencari bantuan."))
    answer = crisis_answer(make_store(crisis=[victim, family])).protocol(for_family=True)
    assert answer.bubbles[0] == "Anda sudah benar mencari bantuan."
    assert "Langkah:\n1. Catat kotanya." in answer.bubbles


def test_abroad_lines_that_work_in_indonesia_only_are_not_shown() -> None:
    police = make_channel(id="polri_110", contacts=[make_contact(value="110", reach="indonesia")])
    record = make_crisis(id="darurat_disekap", channels=["polri_110", HOTLINE])
    store = make_store(crisis=[record], channel=[police])
    assert "polri_110" not in crisis_answer(store, "KH").protocol(for_family=False).channels
    assert "polri_110" in crisis_answer(store, "KH").protocol(for_family=True).channels
