"""The first answer to a topic, and the place it asks for."""

from __future__ import annotations

import pytest

from actions.answer_topic import AnswerTopic
from actions.context import (
    ASKED_COUNTRY,
    ASKED_DANGER,
    ASKED_PROVINCE,
    COUNTRY,
    CRISIS,
    FOR_OTHER,
    PART,
    PENDING,
    PROVINCE,
    TOPIC,
)
from knowledge.store import Store
from tests.actions.fakes import make_store, make_topic, run, small_world
from tests.knowledge.builders import make_province


@pytest.fixture
def action(store: Store) -> AnswerTopic:
    return AnswerTopic(store)


def test_the_intent_names_the_topic(action: AnswerTopic) -> None:
    said = run(action, intent="biaya")
    assert said.bubbles[0] == "Pendek biaya."
    assert said.about["topics"] == ["biaya"]


def test_the_topic_is_remembered_from_its_beginning(action: AnswerTopic) -> None:
    slots = run(action, intent="biaya", **{TOPIC: "visa", PART: 1}).slots
    assert (slots[TOPIC], slots[PART]) == ("biaya", 0)


def test_an_intent_without_a_topic_is_an_error(action: AnswerTopic) -> None:
    with pytest.raises(LookupError, match="tidak_ada"):
        run(action, intent="tidak_ada")


def test_asking_for_a_child_gives_the_variant_for_others(action: AnswerTopic) -> None:
    said = run(action, intent="biaya", text="biaya untuk anak saya berapa")
    assert "Orang lain biaya." in said.text
    assert said.slots[FOR_OTHER] is True


def test_a_country_in_the_message_adds_its_variant(action: AnswerTopic) -> None:
    assert "Biaya di sana." in run(action, intent="biaya", countries=["KH"]).text


def test_a_remembered_country_adds_its_variant(action: AnswerTopic) -> None:
    assert "Biaya di sana." in run(action, intent="biaya", **{COUNTRY: "KH"}).text


def test_an_unknown_country_does_not_keep_the_answer_back(action: AnswerTopic) -> None:
    assert run(action, intent="biaya", countries=["XX"]).bubbles[0] == "Pendek biaya."


def test_a_topic_about_countries_asks_for_one(action: AnswerTopic) -> None:
    said = run(action, intent="info_negara")
    assert said.bubbles[-1].startswith("Untuk negara mana?")
    assert said.slots[PENDING] == ASKED_COUNTRY


def test_the_countries_offered_are_those_with_a_record(action: AnswerTopic) -> None:
    said = run(action, intent="info_negara")
    assert said.buttons == {"Malaysia": '/lanjutan{"negara": "MY"}'}


def test_a_topic_about_countries_that_knows_one_asks_nothing(action: AnswerTopic) -> None:
    assert run(action, intent="info_negara", countries=["KH"]).slots[PENDING] is None


def test_a_topic_that_needs_no_country_asks_nothing(action: AnswerTopic) -> None:
    assert run(action, intent="biaya").slots[PENDING] is None


def test_missions_are_shown_for_a_known_country(action: AnswerTopic) -> None:
    said = run(action, intent="kontak_kbri", countries=["KH"])
    assert said.about["channels"][0] == "kbri_phnom_penh"


def test_missions_without_a_country_ask_for_one(action: AnswerTopic) -> None:
    assert run(action, intent="kontak_kbri").slots[PENDING] == ASKED_COUNTRY


def test_the_office_of_a_known_province_is_shown(action: AnswerTopic) -> None:
    said = run(action, intent="kontak_bp3mi", **{PROVINCE: "Aceh"})
    assert said.about["channels"][0] == "bp3mi_aceh"


def test_offices_without_a_province_ask_for_one(action: AnswerTopic) -> None:
    said = run(action, intent="kontak_bp3mi")
    assert said.bubbles[-1].startswith("Anda di provinsi mana?")
    assert said.slots[PENDING] == ASKED_PROVINCE


def test_provinces_are_offered_by_their_official_name() -> None:
    lampung = make_province(id="lampung", name="Lampung", bp3mi=None)
    action = AnswerTopic(make_store(province=[lampung]))
    assert run(action, intent="kontak_bp3mi").buttons == {
        "Lampung": '/lanjutan{"provinsi": "Lampung"}'
    }


def test_a_question_about_something_else_leaves_a_danger_that_is_only_suspected(
    action: AnswerTopic,
) -> None:
    text = "ada biaya apa saja ke sana"
    suspected = {CRISIS: "darurat_disekap", PENDING: ASKED_DANGER}
    assert run(action, intent="biaya", text=text, **suspected).slots[CRISIS] is None
    assert CRISIS not in run(action, intent="biaya", text=text, **{CRISIS: "darurat_disekap"}).slots


def test_a_question_about_help_stays_in_the_danger(action: AnswerTopic) -> None:
    assert CRISIS not in run(action, intent="kontak_kbri", **{CRISIS: "darurat_disekap"}).slots


def test_a_yes_to_the_danger_question_is_no_topic_whatever_follows(action: AnswerTopic) -> None:
    slots = {CRISIS: "darurat_disekap", PENDING: ASKED_DANGER}
    said = run(action, intent="biaya", text="iya, saya ditipu kerja scam", **slots)
    assert said.about["crisis"] == ("darurat_disekap", True)
    assert said.slots[CRISIS] == "darurat_disekap"


def test_an_answer_is_dated_and_sourced(action: AnswerTopic) -> None:
    assert (
        run(action, intent="biaya")
        .bubbles[-1]
        .endswith("Sumber: UU 18/2017. Dicek 21 November 2026.")
    )


def test_a_topic_whose_channels_are_gone_is_still_answered() -> None:
    topics = [*small_world()["topic"], make_topic("paspor", channels=["tidak_ada"])]
    said = run(AnswerTopic(make_store(topic=topics)), intent="paspor")
    assert said.bubbles[0] == "Pendek paspor."


def test_two_questions_are_both_answered_with_their_sources(action: AnswerTopic) -> None:
    said = run(action, intent="biaya", questions=["biaya", "visa"])
    assert said.about["topics"] == ["biaya", "visa"]
    assert said.text.index("Pendek biaya.") < said.text.index("Pendek visa.")
    assert said.slots[TOPIC] == "visa"


def test_of_three_questions_the_last_is_offered(action: AnswerTopic) -> None:
    said = run(action, intent="biaya", questions=["biaya", "visa", "kontak_kbri"])
    assert said.about["topics"] == ["biaya", "visa"]
    assert "/kontak_kbri" in said.buttons.values()


def test_contacts_that_both_answers_share_are_shown_once(action: AnswerTopic) -> None:
    said = run(action, intent="biaya", questions=["biaya", "visa"])
    assert said.text.count("+62 21 29244800") == run(action, intent="visa").text.count(
        "+62 21 29244800"
    )
