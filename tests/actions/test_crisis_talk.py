"""Inside the guide for somebody in danger: pages, places, other dangers, other questions."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer_topic import AnswerTopic
from actions.context import ASKED_COUNTRY, CRISIS, FOR_OTHER, GUIDE, PENDING, TOPIC
from actions.render.crisis_pages import HEALTH_CRISIS
from knowledge.store import Store
from tests.actions.fakes import make_store
from tests.actions.guide_turns import HELD, OTHER, UNCLEAR, inside, say, store_of_dangers
from tests.knowledge.builders import make_country, make_crisis, make_topic


@pytest.fixture
def store() -> Store:
    return store_of_dangers()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A", "Langkah:"),
        ("b.", "Sebaiknya jangan:"),
        ("balas C", "Hotline Kemlu"),
        ("h", "Menghapus chat ini:"),
        ("E", "Siapkan fotonya."),
        ("k", "halaman bantuan saya tutup"),
    ],
)
def test_a_letter_shows_its_page(store: Store, text: str, words: str) -> None:
    assert words in say(store, text, **inside()).text


def test_a_letter_is_a_page_whatever_it_was_taken_for(store: Store) -> None:
    said = say(store, "b", AnswerTopic, intent="biaya", **inside())
    assert "Sebaiknya jangan:" in said.text


def test_outside_a_letter_is_no_page(store: Store) -> None:
    assert "Langkah:" not in say(store, "a").text


def test_a_button_shows_its_page_also_after_the_guide_was_left(store: Store) -> None:
    said = say(store, part=f"langkah.{HELD}", intent="lanjutan")
    assert "Langkah:" in said.text
    assert said.slots[CRISIS] == HELD


def test_a_page_is_remembered(store: Store) -> None:
    assert say(store, "b", **inside()).slots[GUIDE]["page"] == "jangan"


def test_the_other_side_can_be_read_and_left_again(store: Store) -> None:
    other = say(store, "e", **inside())
    assert other.slots[FOR_OTHER] is True
    back = say(store, "e", **{**inside(), FOR_OTHER: True})
    assert back.slots[FOR_OTHER] is False
    assert "1. Cari saat aman." in back.text


def test_the_same_danger_told_again_moves_on(store: Store) -> None:
    first = say(store, "saya dikurung", intent=HELD, **inside())
    assert "Langkah:" in first.text
    second = say(store, "saya dikurung", intent=HELD, **inside(page="langkah"))
    assert "Sebaiknya jangan:" in second.text


def test_after_the_last_page_the_first_is_read_again(store: Store) -> None:
    said = say(store, "saya dikurung", intent=HELD, **inside(page="hapus"))
    assert said.bubbles[0].startswith("Bukan salah Anda.")


def test_another_danger_opens_its_own_guide(store: Store) -> None:
    said = say(store, "saya dipukul", intent=OTHER, **inside(country="KH"))
    assert said.about["crisis"] == (OTHER, True)
    assert said.about["channels"][0] == "kbri_phnom_penh"


def test_who_may_want_to_die_gets_lines_on_suspicion(store: Store) -> None:
    said = say(store, "lebih baik mati", ranking=[(HEALTH_CRISIS, 0.4)], **inside())
    assert said.about["crisis"] == (HEALTH_CRISIS, True)


def test_another_suspicion_moves_on(store: Store) -> None:
    said = say(store, "dijaga terus", ranking=[(OTHER, 0.4)], **inside())
    assert said.about["crisis"] == (HELD, True)
    assert "Langkah:" in said.text


@pytest.mark.parametrize("intent", ["lanjutan", UNCLEAR, "di_luar_topik", HELD])
def test_a_country_changes_the_contacts(store: Store, intent: str) -> None:
    said = say(store, "di kamboja", intent=intent, countries=["KH"], **inside())
    assert said.about["channels"][0] == "kbri_phnom_penh"
    assert said.slots[GUIDE]["country"] == "KH"


def test_indonesia_changes_the_contacts_whatever_it_was_taken_for(store: Store) -> None:
    said = say(store, "masih di Indonesia", AnswerTopic, intent="biaya", **inside(country="KH"))
    assert said.slots[GUIDE]["country"] == "ID"
    assert "kbri_phnom_penh" not in said.about["channels"]


def test_the_button_for_indonesia_says_the_same(store: Store) -> None:
    said = say(store, part="indonesia", intent="lanjutan", **inside())
    assert said.slots[GUIDE]["country"] == "ID"


def store_of_towns() -> Store:
    missions = [{"channel": "kbri_phnom_penh", "area": "semua", "places": ["Poipet", "Bavet"]}]
    return make_store(country=[make_country(missions=missions)])


def test_the_button_of_a_town_is_remembered() -> None:
    pressed = {"part": "kota.Poipet", "intent": "lanjutan", "countries": ["KH"]}
    said = say(store_of_towns(), **pressed, **inside())
    assert said.slots[GUIDE]["town"] == "Poipet"


def test_a_typed_town_is_remembered_until_another_is_named() -> None:
    for text, town in (("sekarang di bavet", "Bavet"), ("kamboja", "Poipet")):
        told = inside(country="KH", town="Poipet")
        said = say(store_of_towns(), text, intent="lanjutan", countries=["KH"], **told)
        assert said.slots[GUIDE]["town"] == town


def test_a_choice_of_contacts_is_no_wish_to_read_on(store: Store) -> None:
    assert GUIDE not in say(store, "yang gratis aja", intent="lanjutan", **inside()).slots
    assert GUIDE in say(store, "terus", intent="lanjutan", **inside()).slots


def test_of_two_countries_it_is_asked_which(store: Store) -> None:
    said = say(store, "kamboja atau malaysia", countries=["KH", "MY"], **inside(country="KH"))
    assert list(said.buttons)[:2] == ["Kamboja", "Malaysia"]
    assert said.slots[GUIDE]["country"] is None


def test_a_province_alone_may_be_where_somebody_comes_from(store: Store) -> None:
    said = say(store, "saya orang Aceh", intent="lanjutan", provinces=["Aceh"], **inside())
    assert said.bubbles[-1].startswith("Sedang di luar negeri?")
    assert said.slots[GUIDE]["country"] is None


def test_a_province_of_somebody_abroad_keeps_their_place(store: Store) -> None:
    slots = inside(country="KH")
    said = say(store, "Aceh", intent="lanjutan", provinces=["Aceh"], **slots)
    assert said.about["channels"][0] == "kbri_phnom_penh"


def test_a_country_that_is_asked_about_is_not_where_somebody_is(store: Store) -> None:
    said = say(
        store, "biaya ke malaysia", AnswerTopic, intent="biaya", countries=["MY"], **inside()
    )
    assert said.about["topics"] == ["biaya"]
    assert GUIDE not in said.slots


def test_the_answer_to_a_question_of_a_topic_is_not_where_somebody_is(store: Store) -> None:
    slots = {**inside(), PENDING: ASKED_COUNTRY, TOPIC: "kontak_kbri"}
    said = say(store, "kamboja", countries=["KH"], **slots)
    assert said.about["topics"] == ["kontak_kbri"]


def test_another_question_is_answered_with_one_line_below(store: Store) -> None:
    said = say(store, "biayanya?", AnswerTopic, intent="biaya", **inside(country="KH"))
    assert said.bubbles[0].startswith("Pendek biaya.")
    assert said.bubbles[-1].startswith("Anda masih di halaman bantuan. KBRI Phnom Penh:\n+")
    assert CRISIS not in said.slots


def test_what_is_not_understood_is_for_people(store: Store) -> None:
    said = say(store, "di gedung biru", **inside())
    assert "langsung kepada petugas" in said.text
    assert said.about["crisis"] == (HELD, True)


def test_guesses_are_offered_inside_the_guide_too(store: Store) -> None:
    close = [("biaya", 0.15), ("visa", 0.14)]
    said = say(store, "visa biaya", ranking=close, **inside())
    assert list(said.buttons)[:2] == ["Judul biaya", "Judul visa"]
    assert "halaman bantuan" in said.bubbles[-1]


@pytest.mark.parametrize("intent", ["setuju", "selengkapnya", "lanjutan"])
def test_who_reads_on_gets_the_next_page(store: Store, intent: str) -> None:
    assert "Langkah:" in say(store, "ya", intent=intent, **inside()).text


def test_after_a_topic_reading_on_is_about_the_topic(store: Store) -> None:
    said = say(store, "ya", AnswerTopic, intent="biaya", **{**inside(), TOPIC: "biaya"})
    assert said.about["topics"] == ["biaya"]


def test_what_does_this_mean_shows_the_steps(store: Store) -> None:
    assert "Langkah:" in say(store, "maksudnya", intent="ulangi", **inside(page="jangan")).text


def test_for_somebody_else_shows_the_words_of_the_family(store: Store) -> None:
    said = say(store, "untuk adik saya", intent="untuk_orang_lain", **inside())
    assert said.slots[FOR_OTHER] is True


def test_somebody_abroad_who_asks_whom_to_call_sees_the_contacts_there(store: Store) -> None:
    said = say(store, "boleh telepon polisi?", intent="lapor_polisi", **inside(country="KH"))
    assert said.about["channels"][0] == "kbri_phnom_penh"
    assert said.about["crisis"] == (HELD, True)


@pytest.mark.parametrize(
    "turn",
    [
        inside(),
        inside(country="ID"),
        {**inside(country="KH"), FOR_OTHER: True},
        {**inside(country="TW"), "countries": ["KH"]},
    ],
    ids=["no place", "home", "family", "another country"],
)
def test_other_readers_who_ask_whom_to_call_get_the_topic(turn: dict[str, Any]) -> None:
    topic = make_topic(id="lapor_kemana")
    store = make_store(crisis=[make_crisis(id=HELD)], topic=[topic])
    said = say(store, "ke mana melapor", AnswerTopic, intent="lapor_kemana", **turn)
    assert topic["short"]["text"] in said.text
