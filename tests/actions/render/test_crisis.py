"""The first reply to somebody in danger: one bubble with contacts first; and the question when it is not certain."""

from __future__ import annotations

from actions.render.bubbles import BUBBLE_LIMIT
from actions.render.crisis_pages import FAMILY_CRISIS, HEALTH_CRISIS
from knowledge.store import Store
from tests.actions.crisis_words import HOTLINE, titles, words
from tests.actions.fakes import make_store
from tests.knowledge.builders import make_channel, make_contact, make_crisis, make_text


def test_the_first_reply_is_one_bubble_with_the_contacts_before_the_steps(store: Store) -> None:
    (bubble,) = words(store).first().bubbles
    assert bubble.startswith("Bukan salah Anda.\n\nHotline Kemlu: ")
    assert bubble.index("Pusat Panggilan") < bubble.index("1. Cari saat aman.")


def test_the_family_reads_what_is_urgent_for_the_family(store: Store) -> None:
    assert "1. Siapkan fotonya." in words(store, family=True).first().bubbles[0]


def test_without_words_for_the_family_those_of_the_family_danger_are_said() -> None:
    family = make_crisis(id=FAMILY_CRISIS, urgent=[make_text("Catat namanya.")])
    own = make_crisis(id="darurat_disekap", urgent_family=None)
    first = words(make_store(crisis=[own, family]), family=True).first()
    assert "1. Catat namanya." in first.bubbles[0]


def test_steps_that_do_not_fit_are_left_for_their_page() -> None:
    long = make_channel(id=HOTLINE, contacts=[make_contact(label="a" * 200)])
    record = make_crisis(id="darurat_disekap", channels=[HOTLINE], urgent=[make_text("b" * 80)] * 2)
    (bubble,) = words(make_store(channel=[long], crisis=[record])).first().bubbles
    assert len(bubble) <= BUBBLE_LIMIT


def test_an_unknown_place_is_asked_for_with_buttons(store: Store) -> None:
    first = words(store).first()
    assert "Anda di negara mana?" in first.bubbles[0]
    assert titles(first)[:3] == ["Kamboja", "Malaysia", "Indonesia"]


def test_of_two_places_that_were_named_both_are_offered_first(store: Store) -> None:
    assert titles(words(store, named=("MY", "KH")).first())[:2] == ["Malaysia", "Kamboja"]


def test_a_known_place_is_not_asked_for(store: Store) -> None:
    first = words(store, "KH").first()
    assert "Anda di negara mana?" not in first.bubbles[0]
    assert titles(first) == [
        "A Langkah",
        "B Jangan",
        "C Kontak lain",
        "D Siapkan laporan",
        "E Untuk keluarga",
        "S Sembunyikan layar",
        "K Keluar",
    ]


def test_the_first_reply_is_a_certain_danger(store: Store) -> None:
    assert words(store).first().crisis == ("darurat_disekap", True)


def test_who_is_watched_is_told_the_safe_word_and_the_family_is_not(store: Store) -> None:
    assert words(store).first().bubbles[0].endswith("Tulis: kopi")
    assert "kopi" not in words(store, family=True).first().bubbles[0]


def test_in_a_known_country_its_mission_comes_first(store: Store) -> None:
    assert words(store, "KH").first().channels == ["kbri_phnom_penh", HOTLINE]


def test_a_first_contact_without_a_number_waits_for_one_that_has_one() -> None:
    site = make_channel(id="situs", contacts=[make_contact(type="web", value="https://a.id")])
    record = make_crisis(id="darurat_disekap", channels=["situs", HOTLINE])
    store = make_store(crisis=[record], channel=[site, make_channel(id=HOTLINE)])
    assert words(store).first().channels == [HOTLINE, "situs"]


def test_where_one_channel_is_all_there_is_its_second_contact_is_shown() -> None:
    site = make_contact(type="web", value="https://a.id", display="a.id")
    lines = make_channel(id=HOTLINE, contacts=[make_contact(), site])
    first = words(make_store(channel=[lines])).first()
    assert "a.id" in first.bubbles[0]


def test_without_any_channel_the_steps_are_still_said() -> None:
    first = words(make_store(channel=[])).first()
    assert "1. Cari saat aman." in first.bubbles[0]
    assert words(make_store(channel=[])).question().bubbles[0].endswith("T untuk tidak.")


def test_a_suspected_danger_is_asked_about_with_one_closed_question(store: Store) -> None:
    question = words(store, "KH").question()
    assert len(question.bubbles) == 1
    assert "Balas Y untuk ya, T untuk tidak." in question.bubbles[0]
    assert [button.payload for button in question.choices] == ["/setuju", "/tolak"]
    assert question.channels == ["kbri_phnom_penh", HOTLINE]
    assert question.crisis == ("darurat_disekap", False)


def test_who_wants_to_die_gets_lines_and_people_only() -> None:
    store = make_store(crisis=[make_crisis(id=HEALTH_CRISIS, mission_first=False)])
    first = words(store, "KH", id_=HEALTH_CRISIS).first()
    assert titles(first) == [
        "A Langkah",
        "C Kontak lain",
        "E Untuk keluarga",
        "S Sembunyikan layar",
        "K Keluar",
    ]
