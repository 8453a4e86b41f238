"""The pages behind the first reply to somebody in danger."""

from __future__ import annotations

import pytest

from actions.render.bubbles import BUBBLE_LIMIT, Answer
from knowledge.store import Store
from tests.actions.crisis_words import HOTLINE, titles, with_crisis, words
from tests.actions.fakes import make_store, make_topic
from tests.knowledge.builders import (
    make_channel,
    make_country,
    make_crisis,
    make_mission,
    make_text,
)


def test_the_steps_are_numbered_and_end_with_sources_and_a_number(store: Store) -> None:
    text = "\n\n".join(words(store, "KH").steps().bubbles)
    assert "Langkah:\n1. Cari saat aman.\n2. Catat kota.\n3. Telepon." in text
    assert "Sumber: UU 18/2017. Dicek 21 November 2026.\n\nKBRI Phnom Penh:\n+" in text


def test_the_family_gets_its_own_steps(store: Store) -> None:
    assert "1. Catat kabar terakhir." in "".join(words(store, family=True).steps().bubbles)


def test_without_family_steps_the_family_gets_the_usual_ones() -> None:
    steps = words(with_crisis(for_family=None), family=True).steps()
    assert "1. Cari saat aman." in "".join(steps.bubbles)


def test_what_may_calm_is_said_with_its_source() -> None:
    store = with_crisis(reassurance=make_text("Anda tidak sendiri.", "iom"))
    steps = words(store).steps()
    assert "Anda tidak sendiri." in "".join(steps.bubbles)
    assert steps.sources == ["uu", "iom"]


def test_what_to_avoid_is_a_page_of_its_own(store: Store) -> None:
    assert "Sebaiknya jangan:\n• Jangan membayar." in "".join(words(store).avoid().bubbles)


def test_a_page_leads_to_all_others_but_itself(store: Store) -> None:
    assert "A Langkah" not in titles(words(store, "KH").steps())
    assert {"F Hak Anda", "H Hapus chat"} <= set(titles(words(store, "KH").steps()))


def test_rights_are_the_reassurance_and_what_the_law_says() -> None:
    law = make_topic("tidak_dipidana", group="hak")
    crisis = make_crisis(id="darurat_disekap", reassurance=make_text("Tenang.", "iom"))
    rights = words(make_store(topic=[law], crisis=[crisis])).rights()
    assert rights.bubbles[0].startswith("Tenang.\n\nPendek tidak_dipidana.")
    assert set(rights.sources) == {"uu", "iom"}


def test_contacts_show_what_to_know_before_calling() -> None:
    police = make_channel(id=HOTLINE, alert="Sebut nama kota.", status="active")
    shown = words(make_store(channel=[police])).contacts()
    assert "Sebut nama kota." in "".join(shown.bubbles)


def test_contacts_begin_with_the_note_of_the_country() -> None:
    store = make_store(country=[make_country(missions=[], note="Jalur sering padat.")])
    assert words(store, "KH").contacts().bubbles[0].startswith("Jalur sering padat.")


def test_contacts_ask_for_a_place_that_is_not_known(store: Store) -> None:
    shown = words(store).contacts()
    assert shown.bubbles[-1].endswith("Anda di negara mana?")
    assert titles(shown)[0] == "Kamboja"


def test_a_country_with_several_missions_leads_to_the_question_for_the_town() -> None:
    missions = [make_mission(id=id_, city=city) for id_, city in (("a", "Satu"), ("b", "Dua"))]
    served = [{"channel": row["id"], "area": "x", "places": [row["city"]]} for row in missions]
    country = make_country(missions=served)
    store = make_store(channel=missions, country=[country])
    shown = words(store, "KH").at_place()
    assert shown.bubbles[-1] == "Anda dekat kota mana? Pilih atau tulis."
    assert shown.choices[1].payload == '/lanjutan{"negara": "KH", "lihat": "kota.Dua"}'
    assert words(store, "KH", town="Dua").at_place().channels[0] == "b"
    assert "kota mana" not in "".join(words(store, "KH", town="Dua").at_place().bubbles)


def test_a_province_may_be_where_somebody_comes_from(store: Store) -> None:
    assert words(store, home=True).perhaps_at_home().bubbles[-1].startswith("Sedang di luar")


def test_the_family_is_asked_about_the_other(store: Store) -> None:
    shown = words(store, home=True, family=True).perhaps_at_home()
    assert shown.bubbles[-1].startswith("Dia sedang di luar negeri?")


def test_what_a_program_does_not_understand_is_for_people(store: Store) -> None:
    shown = words(store, "KH").to_people(unclear=True)
    assert shown.channels == ["kbri_phnom_penh", HOTLINE]
    assert "langsung kepada petugas" in shown.bubbles[0]


def test_the_reminder_has_the_first_number_and_the_letters(store: Store) -> None:
    answer = Answer(["Jawaban."])
    words(store, "KH").remind(answer)
    assert answer.bubbles[-1] == (
        "Anda masih di halaman bantuan. KBRI Phnom Penh:\n+855 23 217 934\n"
        "Balas A langkah, C kontak, K keluar."
    )
    assert titles(answer) == ["A Langkah", "C Kontak lain", "K Keluar"]


def test_clearing_the_chat_has_a_button(store: Store) -> None:
    shown = words(store, "KH").clearing()
    assert shown.choices[0].payload == "/hapus_data"
    assert shown.bubbles[0].startswith("Menghapus chat ini:")


@pytest.mark.parametrize("family", [True, False])
def test_a_bubble_of_a_page_is_never_too_long(family: bool) -> None:
    longest = [make_text("a" * 160)] * 6
    store = with_crisis(
        opening=make_text("b" * 250), steps=longest, avoid=longest[:4], for_family=longest
    )
    pages = words(store, "KH", family=family)
    for page in (pages.steps(), pages.avoid(), pages.contacts(), pages.at_place()):
        assert max(map(len, page.bubbles)) <= BUBBLE_LIMIT
